#include "ui/panels/verdict.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <cmath>

namespace kernelscope::ui {
namespace {

constexpr double kEqualDb = 0.1;
constexpr double kEqualTime = 0.02;
constexpr double kRoundingSlack = 1e-9;  // 31.3 - 31.2 is a little more than 0.1 in binary
constexpr QChar kNarrow(0x00a0);

QString tr(const char* text) {
  return QCoreApplication::translate("kernelscope::ui::Verdict", text);
}

QString decibels(double value) {
  return QLocale().toString(value, 'f', 1) + kNarrow + QStringLiteral("dB");
}

QString percent(double part) {
  return QLocale().toString(std::lround(100 * part)) + kNarrow + QLatin1Char('%');
}

bool ended(const LaneResult& lane) {
  return lane.state == LaneState::Finished || lane.state == LaneState::Stopped;
}

QString failure(const LaneResult& lane, const QString& letter) {
  if (lane.state == LaneState::Diverged) {
    return tr("%1 diverged at step %2; its last good state is kept.")
        .arg(letter, QLocale().toString(static_cast<qlonglong>(lane.divergedAt)));
  }
  return tr("%1 failed after %2 steps.").arg(letter, QLocale().toString(static_cast<qlonglong>(lane.steps)));
}

QString trainSentence(const LaneResult& a, const LaneResult& b) {
  const double difference = a.trainPsnrDb - b.trainPsnrDb;
  if (!std::isfinite(difference)) return {};
  if (std::abs(difference) <= kEqualDb + kRoundingSlack) {
    return tr("On training pixels they are equal within %1.").arg(decibels(kEqualDb));
  }
  return tr("%1 fits the training pixels %2 better.")
      .arg(difference > 0 ? QStringLiteral("A") : QStringLiteral("B"), decibels(std::abs(difference)));
}

QString heldoutClause(const LaneResult& a, const LaneResult& b) {
  const double difference = a.heldoutPsnrDb - b.heldoutPsnrDb;
  if (!std::isfinite(difference)) return tr("No pixels were held out");
  if (std::abs(difference) <= kEqualDb + kRoundingSlack) {
    return tr("On held-out pixels they are equal within %1").arg(decibels(kEqualDb));
  }
  return tr("On held-out pixels %1 is %2 better")
      .arg(difference > 0 ? QStringLiteral("A") : QStringLiteral("B"), decibels(std::abs(difference)));
}

// What B costs beside A: the fraction that it saves or adds.
QString costClause(const LaneResult& a, const LaneResult& b) {
  if (a.parameters <= 0 || b.parameters <= 0) return {};
  const double parameters = static_cast<double>(b.parameters) / static_cast<double>(a.parameters) - 1;
  const double time = b.millisecondsPerStep / a.millisecondsPerStep - 1;
  const bool sameSize = a.parameters == b.parameters;
  const QString size = sameSize         ? tr("both have the same number of parameters")
                       : parameters < 0 ? tr("B has %1 fewer parameters").arg(percent(-parameters))
                                        : tr("B has %1 more parameters").arg(percent(parameters));
  if (!std::isfinite(time)) return size;
  if (std::abs(time) <= kEqualTime) return tr("%1 and the time per step is the same within 2 %").arg(size);
  const QString pace = time < 0 ? tr("needs %1 less time per step").arg(percent(-time))
                                : tr("needs %1 more time per step").arg(percent(time));
  return sameSize ? tr("%1; B %2").arg(size, pace) : tr("%1 and %2").arg(size, pace);
}

}  // namespace

QString verdict(const RunResult& result) {
  const LaneResult& a = result.lane(LaneId::A);
  const LaneResult& b = result.lane(LaneId::B);
  QStringList sentences;
  if (!ended(a)) sentences.append(failure(a, QStringLiteral("A")));
  if (!ended(b)) sentences.append(failure(b, QStringLiteral("B")));
  if (!sentences.isEmpty()) return sentences.join(QLatin1Char(' '));
  if (const QString train = trainSentence(a, b); !train.isEmpty()) sentences.append(train);
  const QString cost = costClause(a, b);
  sentences.append(cost.isEmpty() ? tr("%1.").arg(heldoutClause(a, b))
                                  : tr("%1; %2.").arg(heldoutClause(a, b), cost));
  return sentences.join(QLatin1Char(' '));
}

QString runLine(const RunResult& result) {
  const auto count = [](std::int64_t steps) { return QLocale().toString(static_cast<qlonglong>(steps)); };
  const std::int64_t a = result.lane(LaneId::A).steps, b = result.lane(LaneId::B).steps;
  const QString steps = a == b && a == 1 ? tr("1 step each")
                        : a == b         ? tr("%1 steps each").arg(count(a))
                                         : tr("A %1 steps, B %2 steps").arg(count(a), count(b));
  return tr("%1, seed %2, %3").arg(steps, QString::number(result.seed), result.device);
}

}  // namespace kernelscope::ui

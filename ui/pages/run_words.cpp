#include "ui/pages/run_words.h"

#include "engine/config/layer_summary.h"
#include "engine/config/supervision.h"
#include "ui/plots/value_text.h"
#include "ui/widgets/number_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

QString words(const char* text) {
  return QCoreApplication::translate("RunWords", text);
}

QString laneLetter(LaneId lane) {
  return QString::fromLatin1(laneName(lane));
}

QString decibels(double value) {
  return std::isfinite(value) ? decimalText(value, 1) : missingNumber();
}

// The file's name without folder and suffix, or the builtin picture's without its prefix and size.
QString pictureName(const std::string& source) {
  const QString text = QString::fromStdString(source);
  if (!text.startsWith(QStringLiteral("builtin:"))) return QFileInfo(text).fileName();
  return text.mid(8).section(QLatin1Char('_'), 0, 0);
}

// What the lanes see of the picture where that is not its values.
QString seenPart(const ExperimentConfig& config) {
  switch (supervisionOf(config)) {
    case Supervision::Gradient:
      return words(", gradients only");
    case Supervision::Laplacian:
      return words(", Laplacian only");
    case Supervision::Value:
      break;
  }
  return {};
}

std::int64_t lastGoodStep(const TrainingSnapshot& news) {
  return std::max<std::int64_t>(news.divergedAt - 1, 0);
}

}  // namespace

double newestMetric(const TrainingSnapshot& news, const std::string& metric) {
  for (const auto& [name, value] : news.finalMetrics) {
    if (name == metric) return value;
  }
  const int column = news.history.columnIndex(metric);
  return column < 0 ? MetricHistory::kMissing : news.history.latest(static_cast<std::size_t>(column));
}

TileContent laneContent(const ExperimentConfig& config, LaneId lane, const TrainingSnapshot* news,
                        bool catchingUp) {
  TileContent content;
  content.lane = lane;
  content.name = QString::fromStdString(config.lane(lane).name);
  content.layersText = QString::fromStdString(layersSummary(config.lane(lane).layers));
  content.metricUnit = words("dB");
  content.metricText = missingNumber();
  if (news != nullptr) {
    content.metricText = decibels(newestMetric(*news, "psnr_db"));
    const double heldOut = newestMetric(*news, "heldout_psnr_db");
    if (std::isfinite(heldOut)) content.heldOutText = words("held-out %1").arg(decibels(heldOut));
    if (news->state == LaneState::Diverged) {
      content.plate = PlateKind::Diverged;
      content.plateText = words("Last good state, step %1").arg(countText(lastGoodStep(*news)));
      return content;
    }
  }
  if (catchingUp) {
    content.plate = PlateKind::Notice;
    content.plateText = words("Catching up, step %1").arg(countText(news != nullptr ? news->step : 0));
  }
  return content;
}

TileContent keptContent(const ExperimentConfig& config, const Checkpoint& state, std::int64_t step) {
  TrainingSnapshot then;
  then.lane = state.lane;
  then.step = state.step;
  then.history = state.history;
  TileContent content = laneContent(config, state.lane, &then, false);
  content.plate = PlateKind::Notice;
  content.plateText = state.step == step ? words("Step %1").arg(countText(step))
                                         : words("Ended, step %1").arg(countText(state.step));
  return content;
}

QString raceWords(const ExperimentConfig& config) {
  if (config.race == "time") return words("Race: equal time");
  return config.race == "size" ? words("Race: equal size") : words("Race: equal steps");
}

TileContent targetContent(const ExperimentConfig& config, const ImageDataset& data) {
  TileContent content;
  content.name = words("Target");
  content.layersText =
      words("%1 %2 × %3").arg(pictureName(config.image.source)).arg(data.width()).arg(data.height()) +
      seenPart(config);
  return content;
}

RunStatus runStatus(RunPhase phase, const ExperimentConfig& config, const LaneNews& news,
                    std::optional<double> secondsLeft) {
  RunStatus status;
  status.steps = config.steps;
  status.secondsLeft = secondsLeft;
  QStringList running;
  bool anyDiverged = false, anyFailed = false;
  for (const auto& lane : news) {
    if (!lane) continue;
    status.step = std::max(status.step, lane->step);
    anyDiverged = anyDiverged || lane->state == LaneState::Diverged;
    anyFailed = anyFailed || lane->state == LaneState::Failed;
    if (!isTerminal(lane->state)) running << laneLetter(lane->lane);
  }
  switch (phase) {
    case RunPhase::Running:
      status.mark = RunMark::Running;
      if ((anyDiverged || anyFailed) && running.size() == 1)
        status.words = words("%1 running").arg(running.front());
      break;
    case RunPhase::Ended:
      status.mark = anyDiverged ? RunMark::Diverged : anyFailed ? RunMark::Warning : RunMark::Finished;
      if (anyFailed && !anyDiverged) status.words = words("Failed");
      break;
    case RunPhase::Loading:
      status.mark = RunMark::Paused;
      status.words = words("Reading");
      break;
    case RunPhase::Paused:
    case RunPhase::Idle:
      status.mark = RunMark::Paused;
      break;
  }
  return status;
}

LaneStatus laneStatus(const TrainingSnapshot& news) {
  LaneStatus status;
  status.parameters = news.cost.trainableParameters;
  status.millisecondsPerStep = news.millisecondsPerStep;
  if (news.state == LaneState::Diverged) {
    status.mark = RunMark::Diverged;
    status.words = words("%1 diverged at %2").arg(laneLetter(news.lane), countText(news.divergedAt));
  } else if (news.state == LaneState::Failed) {
    status.mark = RunMark::Warning;
    status.words = words("%1 failed").arg(laneLetter(news.lane));
  }
  return status;
}

bool deservesBanner(const TrainingSnapshot& news) {
  return news.state == LaneState::Diverged || news.state == LaneState::Failed;
}

QString laneBannerKey(LaneId lane) {
  return QStringLiteral("lane-") + laneLetter(lane);
}

BannerMessage laneBanner(const TrainingSnapshot& news, const TrainingSnapshot* other) {
  BannerMessage message;
  message.kind = BannerKind::Error;
  message.key = laneBannerKey(news.lane);
  const QString letter = laneLetter(news.lane);
  const QString otherLetter = laneLetter(news.lane == LaneId::A ? LaneId::B : LaneId::A);
  const bool otherGoesOn = other != nullptr && !isTerminal(other->state);
  const QString goesOn = otherGoesOn ? words("Lane %1 goes on. ").arg(otherLetter) : QString();
  if (news.state == LaneState::Failed) {
    message.title = words("Lane %1 stopped: it could not go on.").arg(letter);
    message.detail = goesOn + QString::fromStdString(news.message);
    return message;
  }
  const bool infinite = news.message.find("finite") != std::string::npos;
  message.title = (infinite ? words("Lane %1 stopped at step %2: its loss became infinite.")
                            : words("Lane %1 stopped at step %2: its loss grew out of bounds."))
                      .arg(letter, countText(news.divergedAt));
  message.detail = goesOn + words("Curves and weights up to step %1 are kept. A lower rate can help.")
                                .arg(countText(lastGoodStep(news)));
  return message;
}

RunResult runResult(const ExperimentConfig& config, const LaneNews& news, std::uint64_t runNumber,
                    const QString& device) {
  RunResult result;
  result.runNumber = runNumber;
  result.steps = config.steps;
  result.seed = config.seed;
  result.device = device;
  for (const LaneId lane : kLanes) {
    const auto& told = news[laneIndex(lane)];
    LaneResult& figures = result.lanes[laneIndex(lane)];
    figures.name = QString::fromStdString(config.lane(lane).name);
    if (!told) continue;
    figures.state = told->state;
    figures.trainPsnrDb = newestMetric(*told, "psnr_db");
    figures.heldoutPsnrDb = newestMetric(*told, "heldout_psnr_db");
    figures.correlation = told->finalMetric("correlation");
    figures.parameters = told->cost.trainableParameters;
    figures.mergedParameters = told->cost.mergedParameters;
    figures.millisecondsPerStep = told->millisecondsPerStep;
    figures.seconds = told->seconds;
    figures.steps = told->step;
    figures.divergedAt = told->divergedAt;
  }
  return result;
}

}  // namespace kernelscope::ui

#include "ui/panels/kernel_error/study_verdict.h"

#include "ui/plots/value_text.h"
#include "ui/widgets/number_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

constexpr qsizetype kMostWords = 45;
constexpr double kSlopeTolerance = 0.05;
constexpr double kHalfNormalSpread = 0.756;  // std of |error| by its mean, for normal errors

QString verdictText(const char* text) {
  return QCoreApplication::translate("StudyVerdict", text);
}

bool hasVariance(const MethodReport& method) {
  return method.whyNoVariance.empty();
}

// Letters of the methods that `holds` is true for: "A", "A and C".
template <typename Holds>
QString lettersWhere(const KernelStudy& study, Holds&& holds) {
  QStringList letters;
  for (std::size_t i = 0; i < study.methods(); ++i)
    if (holds(study.report->methods[i])) letters << study.names[i].letter;
  return enumerated(letters);
}

QString comparison(const KernelStudy& study) {
  const auto errorOf = [&](std::size_t i) {
    return study.report->methods[i].curve[study.report->shown].mean;
  };
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < study.methods(); ++i)
    if (hasVariance(study.report->methods[i]) && errorOf(i) > 0) places.push_back(i);
  if (places.size() < 2) return {};
  const auto [best, worst] = std::ranges::minmax_element(places, {}, errorOf);
  const double less = 1 - errorOf(*best) / errorOf(*worst);
  const QString m = countText(study.shownFeatures());
  if (less <= errorNoise(*study.report))
    return places.size() == 2
               ? verdictText("At m = %1 %2 and %3 are equal within the noise of the trials.")
                     .arg(m, study.names[places[0]].letter, study.names[places[1]].letter)
               : verdictText("At m = %1 all methods are equal within the noise of the trials.").arg(m);
  const QString share = significantText(less * 100, 2) + QStringLiteral("\u00A0%");
  return verdictText("At m = %1 the error of %2 is %3 smaller than that of %4.")
      .arg(m, study.names[*best].letter, share, study.names[*worst].letter);
}

QString slopeWords(const KernelStudy& study) {
  const MethodReport* flattest = nullptr;
  QString letter;
  for (std::size_t i = 0; i < study.methods(); ++i) {
    const MethodReport& method = study.report->methods[i];
    if (!method.slope || !hasVariance(method) || !std::isfinite(method.slope->slope)) continue;
    const auto distance = [](const MethodReport& one) { return std::abs(one.slope->slope + 0.5); };
    if (flattest != nullptr && distance(method) <= distance(*flattest)) continue;
    flattest = &method;
    letter = study.names[i].letter;
  }
  if (flattest == nullptr) return {};
  const double slope = flattest->slope->slope;
  if (std::abs(slope + 0.5) <= kSlopeTolerance)
    return verdictText("Four times the features halve the error: the slope of %1 is %2.")
        .arg(letter, decimalText(slope, 2));
  return slope > -0.5
             ? verdictText("The slope of %1 is %2, flatter than −1/2.").arg(letter, decimalText(slope, 2))
             : verdictText("The slope of %1 is %2, steeper than −1/2.").arg(letter, decimalText(slope, 2));
}

}  // namespace

double errorNoise(const KernelErrorReport& report) {
  const double draws = static_cast<double>(report.trials) * static_cast<double>(report.pairs.size());
  return 2 * kHalfNormalSpread * std::sqrt(2 / std::max(1.0, draws));
}

QString studyVerdict(const KernelStudy& study) {
  if (!study) return {};
  QStringList sentences;
  const QString endless =
      lettersWhere(study, [](const MethodReport& method) { return !hasVariance(method); });
  if (!endless.isEmpty())
    sentences
        << verdictText("%1 has no variance that draws could show: its curve is an accident.").arg(endless);
  const QString biased = lettersWhere(study, [&](const MethodReport& method) {
    const bool heavy = method.tailMeasure > 1;  // then means of few draws prove nothing
    return hasVariance(method) && !heavy && method.curve[study.report->shown].biasZ > 4;
  });
  if (!biased.isEmpty()) sentences << verdictText("%1 is biased.").arg(biased);
  sentences << comparison(study) << slopeWords(study);
  const QString heavy = lettersWhere(study, [](const MethodReport& method) {
    const bool flat = method.slope && method.slope->slope > -0.5 + kSlopeTolerance;
    return hasVariance(method) && flat && method.tailMeasure > 1;
  });
  if (!heavy.isEmpty()) sentences << verdictText("Heavy tails of %1 flatten the slope.").arg(heavy);
  QString words;
  for (const QString& sentence : sentences) {
    const QString longer = words.isEmpty() ? sentence : words + QLatin1Char(' ') + sentence;
    if (sentence.isEmpty() || longer.split(QLatin1Char(' '), Qt::SkipEmptyParts).size() > kMostWords)
      continue;
    words = longer;
  }
  return words;
}

}  // namespace kernelscope::ui

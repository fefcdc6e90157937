#include "ui/panels/kernel_error/study_advice.h"

#include "ui/panels/kernel_error/study_figures.h"
#include "ui/plots/value_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <limits>

namespace kernelscope::ui {

namespace {

constexpr std::size_t kShownChoices = 3;

QString adviceText(const char* text) {
  return QCoreApplication::translate("StudyAdvice", text);
}

// Advice is about independent draws: that needs no word.
QString choiceWords(KernelMethodSpec method) {
  const QString independent = adviceText("independent");
  QStringList words = methodWords(method).split(QStringLiteral(", "));
  words.removeAll(independent);
  return words.join(QStringLiteral(", "));
}

}  // namespace

StudyTableContent adviceTable(const KernelStudy& study) {
  StudyTableContent table;
  if (!study || study.report->advice.empty()) return table;
  table.heads = {adviceText("predicted"), adviceText("measured")};
  table.series = {-1, -1};
  const std::vector<Advice>& advice = study.report->advice;
  for (std::size_t i = 0; i < std::min(kShownChoices, advice.size()); ++i)
    table.rows.push_back(
        {choiceWords(advice[i].method), {{featuresText(advice[i].features)}, {missingNumber()}}});
  for (std::size_t i = 0; i < std::min(kExplainedMethods, study.methods()); ++i) {
    const MethodReport& method = study.report->methods[i];
    const bool variance = method.whyNoVariance.empty();
    const QString predicted = !method.predictable ? missingNumber()
                              : variance          ? featuresText(method.featuresForError)
                                                  : QStringLiteral("∞");
    table.rows.push_back({adviceText("now: %1").arg(study.names[i].both()),
                          {{predicted}, {featuresText(method.measuredFeatures), !variance}}});
  }
  return table;
}

}  // namespace kernelscope::ui

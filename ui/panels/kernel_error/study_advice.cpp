#include "ui/panels/kernel_error/study_advice.h"

#include "ui/panels/kernel_error/study_figures.h"

#include <QCoreApplication>
#include <algorithm>

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
  table.heads = {adviceText("m")};
  table.series = {-1};
  const std::vector<Advice>& advice = study.report->advice;
  for (std::size_t i = 0; i < std::min(kShownChoices, advice.size()); ++i)
    table.rows.push_back({choiceWords(advice[i].method), {{featuresText(advice[i].features)}}});
  for (std::size_t i = 0; i < std::min(kExplainedMethods, study.methods()); ++i) {
    const MethodReport& method = study.report->methods[i];
    const bool variance = method.whyNoVariance.empty();
    const QString predicted = variance ? featuresText(method.featuresForError) : QStringLiteral("∞");
    const QString& letter = study.names[i].letter;
    if (method.predictable)
      table.rows.push_back({adviceText("%1 now, predicted").arg(letter), {{predicted}}});
    table.rows.push_back(
        {adviceText("%1 now, measured").arg(letter), {{featuresText(method.measuredFeatures), !variance}}});
  }
  return table;
}

}  // namespace kernelscope::ui

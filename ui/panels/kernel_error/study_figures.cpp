#include "ui/panels/kernel_error/study_figures.h"

#include "ui/panels/kernel_error/error_chart.h"
#include "ui/plots/value_text.h"
#include "ui/widgets/number_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <functional>

namespace kernelscope::ui {

namespace {

QString figureText(const char* text) {
  return QCoreApplication::translate("StudyFigures", text);
}

const QString kEndless = QStringLiteral("∞");
constexpr double kMostCounted = 1e15;

using CellOf = std::function<StudyCell(const MethodReport&, const ErrorPoint&)>;

StudyTableContent tableOf(const KernelStudy& study, std::size_t most, bool names) {
  StudyTableContent table;
  for (std::size_t i = 0; i < std::min(most, study.methods()); ++i) {
    table.heads.push_back(names ? study.names[i].both() : study.names[i].letter);
    table.series.push_back(static_cast<int>(i));
  }
  return table;
}

void addRow(StudyTableContent& table, const KernelStudy& study, const QString& label, const CellOf& cell) {
  StudyRow row{label, {}};
  for (std::size_t i = 0; i < table.heads.size(); ++i) {
    const MethodReport& method = study.report->methods[i];
    row.cells.push_back(cell(method, method.curve[study.report->shown]));
  }
  table.rows.push_back(std::move(row));
}

StudyCell measuredStd(const MethodReport& method, const ErrorPoint& point) {
  return {significantText(point.std, 3), !method.whyNoVariance.empty()};
}

StudyCell meanError(const MethodReport&, const ErrorPoint& point) {
  return {errorText(point.mean)};
}

StudyCell predicted(const MethodReport& method, const ErrorPoint& point) {
  return {predictedText(method, point.predictedStd)};
}

StudyCell neededFeatures(const MethodReport& method, const ErrorPoint&) {
  return {featuresText(method.whyNoVariance.empty() ? method.featuresForError
                                                    : std::numeric_limits<double>::infinity())};
}

StudyCell certified(const MethodReport& method, const ErrorPoint&) {
  return {std::isfinite(method.certifiedFeatures) ? featuresText(method.certifiedFeatures) : missingNumber()};
}

StudyCell takenA(const MethodReport& method, const ErrorPoint&) {
  return {method.A ? significantText(*method.A, 3) : missingNumber()};
}

QString wishedWords(const KernelStudy& study) {
  return study.config ? figureText("m for %1 std").arg(shareText(study.config->wishedError))
                      : figureText("m for the wished std");
}

QString certificateWords(const KernelStudy& study) {
  const double confidence = study.config ? study.config->confidence : 0.95;
  return figureText("m, certified at %1").arg(shareText(confidence));
}

void addBias(StudyTableContent& table, const KernelStudy& study) {
  addRow(table, study, figureText("Bias: mean − exact"),
         [](const MethodReport&, const ErrorPoint& point) -> StudyCell {
           return {significantText(point.bias, 2)};
         });
  const auto bounded = [](const MethodReport& method) { return method.biasBound > 0; };
  if (std::ranges::any_of(study.report->methods, bounded))
    addRow(table, study, figureText("Bias by construction, at most"),
           [](const MethodReport& method, const ErrorPoint&) -> StudyCell {
             return {method.biasBound > 0 ? significantText(method.biasBound, 2) : QStringLiteral("0")};
           });
  addRow(table, study, figureText("Bias in standard errors"),
         [](const MethodReport&, const ErrorPoint& point) -> StudyCell {
           return {decimalText(point.biasZ, 1), point.biasZ > kBiasLimit};
         });
}

}  // namespace

QString featuresText(double features) {
  if (std::isnan(features)) return missingNumber();
  if (!std::isfinite(features)) return kEndless;
  if (features >= kMostCounted) return significantText(features, 2);
  return features < 1e7 ? countText(std::llround(features)) : significantText(features, 2);
}

QString predictedText(const MethodReport& method, double std) {
  if (!method.whyNoVariance.empty() && method.predictable) return kEndless;
  if (!method.predictable) return missingNumber();
  return std::isinf(std) ? kEndless : significantText(std, 3);
}

QString slopeText(const MethodReport& method) {
  return method.slope ? decimalText(method.slope->slope, 2) : missingNumber();
}

QString slopeInterval(const MethodReport& method) {
  if (!method.slope) return missingNumber();
  const double half = (method.slope->high - method.slope->low) / 2;
  return QStringLiteral("±\u00A0") + decimalText(half, half < 0.00995 ? 3 : 2);
}

StudyTableContent estimatesTable(const KernelStudy& study) {
  if (!study) return {};
  StudyTableContent table = tableOf(study, study.methods(), study.methods() <= kExplainedMethods);
  const bool onePair = study.report->pairs.size() == 1;
  if (onePair)
    addRow(table, study, figureText("Exact value"), [&](const MethodReport&, const ErrorPoint&) -> StudyCell {
      return {significantText(study.report->exact.front(), 4)};
    });
  if (onePair)
    addRow(table, study, figureText("Mean of the estimates"),
           [](const MethodReport& method, const ErrorPoint&) -> StudyCell {
             return {significantText(method.ranges.front().mean, 4)};
           });
  addBias(table, study);
  addRow(table, study, figureText("Std, measured"), measuredStd);
  addRow(table, study, figureText("Std, predicted"), predicted);
  addRow(table, study, figureText("Mean relative error"), meanError);
  addRow(table, study, wishedWords(study), neededFeatures);
  addRow(table, study, certificateWords(study), certified);
  addRow(table, study, figureText("A taken"), takenA);
  return table;
}

StudyTableContent explainTable(const KernelStudy& study) {
  if (!study) return {};
  StudyTableContent table = tableOf(study, kExplainedMethods, false);
  addRow(table, study, figureText("Mean error"), meanError);
  addRow(table, study, figureText("Std, measured"), measuredStd);
  addRow(table, study, figureText("Std, predicted"), predicted);
  addRow(table, study, figureText("Slope"),
         [](const MethodReport& method, const ErrorPoint&) -> StudyCell { return {slopeText(method)}; });
  addRow(table, study, figureText("95\u00A0% interval"),
         [](const MethodReport& method, const ErrorPoint&) -> StudyCell { return {slopeInterval(method)}; });
  addRow(table, study, wishedWords(study), neededFeatures);
  addRow(table, study, figureText("Certified m"), certified);
  addRow(table, study, figureText("A taken"), takenA);
  return table;
}

}  // namespace kernelscope::ui

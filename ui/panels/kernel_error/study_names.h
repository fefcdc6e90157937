#pragma once
// What a study's methods and its target are called, and a study with those names: what every part of the
// kernel-error page draws.

#include "engine/analysis/kernel_error/kernel_error_report.h"
#include "ui/theme/theme.h"

#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

namespace kernelscope::ui {

struct MethodName {
  QString letter;  // "A", "B", "C", ...: by place
  QString name;    // "orthogonal": what tells it from the others; or the name that the reader gave it
  QString both() const { return letter + QLatin1Char(' ') + name; }
};

struct KernelStudy {
  std::shared_ptr<const KernelErrorReport> report;
  std::shared_ptr<const KernelErrorConfig> config;
  std::vector<MethodName> names;  // one for each method of the report

  explicit operator bool() const { return report != nullptr && !report->methods.empty(); }
  std::size_t methods() const { return report ? report->methods.size() : 0; }
  // The m of histogram and table.
  int shownFeatures() const { return report->features[report->shown]; }
};

// Null parts are allowed: methods are then called by their names in the report.
KernelStudy kernelStudy(std::shared_ptr<const KernelErrorReport> report,
                        std::shared_ptr<const KernelErrorConfig> config);

// Letter and name of every method.
std::vector<MethodName> methodNames(const KernelErrorConfig& config);

// "universal, real, orthogonal, A optimal": every choice of a method that is not a matter of course.
QString methodWords(const KernelMethodSpec& method);
// "sin(w·x)", "arc-cosine, order 1".
QString targetWords(const KernelTarget& target);

// "A", "A and B", "A, B and C".
QString enumerated(const QStringList& words);

// The place of an m in the report; nothing when it was not measured.
std::optional<std::size_t> placeOfFeatures(const KernelErrorReport& report, double m);

}  // namespace kernelscope::ui

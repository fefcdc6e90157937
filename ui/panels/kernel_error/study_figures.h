#pragma once
// The numbers of a study as text, one function for each row of its tables.

#include "ui/panels/kernel_error/study_names.h"
#include "ui/panels/kernel_error/study_table.h"

namespace kernelscope::ui {

// A count of features: "1,204"; the infinity sign where there is no such number.
QString featuresText(double features);
// Of the mean of m features: a dash where no closed form holds, the infinity sign where there is no variance.
QString predictedText(const MethodReport& method, double std);
// "−0.48" and "± 0.01", half of the 95 % interval; a dash without a slope.
QString slopeText(const MethodReport& method);
QString slopeInterval(const MethodReport& method);

// Above it a bias is no accident of the draws.
inline constexpr double kBiasLimit = 4;

// Everything about every method at the shown m: the tab "Estimates".
StudyTableContent estimatesTable(const KernelStudy& study);
// What fits beside an equation: the explain panel, at most three methods.
inline constexpr std::size_t kExplainedMethods = 3;
StudyTableContent explainTable(const KernelStudy& study);

}  // namespace kernelscope::ui

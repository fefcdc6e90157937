#pragma once
// The curve of a kernel-error study: mean relative error, or standard deviation measured and predicted,
// against the number of features; and its words.

#include "ui/panels/kernel_error/study_names.h"
#include "ui/plots/study_chart.h"
#include "ui/plots/text_segments.h"

#include <QStringList>

namespace kernelscope::ui {

enum class ErrorQuantity { MeanError, Deviation };

struct ErrorView {
  ErrorQuantity quantity = ErrorQuantity::MeanError;
  bool logX = true, logY = true, grid = false;
  bool computing = false;  // newer numbers are on their way
  bool operator==(const ErrorView&) const = default;
};

// A method without a variance is drawn thin and dotted, without a band and with that label.
StudyChart errorChart(const KernelStudy& study, const ErrorView& view);

// "m = 128, A 30.5 %, B 28.1 %, mean relative error": at `m`, or at the m of the histogram without one.
std::vector<TextSegment> errorReadout(const KernelStudy& study, ErrorQuantity quantity,
                                      std::optional<double> m, const Theme& theme);

// Sentences that the curves need to be read right: infinite variances and why, one for each method; heavy
// tails.
QStringList errorCautions(const KernelStudy& study);

// "30.5 %", "0.84 %".
QString errorText(double share);
// A share that was set, without zeros that say nothing: "5 %".
QString shareText(double share);

}  // namespace kernelscope::ui

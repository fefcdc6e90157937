#pragma once
// What the frame around the kernel-error page says of a study, in words and marks.

#include "engine/analysis/kernel_error/kernel_error_report.h"
#include "ui/widgets/status_strip.h"

namespace kernelscope::ui {

// "Answered in 84 ms, 500 of 500 trials".
RunStatus answeredStatus(const KernelErrorReport& report);
// A share of the trials, and what is left by the pace so far.
RunStatus computingStatus(int trials, double share, double seconds);
// Nothing was answered: stopped by the user, or impossible.
RunStatus stoppedStatus(bool failed);

}  // namespace kernelscope::ui

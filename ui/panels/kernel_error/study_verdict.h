#pragma once
// What can be seen in a kernel-error study, in plain words made from its numbers alone: at most 45 words.

#include "ui/panels/kernel_error/study_names.h"

namespace kernelscope::ui {

QString studyVerdict(const KernelStudy& study);

// Mean errors closer than this (relative) may differ by the accident of the draws: two standard errors of
// their difference.
double errorNoise(const KernelErrorReport& report);

}  // namespace kernelscope::ui

#pragma once
// The advisor's best choices with the features they are predicted to need, and what the present methods need
// by prediction and by measurement.

#include "ui/panels/kernel_error/study_names.h"
#include "ui/panels/kernel_error/study_table.h"

namespace kernelscope::ui {

// Up to three choices, then the present methods (up to three). Empty without advice.
StudyTableContent adviceTable(const KernelStudy& study);

}  // namespace kernelscope::ui

#pragma once
// Who won what, in plain words made from the figures alone.

#include "ui/panels/run_result.h"

#include <QString>

namespace kernelscope::ui {

// "A fits the training pixels 5.0 dB better. On held-out pixels they are equal within 0.1 dB; B has 24 %
// fewer parameters and needs 18 % less time per step." Differences up to 0.1 dB, and times within 2 %, are
// called equal. A lane that diverged or failed is said to have, and the two are then not compared.
QString verdict(const RunResult& result);

// "2,000 steps each, seed 7, CPU"; "A 2,000 steps, B 640 steps, ..." when a lane stopped earlier.
QString runLine(const RunResult& result);

}  // namespace kernelscope::ui

#pragma once
// What stands above a figure so that it can be read alone: which experiment, which set-up, which step.

#include "engine/config/experiment_config.h"
#include "ui/pages/run_words.h"

#include <QString>
#include <cstdint>
#include <optional>

namespace kernelscope::ui {

struct FigureCaption {
  QString title;    // the experiment's title
  QString details;  // picture, seed, steps
  QString lanes;    // both lanes' layers, for a figure without tiles
};

// `picture` is the target tile's second line ("camera 128 × 128"). Without news no step is named; `shownStep`
// is named instead of theirs.
FigureCaption figureCaption(const ExperimentConfig& config, const QString& picture, const LaneNews& news,
                            std::optional<std::int64_t> shownStep);

}  // namespace kernelscope::ui

#pragma once
// How the stage compares the lanes, and whose picture a tile shows.

#include "engine/config/experiment_config.h"

#include <array>
#include <cstddef>

namespace kernelscope::ui {

// Tiles: target, A and B side by side. In the others a larger tile beside the target holds both lanes:
// divided by a line that can be moved, in turn, or as the difference A - B.
enum class StageMode { Tiles, Wipe, Blink, Difference };
inline constexpr std::array kStageModes = {StageMode::Tiles, StageMode::Wipe, StageMode::Blink,
                                           StageMode::Difference};

enum class StageSource { Target, LaneA, LaneB };
inline constexpr std::array kStageSources = {StageSource::Target, StageSource::LaneA, StageSource::LaneB};

constexpr std::size_t sourceIndex(StageSource source) {
  return static_cast<std::size_t>(source);
}
constexpr StageSource sourceOf(LaneId lane) {
  return lane == LaneId::A ? StageSource::LaneA : StageSource::LaneB;
}

}  // namespace kernelscope::ui

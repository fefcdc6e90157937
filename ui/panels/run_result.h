#pragma once
// The figures of a finished run that the summary card shows.

#include "engine/config/experiment_config.h"
#include "engine/train/training_snapshot.h"

#include <QString>
#include <array>
#include <cstdint>
#include <limits>

namespace kernelscope::ui {

inline constexpr double kNotMeasured = std::numeric_limits<double>::quiet_NaN();

struct LaneResult {
  QString name;  // "FFL"
  LaneState state = LaneState::Finished;
  double trainPsnrDb = kNotMeasured;
  double heldoutPsnrDb = kNotMeasured;  // not measured when no pixel is held out
  std::int64_t parameters = 0;          // trained
  std::int64_t mergedParameters = 0;  // after joining an SNNK with the linear map behind it; 0 or equal: none
  double millisecondsPerStep = kNotMeasured;
  double seconds = kNotMeasured;  // training time used
  std::int64_t steps = 0;         // done
  std::int64_t divergedAt = 0;
  double correlation = kNotMeasured;  // with the target, of a picture recovered from derivatives
};

struct RunResult {
  std::uint64_t runNumber = 1;
  std::int64_t steps = 0;  // the budget
  std::uint64_t seed = 0;
  QString device;  // "CPU"
  std::array<LaneResult, 2> lanes;

  const LaneResult& lane(LaneId id) const { return lanes[laneIndex(id)]; }
};

}  // namespace kernelscope::ui

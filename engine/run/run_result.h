#pragma once
// How a run ended, as result.json tells it.

#include "engine/backend/backend.h"
#include "engine/config/supervision.h"
#include "engine/train/training_snapshot.h"

#include <nlohmann/json.hpp>

#include <array>
#include <memory>
#include <string>

namespace kernelscope {

enum class RunStatus { Finished, Stopped, Diverged, Failed };
const char* runStatusName(RunStatus status);

// The terminal snapshots of both lanes.
using LaneSnapshots = std::array<std::shared_ptr<const TrainingSnapshot>, 2>;

// Failed before stopped before diverged before finished: the worst that happened to a lane.
RunStatus runStatus(const LaneSnapshots& lanes);

// What a reader must know about values that were recovered from derivatives; empty for Value.
std::string recoveryNote(Supervision supervision);

// The entry "backend" of result.json.
nlohmann::ordered_json backendResult(const DeviceInfo& device, int threads);

// The document of result.json. `seconds` is wall-clock time of the whole run.
nlohmann::ordered_json runResult(const ExperimentConfig& config, const LaneSnapshots& lanes,
                                 const DeviceInfo& device, int threads, double seconds);

}  // namespace kernelscope

#pragma once
// What a running experiment must do when its config becomes another.

#include "engine/config/experiment_config.h"

namespace kernelscope {

enum class ConfigChange { None, Live, RestartLaneA, RestartLaneB, RestartBoth };

// The smallest action that makes a run of `before` a run of `after`. Live: learning rate, step budget
// and stop rules, which a running lane takes over at its next step. A restart of a lane takes over changed
// live values, too. In a time race a change of one lane restarts both, so that both begin together.
ConfigChange configDiff(const ExperimentConfig& before, const ExperimentConfig& after);

}  // namespace kernelscope

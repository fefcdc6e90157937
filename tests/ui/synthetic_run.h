#pragma once
// A made-up run that looks like a real one: pictures with edges and noise, curves that wiggle, drop and
// level off. For drawing tests only; nothing is trained.

#include "engine/config/experiment_config.h"
#include "engine/observe/metric_history.h"
#include "engine/train/training_snapshot.h"

#include <cstdint>
#include <memory>

namespace kernelscope::testing {

// value, gradient_magnitude, laplacian and error of a size x size picture blurred by `blur` samples, with
// noise of amplitude `noise`; blur 0 and noise 0 is the target. Three channels if `colored`.
std::shared_ptr<const Observation> syntheticFields(int size, double blur, double noise, bool colored = false);

// `steps` rows of the image-field columns. Held-out values stand at every eighth step and the last.
MetricHistory syntheticHistory(LaneId lane, std::int64_t steps);

}  // namespace kernelscope::testing

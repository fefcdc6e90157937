#pragma once
// What a study estimates: a function f of z = w.x + b, or a kernel of the pair. Exact values in float64.

#include "engine/analysis/kernel_error/exponential_features.h"
#include "engine/config/kernel_error_config.h"

#include <functional>
#include <span>

namespace kernelscope {

struct TargetKernel {
  std::function<double(const PairGeometry& pair)> exact;
  std::function<double(double z)> ofArgument;  // null for kernels that are no function of z
};

// Throws ConfigError for a formula that cannot be read or has no value at 0.
TargetKernel makeTarget(const KernelTarget& target);

// The largest |z| of the pairs, at least 1e-3.
double largestArgument(std::span<const PairGeometry> pairs);

// What small kernel values are measured against: the largest |f| on [-z, z], z the largest argument; for
// other kernels the largest |K| of the pairs.
double targetScale(const TargetKernel& target, std::span<const PairGeometry> pairs);

}  // namespace kernelscope

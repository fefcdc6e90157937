#pragma once
// From what a user chose to a method with all its free numbers settled.

#include "engine/analysis/kernel_error/kernel_method.h"
#include "engine/analysis/kernel_error/target_kernel.h"
#include "engine/config/kernel_error_config.h"

#include <memory>
#include <optional>
#include <span>

namespace kernelscope {

struct PreparedMethod {
  std::string id;
  ProjectionLaw law;
  std::unique_ptr<const KernelMethod> method;
  std::optional<double> A;  // the number that was taken, where the features have one that is fixed
  bool predictable = true;  // the closed forms hold: independent draws, nothing as released
};

// `pairs` are those of the study: the first numbers to settle follow from their mean geometry, the interval
// of numerical transforms and fits from their largest |z|. Throws ConfigError at `pointer` ("/methods/2")
// where the target has no such features, NumericalError where a transform cannot be computed.
PreparedMethod prepareMethod(const KernelMethodSpec& spec, const KernelTarget& target,
                             const TargetKernel& kernel, std::span<const PairGeometry> pairs,
                             const std::string& pointer);

// Means of the numbers of all pairs.
PairGeometry typicalPair(std::span<const PairGeometry> pairs);

}  // namespace kernelscope

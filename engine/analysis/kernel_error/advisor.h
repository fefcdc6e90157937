#pragma once
// Which features to take: every choice that estimates the target without a bias that matters, by predicted
// variance.

#include "engine/analysis/kernel_error/kernel_pair.h"
#include "engine/analysis/kernel_error/target_kernel.h"
#include "engine/config/kernel_error_config.h"

#include <optional>
#include <span>
#include <vector>

namespace kernelscope {

struct Advice {
  KernelMethodSpec method;
  std::optional<double> A;      // settled, where it is one fixed number
  double relativeStdOfOne = 0;  // of one independent draw, relative to the exact values: root mean square
  double features = 0;          // m for the wished error
};

// Best first; choices without a variance and those whose bias exceeds half the wished error are left out.
// Independent draws throughout: other samplings have no closed form. Cost: about 50 ms.
std::vector<Advice> advise(const KernelTarget& target, const TargetKernel& kernel,
                           std::span<const KernelPair> pairs, double scale, double wishedError);

}  // namespace kernelscope

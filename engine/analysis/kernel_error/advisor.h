#pragma once
// Which features to take: every choice that estimates the target without a bias that matters, by predicted
// variance.

#include "engine/analysis/kernel_error/kernel_pair.h"
#include "engine/analysis/kernel_error/target_kernel.h"
#include "engine/config/kernel_error_config.h"

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace kernelscope {

struct Advice {
  KernelMethodSpec method;
  std::optional<double> A;      // settled, where it is one fixed number
  int projections = 1;          // that a draw takes
  double relativeStdOfOne = 0;  // of one independent draw, relative to the exact values: root mean square
  double features = 0;          // m for the wished error
};

// Best first; choices without a variance and those whose bias exceeds half the wished error are left out.
// Independent draws throughout: other samplings have no closed form. Throws Cancelled
// when stopped.
std::vector<Advice> advise(const KernelTarget& target, const TargetKernel& kernel,
                           std::span<const KernelPair> pairs, double scale, double wishedError,
                           std::stop_token stop = {});

}  // namespace kernelscope

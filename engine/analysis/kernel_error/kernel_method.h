#pragma once
// One way to estimate a kernel value by random features: a mean over m draws of one number. Immutable and
// shared by threads. Everything is float64.

#include "engine/analysis/kernel_error/exponential_features.h"
#include "engine/analysis/kernel_error/projection_draw.h"

#include <memory>
#include <string>

namespace kernelscope {

class KernelMethod {
 public:
  virtual ~KernelMethod() = default;

  // What the mean over infinitely many draws is.
  virtual double exact(const PairGeometry& pair) const = 0;
  // Draw `index` of the number whose mean over draws is the estimate.
  virtual double feature(const PairGeometry& pair, const ProjectionDraw& draw, std::size_t index) const = 0;
  // Standard deviation of one independent draw; infinite where the second moment does not exist.
  virtual double predictedStd(const PairGeometry& pair) const = 0;
  // Bound of |E estimate - kernel| by construction; 0 for unbiased methods.
  virtual double biasBound() const { return 0; }
};

}  // namespace kernelscope

#pragma once
// One way to estimate a kernel value by random features: a mean over m draws of one number. Immutable and
// shared by threads. Everything is float64.

#include "engine/analysis/kernel_error/kernel_pair.h"
#include "engine/analysis/kernel_error/projection_draw.h"

#include <limits>
#include <optional>
#include <span>
#include <string>

namespace kernelscope {

// One feature at a frequency in the middle of those that are drawn: the numbers in its second moment.
struct TypicalFeature {
  double s = 1;             // 2 pi times the frequency
  double A = 0;             // at this frequency
  Split split;              // rho on the input's side, eta on the weight's
  double secondMoment = 0;  // E|L L|^2, infinite when it overflows
};

class KernelMethod {
 public:
  virtual ~KernelMethod() = default;

  // What the mean over infinitely many draws is.
  virtual double mean(const PairGeometry& pair) const = 0;
  // The first values.size() draws of the number whose mean over draws is the estimate.
  virtual void features(const PairGeometry& pair, const ProjectionDraw& draw,
                        std::span<double> values) const = 0;
  // What of a projection the draws look at, besides g.x and g.w.
  virtual DrawNeeds needs() const = 0;
  // How many projections one draw takes, each from a sequence of its own: of `count` draws, draw j uses the
  // projections j, count + j, 2 count + j, ...
  virtual int projectionsPerFeature() const { return 1; }
  // The pair that the projections see: polynomial features take the bias as one more dimension.
  virtual KernelPair seenPair(const KernelPair& pair) const { return pair; }

  // Standard deviation of one independent draw; infinite where the second moment does not exist.
  virtual double predictedStd(const PairGeometry& pair) const = 0;
  // Why it does not exist, in a sentence; empty where it does.
  virtual std::string whyNoVariance(const PairGeometry&) const { return {}; }
  // The largest |draw - what is exact in it|, for certificates; infinite where draws are not bounded.
  virtual double featureBound(const PairGeometry&) const { return std::numeric_limits<double>::infinity(); }
  // eta |w| of a typical frequency: above 1 the tails are heavy, and a measured deviation says little.
  virtual double tailMeasure(const PairGeometry&) const { return 0; }
  // Nothing where features are no exponentials of waves.
  virtual std::optional<TypicalFeature> typicalFeature(const PairGeometry&) const { return std::nullopt; }
  // Bound of |mean - kernel| by construction; 0 for unbiased methods.
  virtual double biasBound() const { return 0; }
};

}  // namespace kernelscope

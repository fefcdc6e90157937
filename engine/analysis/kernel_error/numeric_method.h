#pragma once
// Universal random features of any function by its numerical transform: a draw takes one of the waves of a
// NumericSpectrum, with a probability proportional to its amplitude (times the size of its feature, under the
// optimal proposal), and an exponential feature of its frequency. Unbiased up to what the spectrum left out.

#include "engine/analysis/kernel_error/kernel_method.h"
#include "engine/analysis/kernel_error/numeric_spectrum.h"
#include "engine/analysis/kernel_error/split_rule.h"
#include "engine/analysis/kernel_error/universal_method.h"

#include <vector>

namespace kernelscope {

class NumericMethod final : public KernelMethod {
 public:
  // `typical` is what the optimal proposal is made for.
  NumericMethod(NumericSpectrum spectrum, const SplitRule& rule, ProposalKind proposal,
                const PairGeometry& typical);

  double mean(const PairGeometry& pair) const override { return spectrum_.evaluate(pair.argument()); }
  void features(const PairGeometry& pair, const ProjectionDraw& draw,
                std::span<double> values) const override;
  DrawNeeds needs() const override;
  double predictedStd(const PairGeometry& pair) const override;
  std::string whyNoVariance(const PairGeometry& pair) const override;
  double featureBound(const PairGeometry& pair) const override;
  double tailMeasure(const PairGeometry& pair) const override;
  std::optional<TypicalFeature> typicalFeature(const PairGeometry& pair) const override;
  double biasBound() const override { return spectrum_.leftOut; }

 private:
  std::size_t waveAt(double share) const;  // the first by which so much of the probability is spent
  double secondMoment(const PairGeometry& pair, std::size_t wave) const;  // of its feature

  NumericSpectrum spectrum_;
  SplitRule rule_;
  std::vector<double> probability_, cumulative_;  // of each wave
};

}  // namespace kernelscope

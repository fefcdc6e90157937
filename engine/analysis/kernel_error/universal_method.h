#pragma once
// Universal random features of f(w.x + b): the affine part of f exactly, plus for each draw a frequency and
// an exponential feature. Real features with the balanced split, complex ones otherwise.

#include "engine/analysis/kernel_error/kernel_method.h"
#include "engine/analysis/kernel_error/split_rule.h"
#include "engine/features/frequency_proposal.h"

#include <optional>

namespace kernelscope {

enum class ProposalKind { Amplitude, Optimal };  // |F|, or |F| sqrt(M2) at a typical pair

class UniversalMethod final : public KernelMethod {
 public:
  // `typical` is what the optimal proposal is made for; where its variance is infinite, so that there is no
  // best proposal, |F| is taken.
  UniversalMethod(SpectralForm form, const SplitRule& rule, ProposalKind proposal,
                  const PairGeometry& typical);

  double mean(const PairGeometry& pair) const override;
  void features(const PairGeometry& pair, const ProjectionDraw& draw,
                std::span<double> values) const override;
  DrawNeeds needs() const override;
  double predictedStd(const PairGeometry& pair) const override;
  std::string whyNoVariance(const PairGeometry& pair) const override;
  double featureBound(const PairGeometry& pair) const override;
  double tailMeasure(const PairGeometry& pair) const override;
  std::optional<TypicalFeature> typicalFeature(const PairGeometry& pair) const override;
  double biasBound() const override { return form_.cutoffError; }
  // Whether the second moment exists: decided by the strip of analyticity, not by quadrature.
  bool hasVariance(const PairGeometry& pair) const;

 private:
  double affine(const PairGeometry& pair) const;

  SpectralForm form_;
  SplitRule rule_;
  ProposalKind kind_;
  std::optional<FrequencyProposal> proposal_;  // none for one wave alone, and for affine functions
};

// The fixed A that minimises the variance of the wave s = `s` at this pair: golden section on (-4, 0].
double varianceOptimalA(Wave wave, const PairGeometry& pair, double s, double scale);

}  // namespace kernelscope

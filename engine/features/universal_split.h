#pragma once
// The waves an activation is made of (spectral_form.h), and how universal random features split a frequency
// s = alpha eta, with alpha on the input side and eta on the weight side, both real. Source of the features:
// Sehanobish et al. 2023 (arXiv 2310.13225), section 3; the split is derived in engine/README.md "Random
// features".

#include "engine/features/frequency_proposal.h"
#include "engine/features/spectral_form.h"

#include <optional>

namespace kernelscope {

class UniversalSplit {
 public:
  // sigma > 0. Throws ConfigError with pointer "/activation" where no waves are known.
  UniversalSplit(const Activation& activation, double sigma);

  const SpectralForm& form() const { return form_; }
  // The frequency at quantile u in [0, 1).
  double frequency(double u) const;
  // alpha(s) = s / sqrt(1 + s / sigma^2): like s near 0, where the transform may have a pole, and like
  // sigma sqrt(s) far out, which keeps the variance finite. One wave alone has alpha = sigma.
  double scale(double s) const;
  double frequencyOf(double scale) const;  // the inverse of scale(s)
  // What a drawn wave counts, times the number of waves: amplitude / density.
  double weight(double s) const;
  double largestScale() const;
  // The sigma whose largest scale this is; infinity where every sigma stays below it.
  double sigmaOfLargest(double largestScale) const;

 private:
  double farthest() const { return form_.line ? *form_.line : proposal_->upper(); }

  SpectralForm form_;
  double sigma_;
  std::optional<FrequencyProposal> proposal_;  // empty for one wave alone
};

}  // namespace kernelscope

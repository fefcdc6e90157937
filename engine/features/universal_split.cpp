#include "engine/features/universal_split.h"

#include "engine/core/error.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace kernelscope {

namespace {

SpectralForm formOf(const Activation& activation) {
  std::optional<SpectralForm> form = spectralForm(activation);
  if (!form || (!form->line && !form->amplitude)) {
    throw ConfigError(
        {{"/activation", fmt::format("\"{}\" is not made of waves; universal features need one of "
                                     "sine, relu, tanh, gelu, silu, sigmoid, softplus, gaussian, "
                                     "sinc",
                                     activationName(activation.kind))}});
  }
  return *std::move(form);
}

}  // namespace

UniversalSplit::UniversalSplit(const Activation& activation, double sigma)
    : form_(formOf(activation)), sigma_(sigma) {
  if (!form_.line) proposal_.emplace(form_, [&](double s) { return plainWeight(form_, s); });
}

double UniversalSplit::frequency(double u) const {
  return form_.line ? *form_.line : proposal_->draw(u).s;
}

double UniversalSplit::scale(double s) const {
  return form_.line ? sigma_ : s / std::sqrt(1 + s / (sigma_ * sigma_));
}

double UniversalSplit::frequencyOf(double scale) const {
  if (form_.line) return *form_.line;
  // s^2 = scale^2 (1 + s / sigma^2)
  const double half = scale * scale / (2 * sigma_ * sigma_);
  return half + std::sqrt(half * half + scale * scale);
}

double UniversalSplit::weight(double s) const {
  return form_.line ? form_.lineAmplitude : form_.amplitude(s) / proposal_->density(s);
}

double UniversalSplit::largestScale() const {
  return scale(farthest());
}

double UniversalSplit::sigmaOfLargest(double largestScale) const {
  if (form_.line) return largestScale;
  const double s = farthest(), ratio = s / largestScale;
  // largestScale = s / sqrt(1 + s / sigma^2)
  return ratio <= 1 ? std::numeric_limits<double>::infinity() : std::sqrt(s / (ratio * ratio - 1));
}

}  // namespace kernelscope

#include "engine/features/universal_features.h"

#include "engine/core/error.h"

#include <fmt/format.h>

#include <cmath>
#include <span>

namespace kernelscope {

namespace {

void checkRadialFactor(const UniversalFeatureOptions& options, const std::optional<UniversalSplit>& split) {
  if (!std::isfinite(options.inputBound)) {
    throw ConfigError({ConfigIssue{
        "/radial",
        "\"exact\" needs inputs of bounded size: the coordinates, or the outputs of a sine, tanh, "
        "sigmoid, gaussian or sinc layer; with others use \"off\""}});
  }
  const double squaredNorm = options.inWidth * options.inputBound * options.inputBound;
  const double scale = split ? split->largestScale() : options.sigma;
  if (scale * scale * squaredNorm / 2 <= kMostRadialExponent) return;
  const double largestScale = std::sqrt(2 * kMostRadialExponent / squaredNorm);
  const double sigma = split ? split->sigmaOfLargest(largestScale) : largestScale;
  throw ConfigError(
      {{"/sigma",
        fmt::format("is {:.4g}; with the exact radial factor and {} inputs of size up to {:.3g} it can "
                    "be at most {:.3g}, or the factor exp(sigma^2 |x|^2 / 2) leaves what a float holds",
                    options.sigma, options.inWidth, options.inputBound, std::floor(sigma * 1000) / 1000)}});
}

double dot(std::span<const double> x, std::span<const double> y) {
  double sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i) sum += x[i] * y[i];
  return sum;
}

// What one wave of one unit adds to theta and bias. The wave of s (z + b), taken apart:
//   cos(s z + s b) = cos(s z) cos(s b) - sin(s z) sin(s b), and so on.
struct WaveShare {
  double cosine = 0, sine = 0, constant = 0;
};

WaveShare shareOf(Wave wave, double phase, double weight) {
  const double c = weight * std::cos(phase), s = weight * std::sin(phase);
  switch (wave) {
    case Wave::Cosine:
      return {c, -s, 0};
    case Wave::Sine:
      return {s, c, 0};
    case Wave::OneMinusCosine:
      return {-c, s, weight};  // the 1 by the same projection, so that small frequencies do not cancel badly
  }
  return {};
}

}  // namespace

UniversalFeatures::UniversalFeatures(const UniversalFeatureOptions& options) : options_(options) {
  if (options.inWidth < 1 || options.projections < 1) {
    throw ShapeError(
        fmt::format("{} universal projections of {} inputs", options.projections, options.inWidth));
  }
  if (options.activation) split_.emplace(*options.activation, options.sigma);
  if (options.radial) checkRadialFactor(options, split_);
}

double UniversalFeatures::amplitude() const {
  return 1 / std::sqrt(static_cast<double>(projections()));
}

HostTensor UniversalFeatures::drawScales(const RngStream& stream) const {
  HostTensor scale(DType::Float64, 1, projections());
  std::uint64_t j = 0;
  for (double& value : scale.values<double>()) {
    const double u = (static_cast<double>(j) + stream.uniform(j)) / projections();
    value = split_ ? split_->scale(split_->frequency(u)) : options_.sigma;
    ++j;
  }
  return scale;
}

Tensor UniversalFeatures::halfSquaredNorm(ExecutionContext& context, const JetLayout& layout,
                                          const Tensor& x) const {
  if (!options_.radial) return {};
  const Tensor q = context.workspace.take(x.dtype(), x.rows(), 1);
  context.backend.halfSquaredNormJet(layout, x, q);
  return q;
}

void UniversalFeatures::forward(ExecutionContext& context, const JetLayout& layout,
                                const FeatureDraw<Tensor>& draw, const Tensor& x, const Tensor& z,
                                const Tensor& phi) const {
  Backend& backend = context.backend;
  const int m = projections();
  backend.gemm(Transpose::No, Transpose::Yes, 1, x, draw.projection, 0, z);
  backend.exponentialWaveJet(layout, amplitude(), draw.scale, halfSquaredNorm(context, layout, x), z,
                             phi.columnRange(0, m), phi.columnRange(m, m));
  if (keepsInput()) backend.copy(x, phi.columnRange(2 * m, inWidth()));
}

void UniversalFeatures::backward(ExecutionContext& context, const JetLayout& layout,
                                 const FeatureDraw<Tensor>& draw, const Tensor& x, const Tensor& z,
                                 const Tensor& gphi, const Tensor& gx) const {
  Backend& backend = context.backend;
  const int m = projections();
  const Tensor q = halfSquaredNorm(context, layout, x);
  const Tensor gz = context.workspace.take(z.dtype(), z.rows(), z.cols());
  const Tensor gq = options_.radial ? context.workspace.take(x.dtype(), x.rows(), 1) : Tensor();
  backend.exponentialWaveJetAdjoint(layout, amplitude(), draw.scale, q, z, gphi.columnRange(0, m),
                                    gphi.columnRange(m, m), gz, gq);
  backend.gemm(Transpose::No, Transpose::No, 1, gz, draw.projection, 0, gx);
  if (options_.radial) backend.halfSquaredNormJetAdjoint(layout, x, gq, gx);
  if (keepsInput()) backend.addScaled(1, gphi.columnRange(2 * m, inWidth()), gx);
}

void UniversalFeatures::normalizeTheta(const HostTensor& scale, HostTensor& theta) const {
  if (!options_.radial) return;
  // The mean of |x|^2 / 2 of inputs that go through their range as a sine does.
  const double half = inWidth() * options_.inputBound * options_.inputBound / 4;
  for (std::int64_t j = 0; j < projections(); ++j) {
    const double size = std::exp(scale.at(0, j) * scale.at(0, j) * half);
    for (std::int64_t row = 0; row < theta.rows(); ++row) {
      theta.set(row, j, theta.at(row, j) / size);
      theta.set(row, projections() + j, theta.at(row, projections() + j) / size);
    }
  }
}

void UniversalFeatures::mapWeights(const FeatureDraw<HostTensor>& draw, const HostTensor& weight,
                                   const HostTensor& b, HostTensor& theta, HostTensor& bias) const {
  if (!mapsWeights())
    throw ConfigError(
        {ConfigIssue{"/start", "\"dense\" needs the exact radial factor (\"radial\": \"exact\")"}});
  const SpectralForm& form = split_->form();
  const auto d = static_cast<std::size_t>(inWidth());
  const std::int64_t m = projections();
  for (std::int64_t unit = 0; unit < theta.rows(); ++unit) {
    const auto w = weight.values<double>().subspan(static_cast<std::size_t>(unit) * d, d);
    double constant = form.constant + form.slope * b.at(0, unit);
    for (std::int64_t j = 0; j < m; ++j) {
      const auto g = draw.projection.values<double>().subspan(static_cast<std::size_t>(j) * d, d);
      const double s = split_->frequencyOf(draw.scale.at(0, j)), eta = s / draw.scale.at(0, j);
      const double size = std::exp(eta * dot(g, w) - eta * eta * dot(w, w) / 2);
      const WaveShare share = shareOf(form.wave, s * b.at(0, unit), split_->weight(s) * size * amplitude());
      theta.set(unit, j, share.cosine);
      theta.set(unit, m + j, share.sine);
      constant += share.constant * amplitude();
    }
    if (keepsInput())
      for (std::size_t i = 0; i < d; ++i)
        theta.set(unit, 2 * m + static_cast<std::int64_t>(i), form.slope * w[i]);
    bias.set(0, unit, constant);
  }
}

}  // namespace kernelscope

#include "engine/features/spectral_form.h"

#include "engine/features/quadrature.h"

#include <cmath>
#include <numbers>

namespace kernelscope {

namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

// x / sinh(x), 1 at 0, without overflow.
double overSinh(double x) {
  if (std::abs(x) < 1e-4) return 1 - x * x / 6;
  return 2 * x * std::exp(-x) / -std::expm1(-2 * x);
}

// An integral of waves over all s > 0.
SpectralForm integral(Wave wave, double strip, std::function<double(double)> amplitude) {
  SpectralForm form;
  form.wave = wave;
  form.strip = strip;
  form.amplitude = std::move(amplitude);
  return form;
}

SpectralForm single(Wave wave) {
  SpectralForm form;
  form.wave = wave;
  form.line = 1;
  return form;
}

// f(0), f'(0) and K2 = FT[f''] as a function of s.
SpectralForm remainder(double atZero, double slope, double strip, std::function<double(double)> k2) {
  SpectralForm form =
      integral(Wave::OneMinusCosine, strip, [k2 = std::move(k2)](double s) { return k2(s) / (kPi * s * s); });
  form.constant = atZero;
  form.slope = slope;
  return form;
}

SpectralForm reluForm() {
  SpectralForm form = remainder(0, 0.5, 0, [](double) { return 1.0; });
  form.upper = 2 * kPi * kReluCutoff;
  form.constant = 1 / (kPi * form.upper);  // the share of the 1 in 1 - cos that lies beyond
  form.cutoffError = 1 / (2 * kPi * kPi * kReluCutoff);
  return form;
}

std::optional<SpectralForm> unscaledForm(ActivationKind kind) {
  switch (kind) {
    case ActivationKind::Sine:
      return single(Wave::Sine);
    case ActivationKind::Cosine:
      return single(Wave::Cosine);
    case ActivationKind::Gaussian:
      return integral(Wave::Cosine, kInfinity,
                      [](double s) { return std::sqrt(2 / kPi) * std::exp(-s * s / 2); });
    case ActivationKind::Sinc: {
      SpectralForm form = integral(Wave::Cosine, kInfinity, [](double s) { return s <= 1 ? 1.0 : 0.0; });
      form.upper = 1;
      return form;
    }
    case ActivationKind::Tanh:  // int sin(s z) / sinh(pi s / 2) ds
      return integral(Wave::Sine, kPi / 2, [](double s) { return overSinh(kPi * s / 2) / (kPi * s / 2); });
    case ActivationKind::Sigmoid: {  // 1/2 + tanh(z/2) / 2
      SpectralForm form = integral(Wave::Sine, kPi, [](double s) { return overSinh(kPi * s) / (kPi * s); });
      form.constant = 0.5;
      return form;
    }
    case ActivationKind::Softplus:
      return remainder(std::numbers::ln2, 0.5, kPi, [](double s) { return overSinh(kPi * s); });
    case ActivationKind::SiLU:  // K2 = (pi s)^2 cosh(pi s) / sinh(pi s)^2
      return remainder(0, 0.5, kPi, [](double s) {
        const double x = kPi * s, e = std::exp(-2 * x);
        return x * overSinh(x) * (1 + e) / (x < 1e-8 ? 2 * x : -std::expm1(-2 * x));  // x^2 coth / sinh
      });
    case ActivationKind::GELU:
      return remainder(0, 0.5, kInfinity, [](double s) { return (1 + s * s) * std::exp(-s * s / 2); });
    case ActivationKind::ReLU:
      return reluForm();
    case ActivationKind::Identity: {
      SpectralForm form;
      form.slope = 1;
      return form;
    }
    case ActivationKind::Step:
    case ActivationKind::SquaredReLU:
      break;
  }
  return std::nullopt;
}

// f(frequency z) from f(z): s = frequency s', amplitude(s) = amplitude'(s / frequency) / frequency.
SpectralForm scaled(SpectralForm form, double frequency) {
  form.slope *= frequency;
  form.strip /= frequency;
  form.upper *= frequency;
  if (form.line) form.line = *form.line * frequency;
  if (form.amplitude) {
    form.amplitude = [inner = std::move(form.amplitude), frequency](double s) {
      return inner(s / frequency) / frequency;
    };
  }
  return form;
}

}  // namespace

double waveValue(Wave wave, double phase) {
  switch (wave) {
    case Wave::Cosine:
      return std::cos(phase);
    case Wave::Sine:
      return std::sin(phase);
    case Wave::OneMinusCosine: {
      const double half = std::sin(phase / 2);
      return 2 * half * half;
    }
  }
  return 0;
}

double SpectralForm::evaluate(double z) const {
  double value = constant + slope * z;
  if (line) return value + lineAmplitude * waveValue(wave, *line * z);
  if (!amplitude) return value;
  return value + integrateWaves([&](double s) { return amplitude(s) * waveValue(wave, s * z); }, upper);
}

std::optional<SpectralForm> spectralForm(const Activation& activation) {
  std::optional<SpectralForm> form = unscaledForm(activation.kind);
  if (form && activation.frequency != 1) form = scaled(*std::move(form), activation.frequency);
  return form;
}

}  // namespace kernelscope

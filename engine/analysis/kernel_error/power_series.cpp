#include "engine/analysis/kernel_error/power_series.h"

#include "engine/core/error.h"

#include <fmt/format.h>

#include <cmath>
#include <numbers>

namespace kernelscope {

namespace {

using Coefficients = std::vector<double>;

Coefficients zeros(int degree) {
  return Coefficients(static_cast<std::size_t>(degree) + 1);
}

// coefficient(k) for k = 0..degree.
Coefficients tabulated(int degree, const std::function<double(int k)>& coefficient) {
  Coefficients a = zeros(degree);
  for (int k = 0; k <= degree; ++k) a[static_cast<std::size_t>(k)] = coefficient(k);
  return a;
}

double factorial(int k) {
  return std::tgamma(k + 1.0);
}

// y' = 1 - y^2, y(0) = 0.
Coefficients tanhSeries(int degree) {
  Coefficients y = zeros(degree);
  for (std::size_t n = 0; n + 1 < y.size(); ++n) {
    double square = 0;
    for (std::size_t k = 0; k <= n; ++k) square += y[k] * y[n - k];
    y[n + 1] = ((n == 0 ? 1 : 0) - square) / static_cast<double>(n + 1);
  }
  return y;
}

Coefficients sigmoidSeries(int degree) {  // 1/2 + tanh(z/2) / 2
  Coefficients a = tanhSeries(degree);
  double half = 0.5;
  for (double& value : a) value *= half, half /= 2;
  a[0] += 0.5;
  return a;
}

Coefficients softplusSeries(int degree) {  // the integral of sigmoid
  const Coefficients sigmoid = sigmoidSeries(degree);
  return tabulated(degree, [&](int k) {
    return k == 0 ? std::numbers::ln2 : sigmoid[static_cast<std::size_t>(k - 1)] / k;
  });
}

Coefficients siluSeries(int degree) {  // z sigmoid(z)
  const Coefficients sigmoid = sigmoidSeries(degree);
  return tabulated(degree, [&](int k) { return k == 0 ? 0 : sigmoid[static_cast<std::size_t>(k - 1)]; });
}

// z/2 + (2 pi)^(-1/2) sum_j (-1)^j z^(2j+2) / (2^j j! (2j+1))
Coefficients geluSeries(int degree) {
  return tabulated(degree, [](int k) {
    if (k == 1) return 0.5;
    if (k == 0 || k % 2 == 1) return 0.0;
    const int j = k / 2 - 1;
    return (j % 2 == 0 ? 1 : -1) /
           (std::sqrt(2 * std::numbers::pi) * std::ldexp(1.0, j) * factorial(j) * (2 * j + 1));
  });
}

double alternating(int k) {
  return k / 2 % 2 == 0 ? 1 : -1;
}

std::optional<PowerSeries> unscaledSeries(ActivationKind kind, int degree) {
  switch (kind) {
    case ActivationKind::Sine:
      return PowerSeries{
          tabulated(degree, [](int k) { return k % 2 == 0 ? 0 : alternating(k) / factorial(k); })};
    case ActivationKind::Cosine:
      return PowerSeries{
          tabulated(degree, [](int k) { return k % 2 == 1 ? 0 : alternating(k) / factorial(k); })};
    case ActivationKind::Gaussian:
      return PowerSeries{tabulated(degree, [](int k) {
        return k % 2 == 1 ? 0 : alternating(k) / (std::ldexp(1.0, k / 2) * factorial(k / 2));
      })};
    case ActivationKind::Sinc:
      return PowerSeries{
          tabulated(degree, [](int k) { return k % 2 == 1 ? 0 : alternating(k) / factorial(k + 1); })};
    case ActivationKind::Tanh:
      return PowerSeries{tanhSeries(degree), std::numbers::pi / 2};
    case ActivationKind::Sigmoid:
      return PowerSeries{sigmoidSeries(degree), std::numbers::pi};
    case ActivationKind::Softplus:
      return PowerSeries{softplusSeries(degree), std::numbers::pi};
    case ActivationKind::SiLU:
      return PowerSeries{siluSeries(degree), std::numbers::pi};
    case ActivationKind::GELU:
      return PowerSeries{geluSeries(degree)};
    case ActivationKind::Identity:
      return PowerSeries{tabulated(degree, [](int k) { return k == 1 ? 1.0 : 0.0; })};
    case ActivationKind::ReLU:
    case ActivationKind::Step:
    case ActivationKind::SquaredReLU:
      break;
  }
  return std::nullopt;
}

// sum c_k T_k(t) in powers of t, by T_{k+1} = 2 t T_k - T_{k-1}.
Coefficients inPowers(const Coefficients& chebyshev) {
  const std::size_t n = chebyshev.size();
  Coefficients previous(n), current(n), sum(n);
  previous[0] = 1;
  if (n > 1) current[1] = 1;
  sum[0] = chebyshev[0];
  for (std::size_t k = 1; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) sum[i] += chebyshev[k] * current[i];
    Coefficients next(n);
    for (std::size_t i = 0; i + 1 < n; ++i) next[i + 1] = 2 * current[i];
    for (std::size_t i = 0; i < n; ++i) next[i] -= previous[i];
    previous = std::move(current);
    current = std::move(next);
  }
  return sum;
}

}  // namespace

double PowerSeries::evaluate(double z) const {
  double sum = 0;
  for (auto a = coefficients.rbegin(); a != coefficients.rend(); ++a) sum = sum * z + *a;
  return sum;
}

std::optional<PowerSeries> maclaurinSeries(const Activation& activation, int degree) {
  std::optional<PowerSeries> series = unscaledSeries(activation.kind, degree);
  if (!series) return series;
  double power = activation.amplitude;
  for (double& value : series->coefficients) value *= power, power *= activation.frequency;
  series->radius /= std::abs(activation.frequency);
  return series;
}

PowerSeries exponentialSeries(int degree) {
  return {tabulated(degree, [](int k) { return 1 / factorial(k); })};
}

PowerSeries chebyshevFit(const std::function<double(double)>& f, double halfWidth, int degree) {
  const int count = degree + 1;
  Coefficients values;
  for (int j = 0; j < count; ++j) {
    const double z = halfWidth * std::cos(std::numbers::pi * (j + 0.5) / count);
    values.push_back(f(z));
    if (!std::isfinite(values.back()))
      throw NumericalError(fmt::format("the function has no finite value at z = {:.6g}", z));
  }
  Coefficients chebyshev = zeros(degree);
  for (int k = 0; k < count; ++k) {
    double sum = 0;
    for (int j = 0; j < count; ++j)
      sum += values[static_cast<std::size_t>(j)] * std::cos(std::numbers::pi * k * (j + 0.5) / count);
    chebyshev[static_cast<std::size_t>(k)] = (k == 0 ? 1.0 : 2.0) / count * sum;
  }
  PowerSeries series{inPowers(chebyshev)};
  double power = 1;
  for (double& value : series.coefficients) value *= power, power /= halfWidth;
  return series;
}

}  // namespace kernelscope

#pragma once
// Arithmetic on truncated Taylor series: derivatives to the third of any composed function, without a
// derivative formula being written down. Extended precision, so that float64 code can be judged by it.

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace kernelscope::test {

// sum_k c[k] t^k, k = 0..3.
struct Taylor {
  std::array<long double, 4> c{};

  static Taylor variable(long double z) { return {{z, 1, 0, 0}}; }
  static Taylor constant(long double z) { return {{z, 0, 0, 0}}; }
  // The k-th derivative at t = 0.
  double derivative(std::size_t k) const {
    constexpr std::array<long double, 4> kFactorial = {1, 1, 2, 6};
    return static_cast<double>(c[k] * kFactorial[k]);
  }
};

inline Taylor operator+(const Taylor& a, const Taylor& b) {
  Taylor r;
  for (std::size_t k = 0; k < 4; ++k) r.c[k] = a.c[k] + b.c[k];
  return r;
}
inline Taylor operator*(const Taylor& a, const Taylor& b) {
  Taylor r;
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = 0; i + j < 4; ++j) r.c[i + j] += a.c[i] * b.c[j];
  }
  return r;
}
inline Taylor operator*(long double a, const Taylor& b) {
  return Taylor::constant(a) * b;
}
inline Taylor operator/(const Taylor& a, const Taylor& b) {
  Taylor r;
  for (std::size_t k = 0; k < 4; ++k) {
    r.c[k] = a.c[k];
    for (std::size_t j = 1; j <= k; ++j) r.c[k] -= b.c[j] * r.c[k - j];
    r.c[k] /= b.c[0];
  }
  return r;
}

// The series with value `value0` and derivative `rate` (of which terms 0..2 are used).
inline Taylor integrate(long double value0, const Taylor& rate) {
  return {{value0, rate.c[0], rate.c[1] / 2, rate.c[2] / 3}};
}
inline Taylor derivativeOf(const Taylor& a) {
  return {{a.c[1], 2 * a.c[2], 3 * a.c[3], 0}};
}

// exp(a) = y solves y' = y a'; each pass fixes one more coefficient.
inline Taylor exp(const Taylor& a) {
  Taylor y = Taylor::constant(std::exp(a.c[0]));
  for (int pass = 0; pass < 3; ++pass) y = integrate(y.c[0], y * derivativeOf(a));
  return y;
}
inline Taylor log(const Taylor& a) {
  return integrate(std::log(a.c[0]), derivativeOf(a) / a);
}
inline void sinCos(const Taylor& a, Taylor& sine, Taylor& cosine) {
  sine = Taylor::constant(std::sin(a.c[0]));
  cosine = Taylor::constant(std::cos(a.c[0]));
  for (int pass = 0; pass < 3; ++pass) {
    const Taylor s = integrate(sine.c[0], cosine * derivativeOf(a));
    cosine = integrate(cosine.c[0], -1.0L * (sine * derivativeOf(a)));
    sine = s;
  }
}
inline Taylor erf(const Taylor& a) {
  const long double scale = 2 / std::sqrt(std::numbers::pi_v<long double>);
  return integrate(std::erf(a.c[0]), scale * (exp(-1.0L * (a * a)) * derivativeOf(a)));
}

}  // namespace kernelscope::test

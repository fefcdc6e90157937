#pragma once
// Every activation with its derivatives to the third, once, for all compilers. A struct per function;
// kPeriodic ones get sine and cosine of z from outside, so that the caller can treat huge arguments.
// At a kink the derivative from the left is taken. Source of the SIREN use of sine: Sitzmann et al. 2020.

#include "engine/backend/scalar_math/elementary.h"

#include <tuple>

namespace kernelscope::scalar_math {

// s, s', s'', s''' at one point.
template <typename T>
struct Derivatives {
  T d0, d1, d2, d3;
};

struct Identity {
  static constexpr bool kPeriodic = false;
  template <typename T>
  KS_HD static Derivatives<T> at(T z) {
    return {z, T(1), T(0), T(0)};
  }
};

struct Sine {
  static constexpr bool kPeriodic = true;
  template <typename T>
  KS_HD static Derivatives<T> at(T /*z*/, T sine, T cosine) {
    return {sine, cosine, -sine, -cosine};
  }
};

struct ReLU {
  static constexpr bool kPeriodic = false;
  template <typename T>
  KS_HD static Derivatives<T> at(T z) {
    const bool on = z > T(0);
    // NaN must pass through, so that divergence is seen.
    return {on ? z : (z != z ? z : T(0)), on ? T(1) : T(0), T(0), T(0)};
  }
};

struct Tanh {
  static constexpr bool kPeriodic = false;
  template <typename T>
  KS_HD static Derivatives<T> at(T z) {
    const T t = hyperbolicTangent(z);
    const T u = T(1) - t * t;
    return {t, u, T(-2) * t * u, u * (T(6) * t * t - T(2))};
  }
};

// z Phi(z) with the normal distribution function Phi (exact form, by erf).
struct GELU {
  static constexpr bool kPeriodic = false;
  template <typename T>
  KS_HD static Derivatives<T> at(T z) {
    const T density = T(0.398942280401432678) * exponential(T(-0.5) * z * z);
    const T distribution = T(0.5) * (T(1) + errorFunction(z * T(0.707106781186547524)));
    return {z * distribution, distribution + z * density, density * (T(2) - z * z),
            density * z * (z * z - T(4))};
  }
};

template <typename T>
KS_HD T logistic(T z) {
  // From the side where the exponential is at most 1.
  const T e = exponential(z < T(0) ? z : -z);
  const T inverse = T(1) / (T(1) + e);
  return z < T(0) ? e * inverse : inverse;
}

struct SiLU {
  static constexpr bool kPeriodic = false;
  template <typename T>
  KS_HD static Derivatives<T> at(T z) {
    const T p = logistic(z);
    const T q = p * (T(1) - p);
    const T r = q * (T(1) - T(2) * p);
    return {z * p, p + z * q, T(2) * q + z * r, T(3) * r + z * q * (T(1) - T(6) * q)};
  }
};

struct Sigmoid {
  static constexpr bool kPeriodic = false;
  template <typename T>
  KS_HD static Derivatives<T> at(T z) {
    const T p = logistic(z);
    const T q = p * (T(1) - p);
    return {p, q, q * (T(1) - T(2) * p), q * (T(1) - T(6) * q)};
  }
};

struct Softplus {
  static constexpr bool kPeriodic = false;
  template <typename T>
  KS_HD static Derivatives<T> at(T z) {
    const T p = logistic(z);
    const T q = p * (T(1) - p);
    const T value = (z > T(0) ? z : T(0)) + log1Plus(exponential(z < T(0) ? z : -z));
    return {value, p, q, q * (T(1) - T(2) * p)};
  }
};

// exp(-z^2 / 2)
struct Gaussian {
  static constexpr bool kPeriodic = false;
  template <typename T>
  KS_HD static Derivatives<T> at(T z) {
    const T g = exponential(T(-0.5) * z * z);
    return {g, -z * g, (z * z - T(1)) * g, z * (T(3) - z * z) * g};
  }
};

// sin(z) / z. Near 0 by its power series sum_k (-1)^k z^2k / (2k+1)!, whose derivatives do not cancel;
// elsewhere by the differential equation z s'' + 2 s' + z s = 0.
struct Sinc {
  static constexpr bool kPeriodic = true;
  template <typename T>
  KS_HD static Derivatives<T> at(T z, T sine, T cosine) {
    constexpr int kTerms = 9;
    const T z2 = z * z;
    T coefficient = T(1);
    T power = T(1);     // z^(2k-2)
    T previous = T(0);  // z^(2k-4), 0 for k = 1
    T s0 = T(1), s1 = T(0), s2 = T(0), s3 = T(0);
    for (int k = 1; k <= kTerms; ++k) {
      const T n = T(2 * k);
      coefficient = -coefficient / (n * (n + T(1)));
      s0 += coefficient * power * z2;
      s1 += coefficient * n * power * z;
      s2 += coefficient * n * (n - T(1)) * power;
      s3 += coefficient * n * (n - T(1)) * (n - T(2)) * previous * z;
      previous = power;
      power *= z2;
    }
    const bool near = z2 < T(1);
    const T inverse = T(1) / (near ? T(1) : z);
    const T f0 = sine * inverse;
    const T f1 = (cosine - f0) * inverse;
    const T f2 = -f0 - T(2) * f1 * inverse;
    const T f3 = -f1 - T(2) * inverse * (f2 - f1 * inverse);
    return {near ? s0 : f0, near ? s1 : f1, near ? s2 : f2, near ? s3 : f3};
  }
};

struct Cosine {
  static constexpr bool kPeriodic = true;
  template <typename T>
  KS_HD static Derivatives<T> at(T /*z*/, T sine, T cosine) {
    return {cosine, -sine, -cosine, sine};
  }
};

struct Step {
  static constexpr bool kPeriodic = false;
  template <typename T>
  KS_HD static Derivatives<T> at(T z) {
    return {z > T(0) ? T(1) : (z != z ? z : T(0)), T(0), T(0), T(0)};
  }
};

struct SquaredReLU {
  static constexpr bool kPeriodic = false;
  template <typename T>
  KS_HD static Derivatives<T> at(T z) {
    const bool on = z > T(0);
    const T r = on ? z : (z != z ? z : T(0));
    return {r * r, T(2) * r, on ? T(2) : T(0), T(0)};
  }
};

// In the order of ActivationKind.
using AllActivations = std::tuple<Identity, Sine, ReLU, Tanh, GELU, SiLU, Sigmoid, Softplus, Gaussian, Sinc,
                                  Cosine, Step, SquaredReLU>;

}  // namespace kernelscope::scalar_math

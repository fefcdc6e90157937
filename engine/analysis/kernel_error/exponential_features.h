#pragma once
// The exponential random features behind every universal kernel, and their exact moments.
//
//   L_g(u) = (1-4A)^(d/4) exp(A |g|^2 + sqrt(1-4A) g.u - u.u/2),   g ~ N(0, I_d),   A <= 0,
//
// u complex, u.u the bilinear sum of squares. E[L_g(u) L_g(v)] = exp(u.v), and for four factors
//
//   E prod L_g(u_i) = ((1-4A)^2/(1-8A))^(d/2) exp((1-4A)/(2(1-8A)) U.U - Q/2),   U = sum u_i, Q = sum
//   u_i.u_i,
//
// which gives every second moment. All u are a x + c w, so three numbers of a pair are enough.
// Source: Likhosherstov et al. 2023 (generalised exponential features); the four-factor moment is a Gaussian
// integral.

#include "engine/backend/cpu/wave_kernels.h"

#include <complex>

namespace kernelscope {

using Complex = std::complex<double>;

// A pair of input and weight: all that a rotation-invariant estimate depends on.
struct PairGeometry {
  int dimension = 1;
  double xx = 0, ww = 0, xw = 0;  // |x|^2, |w|^2, x.w
  double bias = 0;
  double overlap = 0;  // sum of x_k^2 w_k^2: the one number that is not rotation invariant

  double argument() const { return xw + bias; }  // z = w.x + b
  double radius() const;                         // |x| |w|
};

// u = rho x + eta w.
struct PairVector {
  Complex rho, eta;
};

// How frequency s is shared out: rho on the input's side, eta on the weight's, rho eta = i s.
struct Split {
  Complex rho, eta;
};

// log E[L_g(u1) L_g(u2) L_g(u3) L_g(u4)] up to the branch of the complex logarithm.
Complex logFourthMoment(const PairGeometry& pair, double A, const PairVector (&u)[4]);

// Z = L_g(rho x) L_g(eta w) exp(i s bias), whose mean is exp(i s (w.x + b)), for one pair and frequency: what
// does not depend on g is computed once.
class ExponentialFeature {
 public:
  // `correction` multiplies u.u: 1/2, or the published code's 1. rho = 0 gives L_g(0) L_g(eta w), whose mean
  // is exp(i s bias).
  ExponentialFeature(const PairGeometry& pair, const Split& split, double s, double A,
                     double correction = 0.5);

  // Of one draw, gx = g.x, gw = g.w, gg = |g|^2: log |Z| and the phase of Z.
  double logSize(double gx, double gw, double gg) const {
    return logSize_ + A2_ * gg + alongInput_.real() * gx + alongWeight_.real() * gw;
  }
  double phase(double gx, double gw) const {
    return phase_ + alongInput_.imag() * gx + alongWeight_.imag() * gw;
  }
  // The same as coefficients of gx, gw, gg.
  LinearWave linear() const {
    return {{logSize_, alongInput_.real(), alongWeight_.real(), A2_},
            {phase_, alongInput_.imag(), alongWeight_.imag()}};
  }

 private:
  double logSize_, phase_, A2_;
  Complex alongInput_, alongWeight_;
};

// The largest |L_g(u) L_g(v)| over all g for A < 0, u = split.rho x and v = split.eta w; infinite for A = 0
// unless both are imaginary.
double largestFeature(const PairGeometry& pair, const Split& split, double A);

// E|Z|^2 and E Z^2 of the complex feature.
struct SecondMoments {
  double absolute;  // E|Z|^2, infinite when it overflows
  Complex square;   // E Z^2
};
SecondMoments featureMoments(const PairGeometry& pair, const Split& split, double s, double A);

}  // namespace kernelscope

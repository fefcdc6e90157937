#pragma once
// Functions as polynomials: Maclaurin series, and polynomials that fit on an interval.

#include "engine/backend/activation.h"

#include <functional>
#include <limits>
#include <optional>
#include <vector>

namespace kernelscope {

struct PowerSeries {
  std::vector<double> coefficients;                         // a_0, a_1, ...
  double radius = std::numeric_limits<double>::infinity();  // the series converges for |z| < radius

  double evaluate(double z) const;
};

// The Maclaurin series of f(frequency z) up to z^degree; nothing for functions with a kink.
std::optional<PowerSeries> maclaurinSeries(const Activation& activation, int degree);
PowerSeries exponentialSeries(int degree);

// The polynomial of this degree that agrees with f at the Chebyshev points of [-halfWidth, halfWidth], in
// powers of z: close to the best one. Throws NumericalError where f is not finite there.
PowerSeries chebyshevFit(const std::function<double(double z)>& f, double halfWidth, int degree);

}  // namespace kernelscope

#pragma once
// One-dimensional integrals in float64.

#include <functional>
#include <vector>

namespace kernelscope {

struct QuadratureRule {
  std::vector<double> nodes, weights;  // on [-1, 1]
};

// Gauss-Legendre: exact for polynomials of degree 2 count - 1. Nodes by Newton on the recurrence
// (Press et al., Numerical Recipes, section 4.6). Kept once computed.
const QuadratureRule& gaussLegendre(int count);

// int_from^to f, `panels` panels of 16 Gauss points.
double integratePanels(const std::function<double(double)>& f, double from, double to, int panels);

// int_0^upper f(s) ds of an oscillating f that decays, `upper` may be infinite: panels of growing width
// until their share is below 1e-13 of the sum, at most up to s = 1e5.
double integrateWaves(const std::function<double(double)>& f, double upper);

}  // namespace kernelscope

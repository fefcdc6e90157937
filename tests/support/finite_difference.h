#pragma once
// Derivatives of functions of one number by central differences of fourth order.

#include <cmath>

namespace kernelscope::test {

// f'(0) for f(t) near 0: error h^4 f^(5) / 30 plus about 1e-16 |f| / h.
template <typename Function>
auto centralDifference(const Function& f, double h) {
  return (8.0 * (f(h) - f(-h)) - (f(2 * h) - f(-2 * h))) / (12 * h);
}

// f''(0): error h^4 f^(6) / 90 plus about 5e-16 |f| / h^2.
template <typename Function>
auto secondDifference(const Function& f, double h) {
  return (16.0 * (f(h) + f(-h)) - (f(2 * h) + f(-2 * h)) - 30.0 * f(0.0)) / (12 * h * h);
}

}  // namespace kernelscope::test

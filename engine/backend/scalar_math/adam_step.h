#pragma once
// One parameter's Adam update (Kingma & Ba 2015, algorithm 1).

#include "engine/backend/scalar_math/elementary.h"

namespace kernelscope::scalar_math {

template <typename T>
struct AdamConstants {
  T learningRate, beta1, beta2, epsilon;
  T correction1, correction2;  // 1 / (1 - beta^t)
};

template <typename T>
KS_HD void adamUpdate(const AdamConstants<T>& c, T gradient, T& m, T& v, T& parameter) {
  m = c.beta1 * m + (T(1) - c.beta1) * gradient;
  v = c.beta2 * v + (T(1) - c.beta2) * gradient * gradient;
  parameter -= c.learningRate * (m * c.correction1) / (squareRoot(v * c.correction2) + c.epsilon);
}

}  // namespace kernelscope::scalar_math

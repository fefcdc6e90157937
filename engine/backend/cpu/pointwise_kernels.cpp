// Compiled once per instruction level: KS_SIMD_NAMESPACE names the level's namespace, KS_SIMD_LEVEL its
// string. Nothing inline may be shared between levels except always-inlined formulas.

#include "engine/backend/cpu/exponential_wave_kernels.h"
#include "engine/backend/cpu/pointwise_table.h"
#include "engine/backend/scalar_math/activations.h"
#include "engine/backend/scalar_math/adam_step.h"

#include <cstdint>
#include <tuple>
#include <utility>

namespace kernelscope::KS_SIMD_NAMESPACE {
namespace {

namespace sm = kernelscope::scalar_math;

// Derivatives of y = amplitude * s(frequency * z) for a block: d[j][i] = amplitude frequency^j s^(j)(f z_i).
template <typename T>
struct DerivativeBlock {
  alignas(64) T d[4][kBlock];
};

template <typename T>
struct Scales {
  T frequency, c0, c1, c2, c3;
};

template <typename T>
Scales<T> scalesOf(const Activation& activation) {
  const double f = activation.frequency, a = activation.amplitude;
  return {T(f), T(a), T(a * f), T(a * f * f), T(a * f * f * f)};
}

template <int kFirst, int kLast, typename T>
[[gnu::always_inline]] inline void store(const sm::Derivatives<T>& d, const Scales<T>& c, std::int64_t i,
                                         T* o0, T* o1, T* o2, T* o3) {
  if constexpr (kFirst <= 0 && kLast >= 0) o0[i] = c.c0 * d.d0;
  if constexpr (kFirst <= 1 && kLast >= 1) o1[i] = c.c1 * d.d1;
  if constexpr (kFirst <= 2 && kLast >= 2) o2[i] = c.c2 * d.d2;
  if constexpr (kFirst <= 3 && kLast >= 3) o3[i] = c.c3 * d.d3;
}

// Derivatives kFirst..kLast of `count` points.
template <typename Function, int kFirst, int kLast, typename T>
void derivatives(const Scales<T>& c, std::int64_t count, const T* __restrict z, T* __restrict o0,
                 T* __restrict o1, T* __restrict o2, T* __restrict o3) {
  if constexpr (!Function::kPeriodic) {
    for (std::int64_t i = 0; i < count; ++i) {
      store<kFirst, kLast>(Function::template at<T>(c.frequency * z[i]), c, i, o0, o1, o2, o3);
    }
  } else {
    int beyond = 0;
    for (std::int64_t i = 0; i < count; ++i) {
      const T x = c.frequency * z[i];
      T sine, cosine;
      sm::sinCos(x, sine, cosine);
      store<kFirst, kLast>(Function::template at<T>(x, sine, cosine), c, i, o0, o1, o2, o3);
      beyond |= (x < T(-sm::kSinCosLimit)) | (x > T(sm::kSinCosLimit));
    }
    if (sizeof(T) == sizeof(double) || !beyond) return;
    for (std::int64_t i = 0; i < count; ++i) {
      const T x = c.frequency * z[i];
      if (!(x < T(-sm::kSinCosLimit) || x > T(sm::kSinCosLimit))) continue;
      T sine, cosine;
      sm::sinCosAnySize(x, sine, cosine);
      store<kFirst, kLast>(Function::template at<T>(x, sine, cosine), c, i, o0, o1, o2, o3);
    }
  }
}

template <typename T>
using DerivativeFunction = void (*)(const Scales<T>&, std::int64_t, const T*, T*, T*, T*, T*);

template <int kFirst, int kLast, typename T, std::size_t... kIndex>
DerivativeFunction<T> pick(ActivationKind kind, std::index_sequence<kIndex...>) {
  static constexpr DerivativeFunction<T> kTable[] = {
      &derivatives<std::tuple_element_t<kIndex, sm::AllActivations>, kFirst, kLast, T>...};
  return kTable[static_cast<std::size_t>(kind)];
}

template <int kFirst, int kLast, typename T>
DerivativeFunction<T> derivativeFunction(const Activation& activation) {
  return pick<kFirst, kLast, T>(activation.kind,
                                std::make_index_sequence<std::tuple_size_v<sm::AllActivations>>{});
}

// The jet's channels of one block, forward: out_k = s' z_k, out_L = s' z_L + s'' sum_k c_k z_k^2.
template <typename T>
void forwardChannels(const JetShape& shape, std::int64_t row, std::int64_t column, std::int64_t count,
                     const DerivativeBlock<T>& s, Rows<const T> z, Rows<T> out) {
  alignas(64) T sumOfSquares[kBlock];
  for (std::int64_t i = 0; i < count; ++i) sumOfSquares[i] = T(0);
  for (int k = 0; k < shape.coordinates; ++k) {
    const std::int64_t channelRow = (1 + k) * shape.batch + row;
    const T* __restrict zk = z.data + channelRow * z.stride + column;
    T* __restrict ok = out.data + channelRow * out.stride + column;
    const T weight = T(shape.laplacianWeights[k]);
    for (std::int64_t i = 0; i < count; ++i) sumOfSquares[i] += weight * zk[i] * zk[i];
    for (std::int64_t i = 0; i < count; ++i) ok[i] = s.d[1][i] * zk[i];
  }
  if (!shape.laplacian) return;
  const std::int64_t channelRow = (1 + shape.coordinates) * shape.batch + row;
  const T* __restrict zl = z.data + channelRow * z.stride + column;
  T* __restrict ol = out.data + channelRow * out.stride + column;
  for (std::int64_t i = 0; i < count; ++i) ol[i] = s.d[1][i] * zl[i] + s.d[2][i] * sumOfSquares[i];
}

template <typename T>
void activateJet(const Activation& activation, const JetShape& shape, Rows<const T> z, Rows<T> out) {
  const Scales<T> scales = scalesOf<T>(activation);
  if (shape.coordinates == 0) {
    const auto evaluate = derivativeFunction<0, 0, T>(activation);
    for (std::int64_t row = 0; row < shape.batch; ++row) {
      evaluate(scales, shape.width, z.data + row * z.stride, out.data + row * out.stride, nullptr, nullptr,
               nullptr);
    }
    return;
  }
  const auto evaluate = derivativeFunction<0, 2, T>(activation);
  DerivativeBlock<T> s;
  for (std::int64_t row = 0; row < shape.batch; ++row) {
    for (std::int64_t column = 0; column < shape.width; column += kBlock) {
      const std::int64_t count = shape.width - column < kBlock ? shape.width - column : kBlock;
      evaluate(scales, count, z.data + row * z.stride + column, s.d[0], s.d[1], s.d[2], nullptr);
      forwardChannels(shape, row, column, count, s, z, out);
      T* __restrict values = out.data + row * out.stride + column;
      for (std::int64_t i = 0; i < count; ++i) values[i] = s.d[0][i];
    }
  }
}

// The adjoint of one block:
//   zbar   = s' g + s'' sum_k z_k g_k + (s'' z_L + s''' sum_k c_k z_k^2) g_L
//   zbar_k = s' g_k + 2 c_k s'' z_k g_L        zbar_L = s' g_L
// g and zbar may be the same memory: every element is read before it is written.
template <typename T>
void adjointBlock(const JetShape& shape, std::int64_t row, std::int64_t column, std::int64_t count,
                  const DerivativeBlock<T>& s, Rows<const T> z, Rows<const T> g, T keep, Rows<T> zbar) {
  alignas(64) T value[kBlock], sumOfSquares[kBlock], gl[kBlock];
  const T* g0 = g.data + row * g.stride + column;
  for (std::int64_t i = 0; i < count; ++i) value[i] = s.d[1][i] * g0[i];
  for (std::int64_t i = 0; i < count; ++i) sumOfSquares[i] = gl[i] = T(0);
  const std::int64_t laplacianRow = (1 + shape.coordinates) * shape.batch + row;
  if (shape.laplacian) {
    const T* gLaplacian = g.data + laplacianRow * g.stride + column;
    for (std::int64_t i = 0; i < count; ++i) gl[i] = gLaplacian[i];
  }
  for (int k = 0; k < shape.coordinates; ++k) {
    const std::int64_t channelRow = (1 + k) * shape.batch + row;
    const T* zk = z.data + channelRow * z.stride + column;
    const T* gk = g.data + channelRow * g.stride + column;
    T* out = zbar.data + channelRow * zbar.stride + column;
    const T weight = T(shape.laplacianWeights[k]);
    for (std::int64_t i = 0; i < count; ++i) {
      const T incoming = gk[i];
      value[i] += s.d[2][i] * zk[i] * incoming;
      sumOfSquares[i] += weight * zk[i] * zk[i];
      const T result = s.d[1][i] * incoming + T(2) * weight * s.d[2][i] * zk[i] * gl[i];
      out[i] = keep == T(0) ? result : out[i] + result;
    }
  }
  if (shape.laplacian) {
    const T* zl = z.data + laplacianRow * z.stride + column;
    T* out = zbar.data + laplacianRow * zbar.stride + column;
    for (std::int64_t i = 0; i < count; ++i) {
      value[i] += (s.d[2][i] * zl[i] + s.d[3][i] * sumOfSquares[i]) * gl[i];
      const T result = s.d[1][i] * gl[i];
      out[i] = keep == T(0) ? result : out[i] + result;
    }
  }
  T* out = zbar.data + row * zbar.stride + column;
  for (std::int64_t i = 0; i < count; ++i) out[i] = keep == T(0) ? value[i] : out[i] + value[i];
}

template <typename T>
void activateJetAdjoint(const Activation& activation, const JetShape& shape, Rows<const T> z, Rows<const T> g,
                        bool accumulate, Rows<T> zbar) {
  const Scales<T> scales = scalesOf<T>(activation);
  const bool plain = shape.coordinates == 0;
  const auto evaluate =
      plain ? derivativeFunction<1, 1, T>(activation) : derivativeFunction<1, 3, T>(activation);
  DerivativeBlock<T> s;
  for (std::int64_t row = 0; row < shape.batch; ++row) {
    for (std::int64_t column = 0; column < shape.width; column += kBlock) {
      const std::int64_t count = shape.width - column < kBlock ? shape.width - column : kBlock;
      evaluate(scales, count, z.data + row * z.stride + column, nullptr, s.d[1], s.d[2], s.d[3]);
      if (!plain) {
        adjointBlock(shape, row, column, count, s, z, g, accumulate ? T(1) : T(0), zbar);
        continue;
      }
      const T* gRow = g.data + row * g.stride + column;
      T* out = zbar.data + row * zbar.stride + column;
      if (accumulate) {
        for (std::int64_t i = 0; i < count; ++i) out[i] += s.d[1][i] * gRow[i];
      } else {
        for (std::int64_t i = 0; i < count; ++i) out[i] = s.d[1][i] * gRow[i];
      }
    }
  }
}

template <typename T>
void addScaled(std::int64_t count, T a, const T* __restrict x, T* __restrict y) {
  for (std::int64_t i = 0; i < count; ++i) y[i] += a * x[i];
}

template <typename T>
void columnSums(std::int64_t rows, std::int64_t cols, Rows<const T> x, T beta, T* __restrict sums) {
  for (std::int64_t c = 0; c < cols; ++c) sums[c] = beta == T(0) ? T(0) : beta * sums[c];
  for (std::int64_t r = 0; r < rows; ++r) {
    const T* __restrict row = x.data + r * x.stride;
    for (std::int64_t c = 0; c < cols; ++c) sums[c] += row[c];
  }
}

template <typename T>
double squaredError(std::int64_t count, const T* __restrict out, const T* __restrict target, T adjointScale,
                    T* __restrict adjoint) {
  double sum = 0;
  for (std::int64_t i = 0; i < count; ++i) {
    const T difference = out[i] - target[i];
    sum += static_cast<double>(difference) * static_cast<double>(difference);
    adjoint[i] = adjointScale * difference;
  }
  return sum;
}

template <typename T>
void adamStep(const AdamNumbers& n, std::int64_t count, const T* __restrict gradient, T* __restrict m,
              T* __restrict v, T* __restrict parameters) {
  const sm::AdamConstants<T> c = {T(n.learningRate), T(n.beta1),       T(n.beta2),
                                  T(n.epsilon),      T(n.correction1), T(n.correction2)};
  for (std::int64_t i = 0; i < count; ++i) sm::adamUpdate(c, gradient[i], m[i], v[i], parameters[i]);
}

template <typename T>
constexpr PointwiseFunctions<T> functions() {
  return {.activateJet = &activateJet<T>,
          .activateJetAdjoint = &activateJetAdjoint<T>,
          .addScaled = &addScaled<T>,
          .columnSums = &columnSums<T>,
          .squaredError = &squaredError<T>,
          .adamStep = &adamStep<T>,
          .halfSquaredNormJet = &halfSquaredNormJet<T>,
          .halfSquaredNormJetAdjoint = &halfSquaredNormJetAdjoint<T>,
          .exponentialWaveJet = &exponentialWaveJet<T>,
          .exponentialWaveJetAdjoint = &exponentialWaveJetAdjoint<T>};
}

}  // namespace

extern const PointwiseTable kTable;
const PointwiseTable kTable = {KS_SIMD_LEVEL, functions<float>(), functions<double>()};

}  // namespace kernelscope::KS_SIMD_NAMESPACE

#pragma once
// The kernels of WaveOperations for one instruction level; part of pointwise_kernels.cpp.
// With h = a^2 q + i a z the wave is W = amplitude exp(h), and on a jet
//   W_k = W h_k,   W_L = W (h_L + sum_k c_k h_k^2).
// The adjoint of (Re, Im) with g = (gCosine, gSine) is, with P = conj(gCosine + i gSine) W per channel,
//   H = P + sum_k P_k h_k + P_L (h_L + sum_k c_k h_k^2),   H_k = P_k + 2 c_k P_L h_k,   H_L = P_L,
// and zbar = -a Im H, qbar = sum over the columns of a^2 Re H.

#include "engine/backend/cpu/pointwise_table.h"
#include "engine/backend/scalar_math/elementary.h"

#include <cstdint>

namespace kernelscope::KS_SIMD_NAMESPACE {
namespace {

constexpr std::int64_t kBlock = 256;  // columns whose derivatives are kept on the stack at once

template <typename T>
T dotOf(std::int64_t count, const T* __restrict x, const T* __restrict y) {
  T sum[8] = {};
  std::int64_t i = 0;
  for (; i + 8 <= count; i += 8)
    for (int lane = 0; lane < 8; ++lane) sum[lane] += x[i + lane] * y[i + lane];
  for (; i < count; ++i) sum[0] += x[i] * y[i];
  return ((sum[0] + sum[1]) + (sum[2] + sum[3])) + ((sum[4] + sum[5]) + (sum[6] + sum[7]));
}

template <typename T>
void halfSquaredNormJet(const JetShape& shape, Rows<const T> x, Rows<T> q) {
  const std::int64_t laplacian = 1 + shape.coordinates;
  for (std::int64_t row = 0; row < shape.batch; ++row) {
    const auto channel = [&](std::int64_t c) { return x.data + (c * shape.batch + row) * x.stride; };
    const auto result = [&](std::int64_t c) -> T& { return q.data[(c * shape.batch + row) * q.stride]; };
    result(0) = T(0.5) * dotOf(shape.width, channel(0), channel(0));
    T squares = T(0);
    for (int k = 0; k < shape.coordinates; ++k) {
      result(1 + k) = dotOf(shape.width, channel(0), channel(1 + k));
      if (shape.laplacian)
        squares += T(shape.laplacianWeights[k]) * dotOf(shape.width, channel(1 + k), channel(1 + k));
    }
    if (shape.laplacian) result(laplacian) = dotOf(shape.width, channel(0), channel(laplacian)) + squares;
  }
}

template <typename T>
void halfSquaredNormJetAdjoint(const JetShape& shape, Rows<const T> x, Rows<const T> g, Rows<T> xbar) {
  const std::int64_t laplacian = 1 + shape.coordinates;
  for (std::int64_t row = 0; row < shape.batch; ++row) {
    const auto add = [&](std::int64_t to, T factor, std::int64_t from) {
      const T* __restrict in = x.data + (from * shape.batch + row) * x.stride;
      T* __restrict out = xbar.data + (to * shape.batch + row) * xbar.stride;
      for (std::int64_t i = 0; i < shape.width; ++i) out[i] += factor * in[i];
    };
    const auto incoming = [&](std::int64_t c) { return g.data[(c * shape.batch + row) * g.stride]; };
    add(0, incoming(0), 0);
    for (int k = 0; k < shape.coordinates; ++k) {
      add(0, incoming(1 + k), 1 + k);
      add(1 + k, incoming(1 + k), 0);
      if (shape.laplacian) add(1 + k, T(2) * T(shape.laplacianWeights[k]) * incoming(laplacian), 1 + k);
    }
    if (!shape.laplacian) continue;
    add(0, incoming(laplacian), laplacian);
    add(laplacian, incoming(laplacian), 0);
  }
}

// A complex number for every column of a block.
template <typename T>
struct ComplexBlock {
  alignas(64) T re[kBlock], im[kBlock];
};

// One row and block of a wave.
template <typename T>
class WaveBlock {
 public:
  WaveBlock(const JetShape& shape, const WaveJet<T>& jet, std::int64_t row, std::int64_t column,
            std::int64_t count)
      : shape_(shape), jet_(jet), row_(row), column_(column), count_(count) {}

  // W itself.
  void wave(ComplexBlock<T>& w) const {
    const T* __restrict a = jet_.scale + column_;
    const T* __restrict z = jet_.z.data + row_ * jet_.z.stride + column_;
    const T q = jet_.q.data ? jet_.q.data[row_ * jet_.q.stride] : T(0), amplitude = T(jet_.amplitude);
    int beyond = 0;
    for (std::int64_t i = 0; i < count_; ++i) {
      const T phase = a[i] * z[i];
      const T size = jet_.q.data ? amplitude * scalar_math::exponential(a[i] * a[i] * q) : amplitude;
      T sine, cosine;
      scalar_math::sinCos(phase, sine, cosine);
      w.re[i] = size * cosine;
      w.im[i] = size * sine;
      beyond |= (phase < T(-scalar_math::kSinCosLimit)) | (phase > T(scalar_math::kSinCosLimit));
    }
    if (sizeof(T) == sizeof(double) || !beyond) return;
    for (std::int64_t i = 0; i < count_; ++i) {
      const T size = jet_.q.data ? amplitude * scalar_math::exponential(a[i] * a[i] * q) : amplitude;
      T sine, cosine;
      scalar_math::sinCosAnySize(a[i] * z[i], sine, cosine);
      w.re[i] = size * cosine;
      w.im[i] = size * sine;
    }
  }

  // h of a channel after the value.
  void exponent(std::int64_t channel, ComplexBlock<T>& h) const {
    const std::int64_t channelRow = channel * shape_.batch + row_;
    const T* __restrict a = jet_.scale + column_;
    const T* __restrict z = jet_.z.data + channelRow * jet_.z.stride + column_;
    const T q = jet_.q.data ? jet_.q.data[channelRow * jet_.q.stride] : T(0);
    for (std::int64_t i = 0; i < count_; ++i) {
      h.re[i] = a[i] * a[i] * q;
      h.im[i] = a[i] * z[i];
    }
  }

  // sum += weight h^2.
  void addSquare(T weight, const ComplexBlock<T>& h, ComplexBlock<T>& sum) const {
    for (std::int64_t i = 0; i < count_; ++i) {
      sum.re[i] += weight * (h.re[i] * h.re[i] - h.im[i] * h.im[i]);
      sum.im[i] += weight * T(2) * h.re[i] * h.im[i];
    }
  }

  T* at(std::int64_t channel, Rows<T> rows) const {
    return rows.data + (channel * shape_.batch + row_) * rows.stride + column_;
  }
  const T* at(std::int64_t channel, Rows<const T> rows) const {
    return rows.data + (channel * shape_.batch + row_) * rows.stride + column_;
  }
  void clear(ComplexBlock<T>& x) const {
    for (std::int64_t i = 0; i < count_; ++i) x.re[i] = x.im[i] = T(0);
  }

  void forward(Rows<T> cosine, Rows<T> sine) const {
    ComplexBlock<T> w, h, squares;
    wave(w);
    clear(squares);
    const auto put = [&](std::int64_t channel) {
      T* __restrict c = at(channel, cosine);
      T* __restrict s = at(channel, sine);
      for (std::int64_t i = 0; i < count_; ++i) {
        c[i] = w.re[i] * h.re[i] - w.im[i] * h.im[i];
        s[i] = w.re[i] * h.im[i] + w.im[i] * h.re[i];
      }
    };
    for (int k = 0; k < shape_.coordinates; ++k) {
      exponent(1 + k, h);
      if (shape_.laplacian) addSquare(T(shape_.laplacianWeights[k]), h, squares);
      put(1 + k);
    }
    if (shape_.laplacian) {
      exponent(1 + shape_.coordinates, h);
      for (std::int64_t i = 0; i < count_; ++i) h.re[i] += squares.re[i], h.im[i] += squares.im[i];
      put(1 + shape_.coordinates);
    }
    T* __restrict c = at(0, cosine);
    T* __restrict s = at(0, sine);
    for (std::int64_t i = 0; i < count_; ++i) c[i] = w.re[i], s[i] = w.im[i];
  }

  void adjoint(Rows<const T> gCosine, Rows<const T> gSine, Rows<T> zbar, Rows<T> qbar) const {
    ComplexBlock<T> w, h, squares, p, atLaplacian, value;
    wave(w);
    clear(squares);
    const auto project = [&](std::int64_t channel, ComplexBlock<T>& result) {
      const T* gc = at(channel, gCosine);
      const T* gs = at(channel, gSine);
      for (std::int64_t i = 0; i < count_; ++i) {
        result.re[i] = gc[i] * w.re[i] + gs[i] * w.im[i];
        result.im[i] = gc[i] * w.im[i] - gs[i] * w.re[i];
      }
    };
    const auto addProduct = [&](const ComplexBlock<T>& x, const ComplexBlock<T>& y, T factor,
                                ComplexBlock<T>& sum) {
      for (std::int64_t i = 0; i < count_; ++i) {
        sum.re[i] += factor * (x.re[i] * y.re[i] - x.im[i] * y.im[i]);
        sum.im[i] += factor * (x.re[i] * y.im[i] + x.im[i] * y.re[i]);
      }
    };
    const auto put = [&](std::int64_t channel, const ComplexBlock<T>& result) {
      const T* __restrict a = jet_.scale + column_;
      T* __restrict out = at(channel, zbar);
      for (std::int64_t i = 0; i < count_; ++i) out[i] = -a[i] * result.im[i];
      if (qbar.data == nullptr) return;
      T sum = T(0);
      for (std::int64_t i = 0; i < count_; ++i) sum += a[i] * a[i] * result.re[i];
      qbar.data[(channel * shape_.batch + row_) * qbar.stride] += sum;
    };
    project(0, value);
    const std::int64_t laplacian = 1 + shape_.coordinates;
    if (shape_.laplacian) project(laplacian, atLaplacian);
    for (int k = 0; k < shape_.coordinates; ++k) {
      exponent(1 + k, h);
      project(1 + k, p);
      addProduct(p, h, T(1), value);
      if (shape_.laplacian) {
        const T weight = T(shape_.laplacianWeights[k]);
        addSquare(weight, h, squares);
        addProduct(atLaplacian, h, T(2) * weight, p);
      }
      put(1 + k, p);
    }
    if (shape_.laplacian) {
      exponent(laplacian, h);
      for (std::int64_t i = 0; i < count_; ++i) h.re[i] += squares.re[i], h.im[i] += squares.im[i];
      addProduct(atLaplacian, h, T(1), value);
      put(laplacian, atLaplacian);
    }
    put(0, value);
  }

 private:
  const JetShape& shape_;
  const WaveJet<T>& jet_;
  std::int64_t row_, column_, count_;
};

template <typename T, typename Work>
void forEachWaveBlock(const JetShape& shape, const WaveJet<T>& jet, const Work& work) {
  for (std::int64_t row = 0; row < shape.batch; ++row) {
    for (std::int64_t column = 0; column < shape.width; column += kBlock) {
      const std::int64_t count = shape.width - column < kBlock ? shape.width - column : kBlock;
      work(WaveBlock<T>(shape, jet, row, column, count));
    }
  }
}

template <typename T>
void exponentialWaveJet(const JetShape& shape, const WaveJet<T>& jet, Rows<T> cosine, Rows<T> sine) {
  forEachWaveBlock(shape, jet, [&](const WaveBlock<T>& block) { block.forward(cosine, sine); });
}

template <typename T>
void exponentialWaveJetAdjoint(const JetShape& shape, const WaveJet<T>& jet, Rows<const T> gCosine,
                               Rows<const T> gSine, Rows<T> zbar, Rows<T> qbar) {
  const std::int64_t rows = shape.batch * (1 + shape.coordinates + (shape.laplacian ? 1 : 0));
  if (qbar.data != nullptr)
    for (std::int64_t row = 0; row < rows; ++row) qbar.data[row * qbar.stride] = T(0);
  forEachWaveBlock(shape, jet, [&](const WaveBlock<T>& block) { block.adjoint(gCosine, gSine, zbar, qbar); });
}

}  // namespace
}  // namespace kernelscope::KS_SIMD_NAMESPACE

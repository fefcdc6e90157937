#pragma once
// The pointwise kernels of one instruction level as plain functions over raw memory. The same source is
// compiled once per level, each in its own namespace; CpuBackend picks a table at start.

#include "engine/backend/activation.h"

#include <cstdint>
#include <vector>

namespace kernelscope {

// A jet in memory: `channels` blocks of `batch` rows; rows of z, in, out lie their stride apart.
struct JetShape {
  std::int64_t batch = 0, width = 0;
  int coordinates = 0;
  bool laplacian = false;
  const double* laplacianWeights = nullptr;  // `coordinates` values
};

template <typename T>
struct Rows {
  T* data = nullptr;
  std::int64_t stride = 0;
};

// The arguments of exponentialWaveJet and its adjoint; q.data is null for q = 0.
template <typename T>
struct WaveJet {
  double amplitude;
  const T* scale;
  Rows<const T> q, z;
};

struct AdamNumbers {
  double learningRate, beta1, beta2, epsilon, correction1, correction2;
};

template <typename T>
struct PointwiseFunctions {
  void (*activateJet)(const Activation&, const JetShape&, Rows<const T> z, Rows<T> out);
  void (*activateJetAdjoint)(const Activation&, const JetShape&, Rows<const T> z, Rows<const T> g,
                             bool accumulate, Rows<T> zbar);
  void (*addScaled)(std::int64_t count, T a, const T* x, T* y);
  void (*columnSums)(std::int64_t rows, std::int64_t cols, Rows<const T> x, T beta, T* sums);
  double (*squaredError)(std::int64_t count, const T* out, const T* target, T adjointScale, T* adjoint);
  void (*adamStep)(const AdamNumbers&, std::int64_t count, const T* gradient, T* m, T* v, T* parameters);
  void (*halfSquaredNormJet)(const JetShape&, Rows<const T> x, Rows<T> q);
  void (*halfSquaredNormJetAdjoint)(const JetShape&, Rows<const T> x, Rows<const T> g, Rows<T> xbar);
  void (*exponentialWaveJet)(const JetShape&, const WaveJet<T>&, Rows<T> cosine, Rows<T> sine);
  void (*exponentialWaveJetAdjoint)(const JetShape&, const WaveJet<T>&, Rows<const T> gCosine,
                                    Rows<const T> gSine, Rows<T> zbar, Rows<T> qbar);
};

struct PointwiseTable {
  const char* level;  // "x86-64", "x86-64-v3"
  PointwiseFunctions<float> single;
  PointwiseFunctions<double> dual;

  template <typename T>
  const PointwiseFunctions<T>& of() const {
    if constexpr (sizeof(T) == sizeof(float)) {
      return single;
    } else {
      return dual;
    }
  }
};

// The tables that this processor can run, the best one last.
std::vector<const PointwiseTable*> pointwiseTables();

// The best table for this processor; KERNELSCOPE_SIMD=baseline forces the first level.
const PointwiseTable& choosePointwiseTable();

}  // namespace kernelscope

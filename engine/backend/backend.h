#pragma once
// THE SEAM. Backend is the only type that knows a device. Above it: layers, losses, kernel methods, tasks.
// Below it: nothing with a name from a paper. Each operation checks shapes and throws ShapeError; all
// tensors of a call share dtype and device. A Backend belongs to one thread at a time; only `download`
// waits for the device.

#include "engine/backend/activation.h"
#include "engine/backend/jet_layout.h"
#include "engine/tensor/host_tensor.h"
#include "engine/tensor/tensor.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace kernelscope {

struct DeviceInfo {
  std::string id;           // "cpu"
  std::string name;         // the processor's own name
  std::string simdLevel;    // of the pointwise kernels: "x86-64" or "x86-64-v3"
  std::string blasLibrary;  // with the name of the core it tuned itself for
  std::int64_t memoryBytes = 0;
  int threads = 0;
};

enum class Transpose { No, Yes };

// Numbers of one Adam step (Kingma & Ba 2015, algorithm 1).
struct AdamStep {
  double learningRate = 1e-3, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;
  std::int64_t step = 1;  // t, counted from 1, for the bias correction
};

class MemoryOperations {
 public:
  virtual ~MemoryOperations() = default;
  virtual std::shared_ptr<DeviceBuffer> allocateBytes(
      std::int64_t bytes) = 0;  // throws DeviceError when full
  virtual void upload(const HostTensor& from, const Tensor& to) = 0;
  virtual HostTensor download(const Tensor& from) = 0;
  virtual void copy(const Tensor& from, const Tensor& to) = 0;
  virtual void fill(const Tensor& to, double value) = 0;
  // to[i, :] = from[rows[i], :].  `rows` is host memory.
  virtual void gatherRows(const Tensor& from, std::span<const std::int32_t> rows, const Tensor& to) = 0;

  Tensor allocate(DType dtype, std::int64_t rows, std::int64_t cols);
};

class DenseOperations {
 public:
  virtual ~DenseOperations() = default;
  // c = alpha op(a) op(b) + beta c.  op(a) [m, k], op(b) [k, n], c [m, n].  2 m n k flops.
  virtual void gemm(Transpose transposeA, Transpose transposeB, double alpha, const Tensor& a,
                    const Tensor& b, double beta, const Tensor& c) = 0;
  // Every row of to becomes `row` [1, cols].
  virtual void fillRows(const Tensor& row, const Tensor& to) = 0;
  // sums[0, :] = beta sums + sum of the rows of x, added in row order.
  virtual void columnSums(const Tensor& x, double beta, const Tensor& sums) = 0;
};

class PointwiseOperations {
 public:
  virtual ~PointwiseOperations() = default;
  // The activation applied to a jet (engine/README.md "Jets"): z, out [channels * batch, width].
  virtual void activateJet(const Activation& activation, const JetLayout& layout, const Tensor& z,
                           const Tensor& out) = 0;
  // Its adjoint: zbar = beta zbar + J^T g, beta 0 or 1. zbar may be g itself when beta is 0.
  virtual void activateJetAdjoint(const Activation& activation, const JetLayout& layout, const Tensor& z,
                                  const Tensor& g, double beta, const Tensor& zbar) = 0;
  // y += a x.
  virtual void addScaled(double a, const Tensor& x, const Tensor& y) = 0;
  // sum [1, 1] float64 += sum of (out - target)^2;  adjoint = adjointScale (out - target).
  virtual void squaredError(const Tensor& out, const Tensor& target, double adjointScale,
                            const Tensor& adjoint, const Tensor& sum) = 0;
  // One Adam update of `parameters`; all four tensors have the same shape.
  virtual void adamStep(const AdamStep& step, const Tensor& gradient, const Tensor& firstMoment,
                        const Tensor& secondMoment, const Tensor& parameters) = 0;
};

// Waves whose size grows with the length of the input (engine/README.md "Random features").
class WaveOperations {
 public:
  virtual ~WaveOperations() = default;
  // q = |x|^2 / 2 of every row, as a jet: x [channels * batch, width], q [channels * batch, 1].
  virtual void halfSquaredNormJet(const JetLayout& layout, const Tensor& x, const Tensor& q) = 0;
  // xbar += J^T g, g like q.
  virtual void halfSquaredNormJetAdjoint(const JetLayout& layout, const Tensor& x, const Tensor& g,
                                         const Tensor& xbar) = 0;
  // The jet of amplitude exp(a_j^2 q + i a_j z_j): its real part goes to cosine, its imaginary part to sine.
  // scale [1, width] holds a_j; z, cosine, sine [channels * batch, width]; q as above, or unallocated for 0.
  virtual void exponentialWaveJet(const JetLayout& layout, double amplitude, const Tensor& scale,
                                  const Tensor& q, const Tensor& z, const Tensor& cosine,
                                  const Tensor& sine) = 0;
  // zbar = and qbar = the parts of J^T (gCosine, gSine); qbar is unallocated where q is.
  virtual void exponentialWaveJetAdjoint(const JetLayout& layout, double amplitude, const Tensor& scale,
                                         const Tensor& q, const Tensor& z, const Tensor& gCosine,
                                         const Tensor& gSine, const Tensor& zbar, const Tensor& qbar) = 0;
};

class Backend : public MemoryOperations,
                public DenseOperations,
                public PointwiseOperations,
                public WaveOperations {
 public:
  virtual DeviceInfo device() const = 0;
};

}  // namespace kernelscope

#pragma once
// The CPU: OpenBLAS for products (one thread; parallelism comes from strips of the batch), own vectorised
// kernels for everything pointwise. Cheap to make; one per compute thread.

#include "engine/backend/backend.h"

namespace kernelscope {

struct PointwiseTable;

class CpuBackend final : public Backend {
 public:
  CpuBackend();
  explicit CpuBackend(const PointwiseTable& table) : table_(table) {}

  DeviceInfo device() const override;

  std::shared_ptr<DeviceBuffer> allocateBytes(std::int64_t bytes) override;
  void upload(const HostTensor& from, const Tensor& to) override;
  HostTensor download(const Tensor& from) override;
  void copy(const Tensor& from, const Tensor& to) override;
  void fill(const Tensor& to, double value) override;
  void gatherRows(const Tensor& from, std::span<const std::int32_t> rows, const Tensor& to) override;

  void gemm(Transpose transposeA, Transpose transposeB, double alpha, const Tensor& a, const Tensor& b,
            double beta, const Tensor& c) override;
  void fillRows(const Tensor& row, const Tensor& to) override;
  void columnSums(const Tensor& x, double beta, const Tensor& sums) override;

  void activateJet(const Activation& activation, const JetLayout& layout, const Tensor& z,
                   const Tensor& out) override;
  void activateJetAdjoint(const Activation& activation, const JetLayout& layout, const Tensor& z,
                          const Tensor& g, double beta, const Tensor& zbar) override;
  void addScaled(double a, const Tensor& x, const Tensor& y) override;
  void squaredError(const Tensor& out, const Tensor& target, double adjointScale, const Tensor& adjoint,
                    const Tensor& sum) override;
  void adamStep(const AdamStep& step, const Tensor& gradient, const Tensor& firstMoment,
                const Tensor& secondMoment, const Tensor& parameters) override;

  void halfSquaredNormJet(const JetLayout& layout, const Tensor& x, const Tensor& q) override;
  void halfSquaredNormJetAdjoint(const JetLayout& layout, const Tensor& x, const Tensor& g,
                                 const Tensor& xbar) override;
  void exponentialWaveJet(const JetLayout& layout, double amplitude, const Tensor& scale, const Tensor& q,
                          const Tensor& z, const Tensor& cosine, const Tensor& sine) override;
  void exponentialWaveJetAdjoint(const JetLayout& layout, double amplitude, const Tensor& scale,
                                 const Tensor& q, const Tensor& z, const Tensor& gCosine, const Tensor& gSine,
                                 const Tensor& zbar, const Tensor& qbar) override;

 private:
  const PointwiseTable& table_;
};

}  // namespace kernelscope

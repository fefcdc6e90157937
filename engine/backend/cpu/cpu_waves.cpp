#include "engine/backend/cpu/cpu_backend.h"
#include "engine/backend/cpu/cpu_tensor.h"
#include "engine/backend/cpu/pointwise_table.h"

#include <vector>

namespace kernelscope {

namespace {

// A JetShape with the weights it points to.
struct OwnedShape {
  OwnedShape(const char* operation, const JetLayout& layout, const Tensor& jet)
      : weights(cpu::laplacianWeights(layout)) {
    cpu::expectJet(operation, layout, jet);
    shape = {jet.rows() / layout.channels(), jet.cols(), layout.coordinates, layout.laplacian,
             weights.data()};
  }
  OwnedShape(const OwnedShape&) = delete;
  OwnedShape& operator=(const OwnedShape&) = delete;

  std::vector<double> weights;
  JetShape shape;
};

template <typename T>
Rows<const T> read(const Tensor& tensor) {
  return {cpu::data<T>(tensor), tensor.rowStride()};
}
template <typename T>
Rows<T> write(const Tensor& tensor) {
  return {cpu::data<T>(tensor), tensor.rowStride()};
}

void expectColumn(const char* operation, const char* name, const Tensor& column, const Tensor& like) {
  cpu::expectShape(operation, name, column, like.rows(), 1);
  cpu::expectDType(operation, name, column, like.dtype());
}

void expectWave(const char* operation, const Tensor& scale, const Tensor& q, const Tensor& z) {
  cpu::expectShape(operation, "the scales", scale, 1, z.cols());
  cpu::expectDType(operation, "the scales", scale, z.dtype());
  if (q.isAllocated()) expectColumn(operation, "q", q, z);
}

}  // namespace

void CpuBackend::halfSquaredNormJet(const JetLayout& layout, const Tensor& x, const Tensor& q) {
  const OwnedShape owned("halfSquaredNormJet", layout, x);
  expectColumn("halfSquaredNormJet", "q", q, x);
  dispatch(x.dtype(), [&](auto zero) {
    using T = decltype(zero);
    table_.of<T>().halfSquaredNormJet(owned.shape, read<T>(x), write<T>(q));
  });
}

void CpuBackend::halfSquaredNormJetAdjoint(const JetLayout& layout, const Tensor& x, const Tensor& g,
                                           const Tensor& xbar) {
  const OwnedShape owned("halfSquaredNormJetAdjoint", layout, x);
  expectColumn("halfSquaredNormJetAdjoint", "g", g, x);
  cpu::expectAlike("halfSquaredNormJetAdjoint", "xbar", xbar, x);
  dispatch(x.dtype(), [&](auto zero) {
    using T = decltype(zero);
    table_.of<T>().halfSquaredNormJetAdjoint(owned.shape, read<T>(x), read<T>(g), write<T>(xbar));
  });
}

void CpuBackend::exponentialWaveJet(const JetLayout& layout, double amplitude, const Tensor& scale,
                                    const Tensor& q, const Tensor& z, const Tensor& cosine,
                                    const Tensor& sine) {
  const OwnedShape owned("exponentialWaveJet", layout, z);
  expectWave("exponentialWaveJet", scale, q, z);
  cpu::expectAlike("exponentialWaveJet", "the cosines", cosine, z);
  cpu::expectAlike("exponentialWaveJet", "the sines", sine, z);
  dispatch(z.dtype(), [&](auto zero) {
    using T = decltype(zero);
    const WaveJet<T> jet = {amplitude, cpu::data<T>(scale), q.isAllocated() ? read<T>(q) : Rows<const T>(),
                            read<T>(z)};
    table_.of<T>().exponentialWaveJet(owned.shape, jet, write<T>(cosine), write<T>(sine));
  });
}

void CpuBackend::exponentialWaveJetAdjoint(const JetLayout& layout, double amplitude, const Tensor& scale,
                                           const Tensor& q, const Tensor& z, const Tensor& gCosine,
                                           const Tensor& gSine, const Tensor& zbar, const Tensor& qbar) {
  const OwnedShape owned("exponentialWaveJetAdjoint", layout, z);
  expectWave("exponentialWaveJetAdjoint", scale, q, z);
  cpu::expectAlike("exponentialWaveJetAdjoint", "the cosines' adjoint", gCosine, z);
  cpu::expectAlike("exponentialWaveJetAdjoint", "the sines' adjoint", gSine, z);
  cpu::expectAlike("exponentialWaveJetAdjoint", "zbar", zbar, z);
  if (q.isAllocated()) expectColumn("exponentialWaveJetAdjoint", "qbar", qbar, z);
  dispatch(z.dtype(), [&](auto zero) {
    using T = decltype(zero);
    const bool grows = q.isAllocated();
    const WaveJet<T> jet = {amplitude, cpu::data<T>(scale), grows ? read<T>(q) : Rows<const T>(), read<T>(z)};
    table_.of<T>().exponentialWaveJetAdjoint(owned.shape, jet, read<T>(gCosine), read<T>(gSine),
                                             write<T>(zbar), grows ? write<T>(qbar) : Rows<T>());
  });
}

}  // namespace kernelscope

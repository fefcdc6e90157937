#include "engine/nn/linear_map.h"

#include "engine/core/error.h"

#include <fmt/format.h>

namespace kernelscope {

Jet linearForward(ExecutionContext& context, const JetLayout& layout, std::int64_t batch, const Tensor& x,
                  const Tensor& weight, const Tensor& bias) {
  Jet y = makeJet(context, layout, batch, weight.rows(), x.dtype());
  // The product adds to the bias that is already there, which saves a pass over y.
  context.backend.fillRows(bias, y.values());
  if (layout.channels() > 1) context.backend.fill(y.derivativeRows(), 0);
  context.backend.gemm(Transpose::No, Transpose::Yes, 1, x, weight, 1, y.data);
  return y;
}

void addLinearGradients(ExecutionContext& context, const Jet& gy, const Tensor& x,
                        const Tensor& weightGradient, const Tensor& biasGradient) {
  context.backend.columnSums(gy.values(), 1, biasGradient);
  context.backend.gemm(Transpose::Yes, Transpose::No, 1, gy.data, x, 1, weightGradient);
}

void linearInputAdjoint(ExecutionContext& context, const Tensor& gy, const Tensor& weight, const Tensor& gx) {
  context.backend.gemm(Transpose::No, Transpose::No, 1, gy, weight, 0, gx);
}

void checkLayerInput(const Jet& x, int inWidth) {
  if (x.width() != inWidth) {
    throw ShapeError(fmt::format("a layer with {} inputs was given {}", inWidth, x.width()));
  }
  if (x.data.rows() != x.layout.channels() * x.batch) {
    throw ShapeError(fmt::format("a jet of {} channels and {} samples needs {} rows, got {}",
                                 x.layout.channels(), x.batch, x.layout.channels() * x.batch, x.data.rows()));
  }
}

}  // namespace kernelscope

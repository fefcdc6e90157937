#include "engine/nn/loss.h"

namespace kernelscope {

Jet meanSquaredErrorAdjoint(ExecutionContext& context, const Jet& out, const Tensor& target,
                            std::int64_t batchRows, const Tensor& sum) {
  Jet adjoint = makeJet(context, out.layout, out.batch, out.width(), out.data.dtype());
  const double scale = 2.0 / (static_cast<double>(batchRows) * static_cast<double>(out.width()));
  context.backend.squaredError(out.values(), target, scale, adjoint.values(), sum);
  if (out.layout.channels() > 1) context.backend.fill(adjoint.derivativeRows(), 0);
  return adjoint;
}

}  // namespace kernelscope

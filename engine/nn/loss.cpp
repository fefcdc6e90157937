#include "engine/nn/loss.h"

#include "engine/core/error.h"

#include <fmt/format.h>

namespace kernelscope {

namespace {

Jet zeroJetLike(ExecutionContext& context, const Jet& out) {
  const Jet jet = makeJet(context, out.layout, out.batch, out.width(), out.data.dtype());
  context.backend.fill(jet.data, 0);
  return jet;
}

}  // namespace

Jet meanSquaredErrorAdjoint(ExecutionContext& context, const Jet& out, const Tensor& target,
                            std::int64_t batchRows, const Tensor& sum) {
  Jet adjoint = makeJet(context, out.layout, out.batch, out.width(), out.data.dtype());
  const double scale = 2.0 / (static_cast<double>(batchRows) * static_cast<double>(out.width()));
  context.backend.squaredError(out.values(), target, scale, adjoint.values(), sum);
  if (out.layout.channels() > 1) context.backend.fill(adjoint.derivativeRows(), 0);
  return adjoint;
}

Jet gradientErrorAdjoint(ExecutionContext& context, const Jet& out, const Tensor& target, double scale,
                         const Tensor& sum) {
  const int coordinates = out.layout.coordinates;
  if (coordinates == 0 || target.cols() != coordinates * out.width()) {
    throw ShapeError(fmt::format("a jet with {} derivatives of width {} against gradients of {} columns",
                                 coordinates, out.width(), target.cols()));
  }
  const Jet adjoint = zeroJetLike(context, out);
  for (int k = 0; k < coordinates; ++k) {
    context.backend.squaredError(out.derivative(k), target.columnRange(k * out.width(), out.width()), scale,
                                 adjoint.derivative(k), sum);
  }
  return adjoint;
}

Jet laplacianErrorAdjoint(ExecutionContext& context, const Jet& out, const Tensor& target, double scale,
                          const Tensor& sum) {
  if (!out.layout.laplacian) throw ShapeError("a jet without a Laplacian channel against Laplacians");
  const Jet adjoint = zeroJetLike(context, out);
  context.backend.squaredError(out.laplacian(), target, scale, adjoint.laplacian(), sum);
  return adjoint;
}

}  // namespace kernelscope

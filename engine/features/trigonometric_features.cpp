#include "engine/features/trigonometric_features.h"

#include "engine/core/error.h"

#include <fmt/format.h>

#include <cmath>

namespace kernelscope {

TrigonometricFeatures::TrigonometricFeatures(int inWidth, int projections, double sigma)
    : inWidth_(inWidth), projections_(projections), sigma_(sigma) {
  if (inWidth < 1 || projections < 1) {
    throw ShapeError(fmt::format("{} trigonometric projections of {} inputs", projections, inWidth));
  }
}

Activation TrigonometricFeatures::part(ActivationKind kind) const {
  return {kind, sigma_, 1 / std::sqrt(static_cast<double>(projections_))};
}

void TrigonometricFeatures::forward(ExecutionContext& context, const JetLayout& layout,
                                    const FeatureDraw<Tensor>& draw, const Tensor& x, const Tensor& z,
                                    const Tensor& phi) const {
  Backend& backend = context.backend;
  backend.gemm(Transpose::No, Transpose::Yes, 1, x, draw.projection, 0, z);
  backend.activateJet(part(ActivationKind::Cosine), layout, z, phi.columnRange(0, projections_));
  backend.activateJet(part(ActivationKind::Sine), layout, z, phi.columnRange(projections_, projections_));
}

void TrigonometricFeatures::backward(ExecutionContext& context, const JetLayout& layout,
                                     const FeatureDraw<Tensor>& draw, const Tensor& /*x*/, const Tensor& z,
                                     const Tensor& gphi, const Tensor& gx) const {
  Backend& backend = context.backend;
  const Tensor gz = context.workspace.take(z.dtype(), z.rows(), z.cols());
  const Tensor gcos = gphi.columnRange(0, projections_), gsin = gphi.columnRange(projections_, projections_);
  backend.activateJetAdjoint(part(ActivationKind::Cosine), layout, z, gcos, 0, gz);
  backend.activateJetAdjoint(part(ActivationKind::Sine), layout, z, gsin, 1, gz);
  backend.gemm(Transpose::No, Transpose::No, 1, gz, draw.projection, 0, gx);
}

}  // namespace kernelscope

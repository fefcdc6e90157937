#include "engine/features/arc_cosine_features.h"

#include "engine/core/error.h"

#include <fmt/format.h>

#include <cmath>

namespace kernelscope {

namespace {

ActivationKind powerOfPositivePart(int order) {
  switch (order) {
    case 0:
      return ActivationKind::Step;
    case 1:
      return ActivationKind::ReLU;
    case 2:
      return ActivationKind::SquaredReLU;
    default:
      throw ConfigError({{"/order", fmt::format("is {}; arc-cosine features have order 0, 1 or 2", order)}});
  }
}

}  // namespace

ArcCosineFeatures::ArcCosineFeatures(int inWidth, int projections, int order)
    : inWidth_(inWidth), projections_(projections) {
  if (inWidth < 1 || projections < 1) {
    throw ShapeError(fmt::format("{} arc-cosine projections of {} inputs", projections, inWidth));
  }
  activation_ = {powerOfPositivePart(order), 1, std::sqrt(2.0 / projections)};
}

void ArcCosineFeatures::forward(ExecutionContext& context, const JetLayout& layout,
                                const FeatureDraw<Tensor>& draw, const Tensor& x, const Tensor& z,
                                const Tensor& phi) const {
  context.backend.gemm(Transpose::No, Transpose::Yes, 1, x, draw.projection, 0, z);
  context.backend.activateJet(activation_, layout, z, phi);
}

void ArcCosineFeatures::backward(ExecutionContext& context, const JetLayout& layout,
                                 const FeatureDraw<Tensor>& draw, const Tensor& /*x*/, const Tensor& z,
                                 const Tensor& gphi, const Tensor& gx) const {
  const Tensor gz = context.workspace.take(z.dtype(), z.rows(), z.cols());
  context.backend.activateJetAdjoint(activation_, layout, z, gphi, 0, gz);
  context.backend.gemm(Transpose::No, Transpose::No, 1, gz, draw.projection, 0, gx);
}

}  // namespace kernelscope

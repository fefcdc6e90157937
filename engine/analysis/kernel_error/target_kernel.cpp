#include "engine/analysis/kernel_error/target_kernel.h"

#include "engine/analysis/kernel_error/arc_cosine_kernel.h"
#include "engine/analysis/kernel_error/typed_formula.h"
#include "engine/backend/activation.h"
#include "engine/backend/scalar_math/activations.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace kernelscope {

namespace {

template <std::size_t index>
double valueOf(ActivationKind kind, double z) {
  namespace sm = scalar_math;
  if constexpr (index == std::tuple_size_v<sm::AllActivations>) {
    return z;
  } else {
    if (static_cast<std::size_t>(kind) != index) return valueOf<index + 1>(kind, z);
    using Function = std::tuple_element_t<index, sm::AllActivations>;
    if constexpr (Function::kPeriodic)
      return Function::at(z, std::sin(z), std::cos(z)).d0;
    else
      return Function::at(z).d0;
  }
}

TargetKernel functionTarget(std::function<double(double)> f) {
  return {[f](const PairGeometry& pair) { return f(pair.argument()); }, f};
}

}  // namespace

TargetKernel makeTarget(const KernelTarget& target) {
  if (target.kind == "formula") {
    auto formula = std::make_shared<const TypedFormula>(target.expression, "/target/expression");
    return functionTarget([formula](double z) { return (*formula)(z); });
  }
  if (target.kind == "softmax") return functionTarget([](double z) { return std::exp(z); });
  if (target.kind == "arc-cosine")
    return {[order = target.order](const PairGeometry& pair) { return arcCosineKernel(pair, order); }, {}};
  if (target.kind == "gaussian")
    return {[](const PairGeometry& pair) { return std::exp(pair.xw - (pair.xx + pair.ww) / 2); }, {}};
  const ActivationKind kind = activationFromName(target.name);
  return functionTarget(
      [kind, frequency = target.frequency](double z) { return valueOf<0>(kind, frequency * z); });
}

double largestArgument(std::span<const PairGeometry> pairs) {
  double largest = 1e-3;
  for (const PairGeometry& pair : pairs) largest = std::max(largest, std::abs(pair.argument()));
  return largest;
}

double targetScale(const TargetKernel& target, std::span<const PairGeometry> pairs) {
  double scale = 0;
  if (!target.ofArgument) {
    for (const PairGeometry& pair : pairs) scale = std::max(scale, std::abs(target.exact(pair)));
    return scale;
  }
  constexpr int kPoints = 1000;
  const double end = largestArgument(pairs);
  for (int i = -kPoints; i <= kPoints; ++i) {
    const double value = std::abs(target.ofArgument(end * i / kPoints));
    if (std::isfinite(value)) scale = std::max(scale, value);
  }
  return scale;
}

}  // namespace kernelscope

#include "engine/backend/cpu/cpu_backend.h"
#include "engine/backend/cpu/cpu_tensor.h"
#include "engine/backend/cpu/pointwise_table.h"

#include <cmath>
#include <vector>

namespace kernelscope {

namespace {

// A plain contiguous jet is one long row, so that short widths cost nothing extra.
JetShape jetShape(const JetLayout& layout, const Tensor& z, bool contiguous,
                  const std::vector<double>& weights) {
  if (layout.channels() == 1 && contiguous) return {1, z.size(), 0, false, nullptr};
  return {z.rows() / layout.channels(), z.cols(), layout.coordinates, layout.laplacian, weights.data()};
}

}  // namespace

void CpuBackend::activateJet(const Activation& activation, const JetLayout& layout, const Tensor& z,
                             const Tensor& out) {
  cpu::expectJet("activateJet", layout, z);
  cpu::expectAlike("activateJet", "the result", out, z);
  const std::vector<double> weights = cpu::laplacianWeights(layout);
  const JetShape shape = jetShape(layout, z, z.isContiguous() && out.isContiguous(), weights);
  dispatch(z.dtype(), [&](auto zero) {
    using T = decltype(zero);
    table_.of<T>().activateJet(activation, shape, {cpu::data<T>(z), z.rowStride()},
                               {cpu::data<T>(out), out.rowStride()});
  });
}

void CpuBackend::activateJetAdjoint(const Activation& activation, const JetLayout& layout, const Tensor& z,
                                    const Tensor& g, double beta, const Tensor& zbar) {
  cpu::expectJet("activateJetAdjoint", layout, z);
  cpu::expectAlike("activateJetAdjoint", "g", g, z);
  cpu::expectAlike("activateJetAdjoint", "zbar", zbar, z);
  const std::vector<double> weights = cpu::laplacianWeights(layout);
  const bool contiguous = z.isContiguous() && g.isContiguous() && zbar.isContiguous();
  const JetShape shape = jetShape(layout, z, contiguous, weights);
  dispatch(z.dtype(), [&](auto zero) {
    using T = decltype(zero);
    table_.of<T>().activateJetAdjoint(activation, shape, {cpu::data<T>(z), z.rowStride()},
                                      {cpu::data<T>(g), g.rowStride()}, beta != 0,
                                      {cpu::data<T>(zbar), zbar.rowStride()});
  });
}

void CpuBackend::addScaled(double a, const Tensor& x, const Tensor& y) {
  cpu::expectAlike("addScaled", "y", y, x);
  dispatch(x.dtype(), [&](auto zero) {
    using T = decltype(zero);
    for (std::int64_t r = 0; r < x.rows(); ++r) {
      table_.of<T>().addScaled(x.cols(), static_cast<T>(a), cpu::data<T>(x) + r * x.rowStride(),
                               cpu::data<T>(y) + r * y.rowStride());
    }
  });
}

void CpuBackend::squaredError(const Tensor& out, const Tensor& target, double adjointScale,
                              const Tensor& adjoint, const Tensor& sum) {
  cpu::expectAlike("squaredError", "the target", target, out);
  cpu::expectAlike("squaredError", "the adjoint", adjoint, out);
  cpu::expectShape("squaredError", "the sum", sum, 1, 1);
  cpu::expectDType("squaredError", "the sum", sum, DType::Float64);
  dispatch(out.dtype(), [&](auto zero) {
    using T = decltype(zero);
    double total = 0;
    for (std::int64_t r = 0; r < out.rows(); ++r) {
      total += table_.of<T>().squaredError(
          out.cols(), cpu::data<T>(out) + r * out.rowStride(), cpu::data<T>(target) + r * target.rowStride(),
          static_cast<T>(adjointScale), cpu::data<T>(adjoint) + r * adjoint.rowStride());
    }
    *cpu::data<double>(sum) += total;
  });
}

void CpuBackend::adamStep(const AdamStep& step, const Tensor& gradient, const Tensor& firstMoment,
                          const Tensor& secondMoment, const Tensor& parameters) {
  for (const Tensor* tensor : {&firstMoment, &secondMoment, &parameters}) {
    cpu::expectAlike("adamStep", "a moment or the parameters", *tensor, gradient);
    cpu::expectContiguous("adamStep", "a moment or the parameters", *tensor);
  }
  cpu::expectContiguous("adamStep", "the gradient", gradient);
  const auto t = static_cast<double>(step.step);
  const AdamNumbers numbers = {step.learningRate,
                               step.beta1,
                               step.beta2,
                               step.epsilon,
                               1.0 / (1.0 - std::pow(step.beta1, t)),
                               1.0 / (1.0 - std::pow(step.beta2, t))};
  dispatch(parameters.dtype(), [&](auto zero) {
    using T = decltype(zero);
    table_.of<T>().adamStep(numbers, parameters.size(), cpu::data<T>(gradient), cpu::data<T>(firstMoment),
                            cpu::data<T>(secondMoment), cpu::data<T>(parameters));
  });
}

}  // namespace kernelscope

#include "tests/support/jet_probe.h"

#include "engine/nn/initializers.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kernelscope::test {

HostTensor randomTensor(std::uint64_t seed, std::int64_t rows, std::int64_t cols, double scale) {
  return uniformTensor(RngStream(seed, 99), rows, cols, scale);
}

double innerProduct(const HostTensor& a, const HostTensor& b) {
  double sum = 0;
  for (std::int64_t i = 0; i < a.rows(); ++i) {
    for (std::int64_t j = 0; j < a.cols(); ++j) sum += a.at(i, j) * b.at(i, j);
  }
  return sum;
}

HostTensor JetProbe::randomParameters(std::uint64_t seed) const {
  HostTensor parameters = network_.initialParameters(seed).as(DType::Float64);
  const RngStream stream(seed, 98);
  for (const ParameterSlice& slice : network_.parameterLayout().slices()) {
    if (!slice.trainable) continue;
    const double scale = 1 / std::sqrt(static_cast<double>(slice.rows == 1 ? 1 : slice.cols));
    for (std::int64_t i = slice.offset; i < slice.offset + slice.rows * slice.cols; ++i) {
      parameters.set(0, i, scale * (2 * stream.uniform(static_cast<std::uint64_t>(i)) - 1));
    }
  }
  return parameters;
}

Tensor JetProbe::onDevice(const HostTensor& host) {
  const Tensor tensor = workspace_.take(host.dtype(), host.rows(), host.cols());
  backend_.upload(host, tensor);
  return tensor;
}

Jet JetProbe::run(const HostTensor& parameters, const Jet& x) {
  ExecutionContext context{backend_, workspace_};
  parameters_ = network_.parameterLayout().bind(onDevice(parameters.as(x.data.dtype())));
  return network_.forward(context, parameters_, x, tape_);
}

HostTensor JetProbe::forward(const JetLayout& layout, const HostTensor& parameters, const HostTensor& x) {
  workspace_.reset();
  return backend_.download(run(parameters, {layout, x.rows() / layout.channels(), onDevice(x)}).data);
}

HostTensor JetProbe::forwardSeeded(const JetLayout& layout, const HostTensor& parameters,
                                   const HostTensor& coordinates) {
  workspace_.reset();
  ExecutionContext context{backend_, workspace_};
  return backend_.download(run(parameters, seedJet(context, layout, onDevice(coordinates))).data);
}

Gradients JetProbe::backward(const JetLayout& layout, const HostTensor& parameters, const HostTensor& x,
                             const HostTensor& u, double start) {
  workspace_.reset();
  ExecutionContext context{backend_, workspace_};
  const std::int64_t batch = x.rows() / layout.channels();
  run(parameters, {layout, batch, onDevice(x)});
  const Tensor flat = workspace_.take(x.dtype(), 1, network_.parameterLayout().trainableCount());
  backend_.fill(flat, start);
  const NetworkParameters gradients = network_.parameterLayout().bind(flat);
  const Jet gy{layout, batch, onDevice(u)};
  if (network_.layers().size() > 1) {
    network_.backward(context, parameters_, tape_, gy, gradients);
    return {backend_.download(flat), {}};
  }
  Jet gx;
  network_.layers().front()->backward(context, parameters_.front(), tape_.front(), gy, &gx,
                                      gradients.front());
  return {backend_.download(flat), backend_.download(gx.data)};
}

double JetProbe::distanceFromZero(const JetLayout& layout, const HostTensor& parameters,
                                  const HostTensor& x) {
  forward(layout, parameters, x);
  double smallest = std::numeric_limits<double>::infinity();
  for (const LayerTape& layer : tape_) {
    if (layer.saved.empty()) continue;
    // Every layer saves what enters its nonlinearity first.
    const HostTensor z = backend_.download(layer.saved.front().rowRange(0, layer.input.batch));
    for (const double value : z.values<double>()) smallest = std::min(smallest, std::abs(value));
  }
  return smallest;
}

}  // namespace kernelscope::test

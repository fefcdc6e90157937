#include "engine/train/predictor.h"

#include "engine/core/error.h"
#include "engine/train/batch_splitter.h"

#include <fmt/format.h>

#include <algorithm>

namespace kernelscope {

namespace {

// Rows of a tile's jet into the result, channel by channel.
void storeTile(Backend& backend, const Jet& y, std::int64_t first, HostJet& result) {
  for (int channel = 0; channel < y.layout.channels(); ++channel) {
    const HostTensor part = backend.download(y.data.rowRange(channel * y.batch, y.batch));
    HostTensor& to = result.channels[static_cast<std::size_t>(channel)];
    dispatch(part.dtype(), [&](auto zero) {
      using T = decltype(zero);
      std::ranges::copy(part.values<T>(), to.values<T>().begin() + first * to.cols());
    });
  }
}

}  // namespace

HostJet evaluateNetwork(WorkerContexts& workers, const Network& network, const NetworkParameters& parameters,
                        const Tensor& inputs, const JetLayout& layout) {
  HostJet result{layout, {}};
  for (int channel = 0; channel < layout.channels(); ++channel) {
    result.channels.emplace_back(inputs.dtype(), inputs.rows(), network.outWidth());
  }
  const std::vector<RowSpan> tiles = splitIntoTiles({0, inputs.rows()});
  workers.pool().run(static_cast<std::int64_t>(tiles.size()), [&](std::int64_t part, int worker) {
    ExecutionContext& context = workers[worker];
    context.workspace.reset();
    const RowSpan& tile = tiles[static_cast<std::size_t>(part)];
    NetworkTape tape;
    const Jet x = seedJet(context, layout, inputs.rowRange(tile.first, tile.count));
    storeTile(context.backend, network.forward(context, parameters, x, tape), tile.first, result);
  });
  return result;
}

Predictor::Predictor(std::shared_ptr<const Network> network, std::span<const float> parameters,
                     std::shared_ptr<WorkerContexts> workers, DType dtype)
    : network_(std::move(network)), workers_(std::move(workers)), dtype_(dtype) {
  const std::int64_t count = network_->parameterLayout().totalCount();
  if (static_cast<std::int64_t>(parameters.size()) != count) {
    throw ShapeError(fmt::format("{} parameter values for a network of {}", parameters.size(), count));
  }
  Backend& backend = (*workers_)[0].backend;
  flat_ = backend.allocate(dtype, 1, count);
  backend.upload(HostTensor::from<float>(parameters, 1, count).as(dtype), flat_);
  bound_ = network_->parameterLayout().bind(flat_);
}

HostJet Predictor::evaluate(const HostTensor& inputs, const JetLayout& layout) const {
  if (inputs.cols() != network_->inWidth() || inputs.dtype() != dtype_) {
    throw ShapeError(fmt::format("inputs are {} [{}, {}], expected {} [n, {}]", dtypeName(inputs.dtype()),
                                 inputs.rows(), inputs.cols(), dtypeName(dtype_), network_->inWidth()));
  }
  Backend& backend = (*workers_)[0].backend;
  const Tensor device = backend.allocate(dtype_, inputs.rows(), inputs.cols());
  backend.upload(inputs, device);
  return evaluateNetwork(*workers_, *network_, bound_, device, layout);
}

}  // namespace kernelscope

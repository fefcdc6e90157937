#include "engine/train/trainer.h"

#include "engine/core/contract.h"

#include <algorithm>

namespace kernelscope {

namespace {

constexpr std::int64_t kUpdateChunk = 8192;  // parameters that one pool part reduces and updates

std::vector<float> downloaded(Backend& backend, const Tensor& tensor) {
  const HostTensor host = backend.download(tensor);
  const std::span<const float> values = host.values<float>();
  return {values.begin(), values.end()};
}

void upload(Backend& backend, std::span<const float> values, const Tensor& to) {
  backend.upload(HostTensor::from<float>(values, 1, static_cast<std::int64_t>(values.size())), to);
}

}  // namespace

Trainer::Trainer(std::shared_ptr<const Network> network, Task& task, WorkerContexts& workers,
                 const HostTensor& parameters)
    : network_(std::move(network)), task_(task), workers_(workers) {
  const ParameterLayout& layout = network_->parameterLayout();
  Backend& backend = workers_[0].backend;
  flat_ = backend.allocate(DType::Float32, 1, layout.totalCount());
  backend.upload(parameters, flat_);
  bound_ = layout.bind(flat_);
  previous_ = backend.allocate(DType::Float32, 1, layout.trainableCount());
  firstMoment_ = backend.allocate(DType::Float32, 1, layout.trainableCount());
  secondMoment_ = backend.allocate(DType::Float32, 1, layout.trainableCount());
  backend.copy(flat_.columnRange(0, layout.trainableCount()), previous_);
  backend.fill(firstMoment_, 0);
  backend.fill(secondMoment_, 0);
}

void Trainer::restore(std::int64_t step, std::span<const float> firstMoment,
                      std::span<const float> secondMoment) {
  Backend& backend = workers_[0].backend;
  upload(backend, firstMoment, firstMoment_);
  upload(backend, secondMoment, secondMoment_);
  stepsDone_ = step;
}

void Trainer::growStrips(std::size_t count) {
  const ParameterLayout& layout = network_->parameterLayout();
  Backend& backend = workers_[0].backend;
  while (strips_.size() < count) {
    Strip strip;
    strip.gradient = backend.allocate(DType::Float32, 1, layout.trainableCount());
    strip.bound = layout.bind(strip.gradient);
    strip.lossSum = backend.allocate(DType::Float64, 1, 1);
    strips_.push_back(std::move(strip));
  }
  usedStrips_ = count;
}

void Trainer::trainStrip(ExecutionContext& context, const BatchPlan& plan, const RowSpan& rows,
                         std::size_t index) {
  const Strip& strip = strips_[index];
  context.backend.fill(strip.gradient, 0);
  context.backend.fill(strip.lossSum, 0);
  for (const RowSpan& span : splitIntoTiles(rows)) {
    context.workspace.reset();
    const TaskTile tile = task_.tile(context, plan, span.first, span.count);
    NetworkTape tape;
    const Jet x = seedJet(context, task_.requiredJet(), tile.inputs);
    const Jet y = network_->forward(context, bound_, x, tape);
    const Jet adjoint = task_.evaluate(context, y, tile, plan.size, strip.lossSum);
    network_->backward(context, bound_, tape, adjoint, strip.bound);
  }
}

double Trainer::computeLossAndGradient() {
  const BatchPlan plan = task_.plan(stepsDone_ + 1);
  const std::vector<RowSpan> spans = splitIntoStrips(plan.size);
  growStrips(spans.size());
  workers_.pool().run(static_cast<std::int64_t>(spans.size()), [&](std::int64_t part, int worker) {
    trainStrip(workers_[worker], plan, spans[static_cast<std::size_t>(part)], static_cast<std::size_t>(part));
  });
  double sum = 0;
  Backend& backend = workers_[0].backend;
  for (std::size_t i = 0; i < spans.size(); ++i) sum += backend.download(strips_[i].lossSum).at(0, 0);
  return sum / task_.lossDenominator(plan.size);
}

void Trainer::update(const AdamStep& step) {
  KS_EXPECT(usedStrips_ > 0, "gradients come before an update");
  const std::int64_t count = network_->parameterLayout().trainableCount();
  const std::int64_t chunks = (count + kUpdateChunk - 1) / kUpdateChunk;
  workers_.pool().run(chunks, [&](std::int64_t chunk, int worker) {
    Backend& backend = workers_[worker].backend;
    const std::int64_t first = chunk * kUpdateChunk, size = std::min(kUpdateChunk, count - first);
    const Tensor gradient = strips_[0].gradient.columnRange(first, size);
    for (std::size_t s = 1; s < usedStrips_; ++s) {
      backend.addScaled(1, strips_[s].gradient.columnRange(first, size), gradient);
    }
    const Tensor parameters = flat_.columnRange(first, size);
    backend.copy(parameters, previous_.columnRange(first, size));
    backend.adamStep(step, gradient, firstMoment_.columnRange(first, size),
                     secondMoment_.columnRange(first, size), parameters);
  });
  ++stepsDone_;
}

void Trainer::revertParameters() {
  workers_[0].backend.copy(previous_, flat_.columnRange(0, network_->parameterLayout().trainableCount()));
}

std::vector<float> Trainer::downloadParameters() {
  return downloaded(workers_[0].backend, flat_);
}
std::vector<float> Trainer::downloadFirstMoment() {
  return downloaded(workers_[0].backend, firstMoment_);
}
std::vector<float> Trainer::downloadSecondMoment() {
  return downloaded(workers_[0].backend, secondMoment_);
}

}  // namespace kernelscope

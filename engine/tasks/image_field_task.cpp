#include "engine/tasks/image_field_task.h"

#include "engine/nn/loss.h"

#include <numeric>

namespace kernelscope {

namespace {

// Rows of a row-major [n, cols] host array as a device tensor.
Tensor uploadRows(MemoryOperations& memory, const std::vector<float>& values, int cols,
                  const std::vector<std::int32_t>& rows) {
  HostTensor host(DType::Float32, static_cast<std::int64_t>(rows.size()), cols);
  const std::span<float> to = host.values<float>();
  const auto width = static_cast<std::size_t>(cols);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t c = 0; c < width; ++c)
      to[i * width + c] = values[static_cast<std::size_t>(rows[i]) * width + c];
  }
  Tensor tensor = memory.allocate(DType::Float32, host.rows(), host.cols());
  memory.upload(host, tensor);
  return tensor;
}

}  // namespace

ImageFieldTask::ImageFieldTask(std::shared_ptr<const ImageDataset> data, MemoryOperations& memory,
                               std::optional<std::int64_t> batch, std::uint64_t seed, Supervision supervision)
    : data_(std::move(data)), supervision_(supervision), targets_(trainingTargets(*data_, supervision)) {
  std::vector<std::int32_t> every(static_cast<std::size_t>(data_->pixelCount()));
  std::iota(every.begin(), every.end(), 0);
  trainInputs_ = uploadRows(memory, data_->coordinates(), kCoordinates, data_->trainPixels());
  trainTargets_ = uploadRows(memory, targets_.samples, targets_.columns, data_->trainPixels());
  allInputs_ = uploadRows(memory, data_->coordinates(), kCoordinates, every);
  heldOutInputs_ = uploadRows(memory, data_->coordinates(), kCoordinates, data_->heldOutPixels());
  if (batch && *batch < trainInputs_.rows()) {
    sampler_.emplace(static_cast<std::int32_t>(trainInputs_.rows()), batch, seed);
  }
}

JetLayout ImageFieldTask::requiredJet() const {
  JetLayout layout;
  if (supervision_ != Supervision::Value) layout.coordinates = kCoordinates;
  layout.laplacian = supervision_ == Supervision::Laplacian;
  return layout;
}

std::int64_t ImageFieldTask::batchSize() const {
  return sampler_ ? sampler_->batchSize() : trainInputs_.rows();
}

BatchPlan ImageFieldTask::plan(std::int64_t step) {
  if (!sampler_) return {trainInputs_.rows(), {}};
  const std::span<const std::int32_t> rows = sampler_->positions(step);
  return {static_cast<std::int64_t>(rows.size()), {rows.begin(), rows.end()}};
}

TaskTile ImageFieldTask::tile(ExecutionContext& context, const BatchPlan& plan, std::int64_t first,
                              std::int64_t count) const {
  if (plan.rows.empty()) return {trainInputs_.rowRange(first, count), trainTargets_.rowRange(first, count)};
  const auto rows =
      std::span(plan.rows).subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count));
  TaskTile tile = {context.workspace.take(DType::Float32, count, trainInputs_.cols()),
                   context.workspace.take(DType::Float32, count, trainTargets_.cols())};
  context.backend.gatherRows(trainInputs_, rows, tile.inputs);
  context.backend.gatherRows(trainTargets_, rows, tile.targets);
  return tile;
}

Jet ImageFieldTask::evaluate(ExecutionContext& context, const Jet& out, const TaskTile& tile,
                             std::int64_t batchSize, const Tensor& lossSum) const {
  const double scale = 2.0 / lossDenominator(batchSize);
  switch (supervision_) {
    case Supervision::Gradient:
      return gradientErrorAdjoint(context, out, tile.targets, scale, lossSum);
    case Supervision::Laplacian:
      return laplacianErrorAdjoint(context, out, tile.targets, scale, lossSum);
    case Supervision::Value:
      break;
  }
  return meanSquaredErrorAdjoint(context, out, tile.targets, batchSize, lossSum);
}

double ImageFieldTask::lossDenominator(std::int64_t batchSize) const {
  return Task::lossDenominator(batchSize) * targets_.lossUnit;
}

}  // namespace kernelscope

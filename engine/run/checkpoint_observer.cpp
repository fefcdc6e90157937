#include "engine/run/checkpoint_observer.h"

#include "engine/core/error.h"
#include "engine/data/query_grid.h"
#include "engine/nn/network_builder.h"
#include "engine/run/field_observer.h"
#include "engine/run/field_query.h"
#include "engine/run/recovered_values.h"
#include "engine/tasks/image_field_task.h"

#include <fmt/format.h>

namespace kernelscope {

std::optional<Field2d> shownField(const ShownNetwork& network, FieldView view, int query,
                                  const std::function<bool()>& abandoned) {
  const ImageDataset& data = network.data;
  const auto atPixels = [&network](const JetLayout& layout) {
    return recoveredPicture(network.data, network.jet(network.pixels, layout), network.supervision);
  };
  const int points = possibleQuery(data.height(), data.width(), query);
  if (points == 1 || !hasValuesBetweenPixels(view))
    return predictedField(data, atPixels(viewLayout(view)).jet, view);
  RecoveredPlane plane;
  if (network.supervision != Supervision::Value) plane = atPixels({}).plane;
  const auto between = [&](const HostTensor& inputs, const JetLayout& layout) {
    const Tensor uploaded = network.backend.allocate(inputs.dtype(), inputs.rows(), inputs.cols());
    network.backend.upload(inputs, uploaded);
    HostJet jet = network.jet(uploaded, layout);
    if (!plane.empty()) addPlaneAt(inputs, plane, jet.channels.front());
    return jet;
  };
  return queriedField(data, view, points, between, abandoned);
}

CheckpointObserver::CheckpointObserver(const ExperimentConfig& config,
                                       std::shared_ptr<const ImageDataset> data,
                                       std::shared_ptr<ComputePool> pool)
    : data_(std::move(data)),
      workers_(std::make_shared<WorkerContexts>(std::move(pool), config.backend)),
      supervision_(supervisionOf(config)) {
  for (const LaneId lane : kLanes) {
    networks_[laneIndex(lane)] = std::make_shared<const Network>(
        buildNetwork(config.lane(lane), ImageFieldTask::kCoordinates, data_->channels()));
  }
  const HostTensor coordinates =
      HostTensor::from<float>(data_->coordinates(), data_->pixelCount(), ImageFieldTask::kCoordinates);
  Backend& backend = (*workers_)[0].backend;
  inputs_ = backend.allocate(DType::Float32, coordinates.rows(), coordinates.cols());
  backend.upload(coordinates, inputs_);
}

std::shared_ptr<const Observation> CheckpointObserver::observe(const Checkpoint& checkpoint, FieldView view,
                                                               int query) {
  const Network& network = *networks_[laneIndex(checkpoint.lane)];
  const ParameterLayout& layout = network.parameterLayout();
  const auto count = static_cast<std::int64_t>(checkpoint.parameters.size());
  if (count != layout.totalCount()) {
    throw ShapeError(fmt::format("a kept state of lane {} has {} parameters, its network {}",
                                 laneName(checkpoint.lane), count, layout.totalCount()));
  }
  Backend& backend = (*workers_)[0].backend;
  const Tensor flat = backend.allocate(DType::Float32, 1, count);
  backend.upload(HostTensor::from<float>(checkpoint.parameters, 1, count), flat);
  const NetworkParameters bound = layout.bind(flat);
  const auto jet = [&](const Tensor& inputs, const JetLayout& wanted) {
    return evaluateNetwork(*workers_, network, bound, inputs, wanted);
  };
  auto observation = std::make_shared<Observation>();
  observation->step = checkpoint.step;
  observation->fields.push_back(
      *shownField({*data_, supervision_, backend, inputs_, jet}, view, query, [] { return false; }));
  return observation;
}

}  // namespace kernelscope

#include "engine/run/trained_lane.h"

#include "engine/core/error.h"
#include "engine/core/file_io.h"
#include "engine/io/csv_writer.h"
#include "engine/io/npy.h"
#include "engine/io/npz.h"
#include "engine/io/safetensors.h"
#include "engine/nn/network_builder.h"
#include "engine/run/lane_weights.h"
#include "engine/tasks/image_field_task.h"

#include <fmt/format.h>

namespace kernelscope {

namespace {

// The task's width is not in the experiment; the bias of the last layer has it.
int outWidth(const LaneSpec& lane, const std::vector<NamedArray>& weights,
             const std::filesystem::path& file) {
  const std::string name = fmt::format("layers.{}.bias", lane.layers.size() - 1);
  const NamedArray* bias = findArray(weights, name);
  if (bias == nullptr) throw ContentError(file, fmt::format("the array \"{}\" is missing", name));
  return static_cast<int>(elementCount(*bias));
}

HostTensor toHostTensor(const NamedArray& array) {
  return std::visit(
      [&](const auto& values) {
        using T = typename std::decay_t<decltype(values)>::value_type;
        if constexpr (std::is_same_v<T, std::int64_t>) {
          const std::vector<double> converted(values.begin(), values.end());
          return HostTensor::from<double>(converted, array.shape[0], array.shape[1]);
        } else {
          return HostTensor::from<T>(values, array.shape[0], array.shape[1]);
        }
      },
      array.values);
}

NamedArray toNamedArray(const HostTensor& tensor, std::string name) {
  NamedArray array{std::move(name), {tensor.rows(), tensor.cols()}, {}};
  dispatch(tensor.dtype(), [&](auto zero) {
    using T = decltype(zero);
    const auto values = tensor.values<T>();
    array.values = std::vector<T>(values.begin(), values.end());
  });
  return array;
}

std::string weightsCsv(const std::vector<NamedArray>& weights) {
  const std::vector<std::string> header = {"name", "row", "column", "value"};
  CsvTable table(header);
  for (const NamedArray& array : weights) {
    const auto& values = std::get<std::vector<float>>(array.values);
    const auto columns = static_cast<std::size_t>(array.shape.back());
    for (std::size_t i = 0; i < values.size(); ++i) {
      table.cell(array.name)
          .cell(static_cast<std::int64_t>(i / columns))
          .cell(static_cast<std::int64_t>(i % columns));
      table.cell(values[i]).endRow();
    }
  }
  return table.text();
}

}  // namespace

TrainedLane loadTrainedLane(const RunFolder& folder, LaneId lane) {
  const ExperimentConfig config = folder.experiment();
  const std::filesystem::path file = folder.weightsFile(lane);
  TrainedLane result;
  result.weights = readSafetensors(file).arrays;
  const int width = outWidth(config.lane(lane), result.weights, file);
  result.network =
      std::make_shared<const Network>(buildNetwork(config.lane(lane), ImageFieldTask::kCoordinates, width));
  result.parameters = flatWeights(result.network->parameterLayout(), result.weights, file);
  return result;
}

TrainedLane trainedLane(const LaneSpec& lane, int outWidth, const std::vector<float>& parameters) {
  TrainedLane result;
  result.network =
      std::make_shared<const Network>(buildNetwork(lane, ImageFieldTask::kCoordinates, outWidth));
  const ParameterLayout& layout = result.network->parameterLayout();
  if (static_cast<std::int64_t>(parameters.size()) != layout.totalCount())
    throw ShapeError(
        fmt::format("the lane has {} parameters, expected {}", parameters.size(), layout.totalCount()));
  result.weights = namedWeights(layout, parameters);
  result.parameters = parameters;
  return result;
}

void evaluateToFile(const TrainedLane& lane, const std::filesystem::path& input,
                    const std::filesystem::path& output, int threads) {
  const NamedArray points = readNpy(input);
  const std::int64_t columns = lane.network->inWidth();
  if (points.shape.size() != 2 || points.shape[1] != columns) {
    throw ContentError(input,
                       fmt::format("has shape {}, expected (n, {})", shapeText(points.shape), columns));
  }
  const HostTensor inputs = toHostTensor(points);
  auto workers = std::make_shared<WorkerContexts>(std::make_shared<ComputePool>(threads), "cpu");
  const Predictor predictor(lane.network, lane.parameters, workers, inputs.dtype());
  writeNpy(toNamedArray(predictor.evaluate(inputs, {}).values(), "output"), output);
}

void exportWeights(const TrainedLane& lane, const std::string& format, const std::filesystem::path& file) {
  if (format == "safetensors") {
    writeSafetensors({lane.weights, {{"format", "kernelscope-weights-1"}}}, file);
  } else if (format == "npz") {
    writeNpz(lane.weights, file);
  } else if (format == "csv") {
    writeFileAtomically(file, weightsCsv(lane.weights));
  } else {
    throw ConfigError(
        {{"--format", "\"" + format + "\" is not a format; allowed are safetensors, npz and csv"}});
  }
}

}  // namespace kernelscope

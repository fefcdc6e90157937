#include "engine/run/field_arrays.h"

#include "engine/run/recovered_values.h"

namespace kernelscope {

namespace {

// Every pixel's coordinates in float64, not the rounded float32 ones that training uses.
HostTensor pixelCoordinates(const ImageDataset& data) {
  HostTensor inputs(DType::Float64, data.pixelCount(), 2);
  for (int row = 0; row < data.height(); ++row) {
    for (int column = 0; column < data.width(); ++column) {
      const std::int64_t pixel = static_cast<std::int64_t>(row) * data.width() + column;
      inputs.set(pixel, 0, pixelCoordinate(column, data.width()));
      inputs.set(pixel, 1, pixelCoordinate(row, data.height()));
    }
  }
  return inputs;
}

std::vector<double> doubles(const HostTensor& tensor) {
  const auto values = tensor.values<double>();
  return {values.begin(), values.end()};
}

}  // namespace

std::vector<NamedArray> dataArrays(const ImageDataset& data) {
  const std::vector<std::int64_t> shape = {data.height(), data.width(), data.channels()};
  std::vector<double> target(data.targets().begin(), data.targets().end());
  std::vector<float> mask(static_cast<std::size_t>(data.pixelCount()), 0.0F);
  for (const std::int32_t pixel : data.trainPixels()) mask[static_cast<std::size_t>(pixel)] = 1.0F;
  return {{"target", shape, std::move(target)},
          {"train_mask", {data.height(), data.width()}, std::move(mask)}};
}

std::vector<NamedArray> laneArrays(const ImageDataset& data, LaneId lane, const Predictor& predictor,
                                   const RecoveredPlane& plane) {
  JetLayout layout;
  layout.coordinates = 2;
  layout.laplacian = true;
  HostJet jet = predictor.evaluate(pixelCoordinates(data), layout);
  if (!plane.empty()) addPlane(data, plane, jet.channels.front());
  const std::int64_t h = data.height(), w = data.width(), c = data.channels();
  const auto dx = jet.derivative(0).values<double>(), dy = jet.derivative(1).values<double>();
  const auto channels = static_cast<std::size_t>(c);
  std::vector<double> gradient;
  gradient.reserve(2 * dx.size());
  for (std::size_t at = 0; at < dx.size(); at += channels) {
    for (std::size_t i = 0; i < channels; ++i) gradient.push_back(dx[at + i]);
    for (std::size_t i = 0; i < channels; ++i) gradient.push_back(dy[at + i]);
  }
  const std::string prefix = std::string(laneName(lane)) + "/";
  return {{prefix + "value", {h, w, c}, doubles(jet.values())},
          {prefix + "gradient", {h, w, 2, c}, std::move(gradient)},
          {prefix + "laplacian", {h, w, c}, doubles(jet.laplacian())}};
}

}  // namespace kernelscope

#include "engine/run/run_pictures.h"

#include "engine/core/error.h"
#include "engine/io/npz.h"
#include "engine/run/field_observer.h"

#include <algorithm>
#include <span>
#include <type_traits>

namespace kernelscope {

namespace {

constexpr std::array kViews = {FieldView::Value, FieldView::Gradient, FieldView::Laplacian, FieldView::Error,
                               FieldView::Spectrum};

class ArraysReader {
 public:
  explicit ArraysReader(const std::filesystem::path& file) : file_(file), arrays_(readNpz(file)) {
    const NamedArray& target = found("target");
    if (target.shape.size() != 3 || elementCount(target) == 0)
      fail("target has shape " + shapeText(target.shape) + "; expected [height, width, channels]");
    height_ = target.shape[0];
    width_ = target.shape[1];
    channels_ = target.shape[2];
    if (channels_ != 1 && channels_ != 3) fail("target has neither 1 nor 3 channels");
  }

  // All pixels are trained on: only the picture itself matters here.
  ImageDataset dataset() const {
    const std::vector<float> values = numbers("target", {height_, width_, channels_});
    Picture picture{static_cast<int>(height_), static_cast<int>(width_), static_cast<int>(channels_), {}, {}};
    for (const float value : values) picture.samples.push_back((value + 1) / 2);
    ImageSpec spec;
    spec.trainPixels = "all";
    return {std::move(picture), spec, 0};
  }

  std::int64_t trainedPixels() const {
    const std::vector<float> mask = numbers("train_mask", {height_, width_});
    return std::ranges::count_if(mask, [](float trained) { return trained != 0; });
  }
  std::int64_t pixels() const { return height_ * width_; }

  HostJet jet(const std::string& lane) const {
    const auto c = static_cast<std::size_t>(channels_);
    HostJet jet;
    jet.layout.coordinates = 2;
    jet.layout.laplacian = true;
    const std::vector<float> value = numbers(lane + "/value", {height_, width_, channels_});
    const std::vector<float> gradient = numbers(lane + "/gradient", {height_, width_, 2, channels_});
    const std::vector<float> laplacian = numbers(lane + "/laplacian", {height_, width_, channels_});
    std::array<std::vector<float>, 2> slope;
    for (std::size_t i = 0; i < gradient.size(); ++i) slope[i / c % 2].push_back(gradient[i]);
    for (const std::span<const float> channel : {std::span(value), std::span<const float>(slope[0]),
                                                 std::span<const float>(slope[1]), std::span(laplacian)})
      jet.channels.push_back(HostTensor::from(channel, pixels(), channels_));
    return jet;
  }

 private:
  const NamedArray& found(const std::string& name) const {
    const NamedArray* array = findArray(arrays_, name);
    if (array == nullptr) fail("has no array " + name);
    return *array;
  }

  std::vector<float> numbers(const std::string& name, const std::vector<std::int64_t>& shape) const {
    const NamedArray& array = found(name);
    if (array.shape != shape)
      fail(name + " has shape " + shapeText(array.shape) + "; expected " + shapeText(shape));
    return std::visit(
        [](const auto& values) {
          std::vector<float> result;
          result.reserve(values.size());
          for (const auto value : values) result.push_back(static_cast<float>(value));
          return result;
        },
        array.values);
  }

  [[noreturn]] void fail(const std::string& what) const { throw ContentError(file_, what); }

  std::filesystem::path file_;
  std::vector<NamedArray> arrays_;
  std::int64_t height_ = 0, width_ = 0, channels_ = 0;
};

}  // namespace

RunPictures readRunPictures(const std::filesystem::path& arraysFile) {
  const ArraysReader reader(arraysFile);
  const ImageDataset data = reader.dataset();
  RunPictures pictures;
  for (const FieldView view : kViews) {
    if (view != FieldView::Error) pictures.target.fields.push_back(targetField(data, view));
  }
  pictures.trainedPixels = reader.trainedPixels();
  pictures.heldOutPixels = reader.pixels() - pictures.trainedPixels;
  for (const LaneId lane : kLanes) {
    const HostJet jet = reader.jet(laneName(lane));
    for (const FieldView view : kViews)
      pictures.lanes[laneIndex(lane)].fields.push_back(predictedField(data, jet, view));
  }
  return pictures;
}

}  // namespace kernelscope

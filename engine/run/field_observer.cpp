#include "engine/run/field_observer.h"

#include "engine/analysis/picture_spectrum.h"
#include "engine/core/contract.h"
#include "engine/observe/field_derivatives.h"
#include "engine/observe/image_quality.h"
#include "engine/tasks/training_targets.h"

#include <cmath>
#include <limits>

namespace kernelscope {

namespace {

Field2d emptyField(const char* name, const char* unit, int height, int width, int channels) {
  Field2d field{name, unit, height, width, channels, {}};
  field.samples.resize(static_cast<std::size_t>(height) * static_cast<std::size_t>(width) *
                       static_cast<std::size_t>(channels));
  return field;
}

Field2d fieldFor(FieldView view, int height, int width, int channels) {
  switch (view) {
    case FieldView::Value:
      return emptyField("value", "grey value", height, width, channels);
    case FieldView::Gradient:
      return emptyField("gradient_magnitude", "grey value per unit length", height, width, 1);
    case FieldView::Laplacian:
      return emptyField("laplacian", "grey value per unit length squared", height, width, 1);
    case FieldView::Error:
      return emptyField("error", "grey value", height, width, 1);
    case FieldView::Spectrum:
      return emptyField("spectrum", "dB", height, width, 1);
  }
  return {};
}

Field2d fieldFor(const ImageDataset& data, FieldView view) {
  return fieldFor(view, data.height(), data.width(), data.channels());
}

Field2d spectrumOf(const Field2d& value) {
  return pictureSpectrum(value.samples, value.height, value.width, value.channels);
}

// One channel out of `channels` interleaved ones: combine(sample(pixel, channel)) over the channels.
template <typename PerPixel>
Field2d pixelwise(Field2d field, PerPixel&& value) {
  for (std::size_t pixel = 0; pixel < field.samples.size(); ++pixel) {
    field.samples[pixel] = static_cast<float>(value(pixel));
  }
  return field;
}

template <typename Square>
double rootMeanSquare(std::size_t pixel, std::size_t channels, Square&& square) {
  double sum = 0;
  for (std::size_t c = 0; c < channels; ++c) sum += square(pixel * channels + c);
  return std::sqrt(sum / static_cast<double>(channels));
}

template <typename Samples>
double meanOf(const Samples& samples, std::size_t pixel, std::size_t channels) {
  double sum = 0;
  for (std::size_t c = 0; c < channels; ++c) sum += samples[pixel * channels + c];
  return sum / static_cast<double>(channels);
}

constexpr double square(double x) {
  return x * x;
}

// Over the listed pixels; rowOf(i) is the row of `values` that holds the i-th of them.
template <typename RowOf>
double meanSquaredErrorOf(const ImageDataset& data, const std::vector<std::int32_t>& pixels,
                          const HostTensor& values, RowOf&& rowOf) {
  if (pixels.empty()) return std::numeric_limits<double>::quiet_NaN();
  const auto channels = static_cast<std::size_t>(data.channels());
  const std::span<const float> predicted = values.values<float>();
  double sum = 0;
  for (std::size_t place = 0; place < pixels.size(); ++place) {
    const std::size_t from = rowOf(place) * channels;
    const std::size_t to = static_cast<std::size_t>(pixels[place]) * channels;
    for (std::size_t c = 0; c < channels; ++c)
      sum += square(static_cast<double>(predicted[from + c]) - data.targets()[to + c]);
  }
  return sum / static_cast<double>(pixels.size() * channels);
}

}  // namespace

double meanSquaredError(const ImageDataset& data, const std::vector<std::int32_t>& pixels,
                        const HostTensor& values) {
  return meanSquaredErrorOf(data, pixels, values, [](std::size_t place) { return place; });
}

PictureMeasures measurePicture(const ImageDataset& data, const HostTensor& values) {
  const std::span<const float> predicted = values.values<float>();
  const auto mse = [&](const std::vector<std::int32_t>& pixels) {
    return meanSquaredErrorOf(data, pixels, values,
                              [&](std::size_t place) { return static_cast<std::size_t>(pixels[place]); });
  };
  return {mse(data.trainPixels()), mse(data.heldOutPixels()),
          structuralSimilarity(predicted, data.targets(), data.height(), data.width(), data.channels()),
          correlation(predicted, data.targets())};
}

JetLayout viewLayout(FieldView view) {
  JetLayout layout;
  if (view == FieldView::Gradient || view == FieldView::Laplacian) layout.coordinates = 2;
  layout.laplacian = view == FieldView::Laplacian;
  return layout;
}

Field2d fieldOfJet(const HostJet& jet, FieldView view, int height, int width, int channelCount) {
  Field2d field = fieldFor(view, height, width, channelCount);
  const auto channels = static_cast<std::size_t>(channelCount);
  if (view == FieldView::Gradient) {
    const auto dx = jet.derivative(0).values<float>(), dy = jet.derivative(1).values<float>();
    return pixelwise(std::move(field), [&](std::size_t pixel) {
      return 0.5 *
             rootMeanSquare(pixel, channels, [&](std::size_t i) { return square(dx[i]) + square(dy[i]); });
    });
  }
  if (view == FieldView::Laplacian) {
    const auto laplacians = jet.laplacian().values<float>();
    return pixelwise(std::move(field),
                     [&](std::size_t pixel) { return 0.5 * meanOf(laplacians, pixel, channels); });
  }
  KS_EXPECT(view == FieldView::Value, "this view is not one of the network alone");
  const auto values = jet.values().values<float>();
  return pixelwise(std::move(field), [&](std::size_t i) { return 0.5 * (values[i] + 1.0); });
}

Field2d predictedField(const ImageDataset& data, const HostJet& jet, FieldView view) {
  const auto shown = [&](FieldView part) {
    return fieldOfJet(jet, part, data.height(), data.width(), data.channels());
  };
  if (view == FieldView::Spectrum) return spectrumOf(shown(FieldView::Value));
  if (view != FieldView::Error) return shown(view);
  const auto values = jet.values().values<float>();
  return pixelwise(fieldFor(data, view), [&](std::size_t pixel) {
    return 0.5 * rootMeanSquare(pixel, static_cast<std::size_t>(data.channels()), [&](std::size_t i) {
             return square(static_cast<double>(values[i]) - data.targets()[i]);
           });
  });
}

Field2d targetField(const ImageDataset& data, FieldView view, Supervision supervision) {
  const auto channels = static_cast<std::size_t>(data.channels());
  if (view == FieldView::Laplacian && supervision == Supervision::Laplacian) {
    const std::vector<float> trained = trainingTargets(data, supervision).samples;
    return pixelwise(fieldFor(data, view),
                     [&](std::size_t pixel) { return 0.5 * meanOf(trained, pixel, channels); });
  }
  if (view == FieldView::Gradient) {
    const Field2d magnitude = gradientMagnitude(data.targets(), data.height(), data.width(), data.channels());
    return pixelwise(fieldFor(data, view), [&](std::size_t pixel) {
      return 0.5 *
             rootMeanSquare(pixel, channels, [&](std::size_t i) { return square(magnitude.samples[i]); });
    });
  }
  if (view == FieldView::Laplacian) {
    const Field2d laplacians = laplacian(data.targets(), data.height(), data.width(), data.channels());
    return pixelwise(fieldFor(data, view),
                     [&](std::size_t pixel) { return 0.5 * meanOf(laplacians.samples, pixel, channels); });
  }
  Field2d value = pixelwise(fieldFor(data, FieldView::Value),
                            [&](std::size_t i) { return 0.5 * (data.targets()[i] + 1.0); });
  return view == FieldView::Spectrum ? spectrumOf(value) : value;
}

}  // namespace kernelscope

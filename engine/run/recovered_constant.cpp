#include "engine/run/recovered_constant.h"

#include "engine/core/contract.h"

namespace kernelscope {

std::vector<double> fittedConstant(const ImageDataset& data, const HostTensor& values) {
  const auto channels = static_cast<std::size_t>(data.channels());
  std::vector<double> constant(channels, 0.0);
  for (const std::int32_t pixel : data.trainPixels()) {
    for (std::size_t c = 0; c < channels; ++c) {
      const double target = data.targets()[static_cast<std::size_t>(pixel) * channels + c];
      constant[c] += target - values.at(pixel, static_cast<std::int64_t>(c));
    }
  }
  for (double& sum : constant) sum /= static_cast<double>(data.trainPixels().size());
  return constant;
}

void addConstant(HostTensor& values, const std::vector<double>& constant) {
  KS_EXPECT(values.cols() == static_cast<std::int64_t>(constant.size()), "one constant per colour channel");
  for (std::int64_t row = 0; row < values.rows(); ++row) {
    for (std::int64_t c = 0; c < values.cols(); ++c)
      values.set(row, c, values.at(row, c) + constant[static_cast<std::size_t>(c)]);
  }
}

}  // namespace kernelscope

#include "engine/run/lane_metrics.h"

#include "engine/observe/image_quality.h"
#include "engine/run/field_observer.h"

#include <cmath>
#include <limits>

namespace kernelscope {

namespace {

enum ValueColumn : std::size_t { kMse, kPsnr, kHeldOutMse, kHeldOutPsnr, kSsim };
enum DerivativeColumn : std::size_t {
  kLoss,
  kHeldOutLoss,
  kDerivativeMse,
  kHeldOutDerivativeMse,
  kRecoveredPsnr,
  kRecoveredHeldOutPsnr,
  kRecoveredSsim,
  kCorrelation
};

// Mean over the listed pixels and the colour channels of the squared error of what the lane is trained on.
double trainedError(const ImageFieldTask& task, const std::vector<std::int32_t>& pixels, const HostJet& jet) {
  if (pixels.empty()) return std::numeric_limits<double>::quiet_NaN();
  std::vector<const HostTensor*> parts;
  if (task.supervision() == Supervision::Gradient) {
    for (int k = 0; k < ImageFieldTask::kCoordinates; ++k) parts.push_back(&jet.derivative(k));
  } else {
    parts.push_back(&jet.laplacian());
  }
  const auto channels = static_cast<std::size_t>(task.outWidth());
  const std::vector<float>& targets = task.targets().samples;
  double sum = 0;
  for (const std::int32_t pixel : pixels) {
    const std::size_t row = static_cast<std::size_t>(pixel) * channels;
    for (std::size_t part = 0; part < parts.size(); ++part) {
      const auto predicted = parts[part]->values<float>();
      for (std::size_t c = 0; c < channels; ++c) {
        const double difference =
            static_cast<double>(predicted[row + c]) - targets[row * parts.size() + part * channels + c];
        sum += difference * difference;
      }
    }
  }
  return sum / static_cast<double>(pixels.size() * channels);
}

}  // namespace

std::vector<std::string> LaneMetrics::columns() const {
  if (trainsValues()) return {"mse", "psnr_db", "heldout_mse", "heldout_psnr_db", "ssim"};
  const std::string mse = std::string(supervisionName(task_.supervision())) + "_mse";
  return {"loss", "heldout_loss", mse, "heldout_" + mse, "psnr_db", "heldout_psnr_db", "ssim", "correlation"};
}

MetricHistory LaneMetrics::emptyHistory() const {
  return MetricHistory(columns());
}

MetricRow LaneMetrics::stepRow(double loss) const {
  MetricRow row(columns().size(), MetricHistory::kMissing);
  row[lossColumn()] = loss;
  if (trainsValues()) {
    row[kPsnr] = kernelscope::psnrDb(loss);
  } else {
    row[kDerivativeMse] = loss * task_.targets().lossUnit;
  }
  return row;
}

void LaneMetrics::addPicture(MetricRow& row, const HostJet& picture) const {
  const PictureMeasures measures = measurePicture(task_.data(), picture.values());
  if (trainsValues()) {
    row[kHeldOutMse] = measures.heldOutMse;
    row[kHeldOutPsnr] = kernelscope::psnrDb(measures.heldOutMse);
    row[kSsim] = measures.ssim;
    return;
  }
  const double heldOut = trainedError(task_, task_.data().heldOutPixels(), picture);
  row[kHeldOutLoss] = heldOut / task_.targets().lossUnit;
  row[kHeldOutDerivativeMse] = heldOut;
  row[kRecoveredPsnr] = kernelscope::psnrDb(measures.trainMse);
  row[kRecoveredHeldOutPsnr] = kernelscope::psnrDb(measures.heldOutMse);
  row[kRecoveredSsim] = measures.ssim;
  row[kCorrelation] = measures.correlation;
}

void LaneMetrics::addHeldOut(MetricRow& row, const HostTensor& values) const {
  row[kHeldOutMse] = meanSquaredError(task_.data(), task_.data().heldOutPixels(), values);
  row[kHeldOutPsnr] = kernelscope::psnrDb(row[kHeldOutMse]);
}

std::vector<std::pair<std::string, double>> LaneMetrics::finalFigures(const HostJet& picture) const {
  const PictureMeasures measures = measurePicture(task_.data(), picture.values());
  std::vector<std::pair<std::string, double>> figures;
  if (!trainsValues()) {
    MetricRow row =
        stepRow(trainedError(task_, task_.data().trainPixels(), picture) / task_.targets().lossUnit);
    addPicture(row, picture);
    const std::vector<std::string> names = columns();
    for (std::size_t column = kLoss; column <= kHeldOutDerivativeMse; ++column)
      figures.emplace_back(names[column], row[column]);
  }
  figures.emplace_back("mse", measures.trainMse);
  figures.emplace_back("psnr_db", kernelscope::psnrDb(measures.trainMse));
  figures.emplace_back("heldout_mse", measures.heldOutMse);
  figures.emplace_back("heldout_psnr_db", kernelscope::psnrDb(measures.heldOutMse));
  figures.emplace_back("ssim", measures.ssim);
  if (!trainsValues()) figures.emplace_back("correlation", measures.correlation);
  return figures;
}

double LaneMetrics::fitDb(double loss) const {
  return trainsValues() ? kernelscope::psnrDb(loss) : -10.0 * std::log10(loss);
}

double LaneMetrics::psnrDb(const MetricRow& row) const {
  return row[trainsValues() ? static_cast<std::size_t>(kPsnr) : kRecoveredPsnr];
}

}  // namespace kernelscope

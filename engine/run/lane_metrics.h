#pragma once
// What an image-field lane records for each step and reports at its end, by what it is trained on.
// Values: mse, psnr_db, heldout_mse, heldout_psnr_db, ssim.
// Derivatives (X is gradient or laplacian): loss, heldout_loss, X_mse, heldout_X_mse, then of the recovered
// picture psnr_db, heldout_psnr_db, ssim, correlation, and at the end also mse, heldout_mse.
// Units: X_mse per unit length squared (gradient) or to the fourth power (Laplacian), in network units; loss
// is X_mse divided by the mean square of the target's derivatives.

#include "engine/observe/metric_history.h"
#include "engine/tasks/image_field_task.h"
#include "engine/train/predictor.h"

#include <string>
#include <utility>
#include <vector>

namespace kernelscope {

using MetricRow = std::vector<double>;  // a value per column, MetricHistory::kMissing where none

class LaneMetrics {
 public:
  // `task` must outlive it.
  explicit LaneMetrics(const ImageFieldTask& task) : task_(task) {}

  MetricHistory emptyHistory() const;
  // What the loss of a step says.
  MetricRow stepRow(double loss) const;
  // Adds what `picture` says: the jet over every pixel with the task's layout, its plane added.
  void addPicture(MetricRow& row, const HostJet& picture) const;
  // Adds the held-out error of `values` [held-out pixels, channels]. Only where values are trained.
  void addHeldOut(MetricRow& row, const HostTensor& values) const;
  // The final figures, from the same jet as addPicture.
  std::vector<std::pair<std::string, double>> finalFigures(const HostJet& picture) const;

  // How well a loss fits, in dB: the PSNR of values; -10 log10 of the loss of derivatives.
  double fitDb(double loss) const;
  // The train PSNR in a row, kMissing where it was not measured.
  double psnrDb(const MetricRow& row) const;
  // The losses of a record, from which the stop rules resume.
  std::size_t lossColumn() const { return 0; }

  bool trainsValues() const { return task_.supervision() == Supervision::Value; }

 private:
  std::vector<std::string> columns() const;

  const ImageFieldTask& task_;
};

}  // namespace kernelscope

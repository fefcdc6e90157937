#pragma once
// The curves of one lane, taken from its MetricHistory row by row: an update costs only the new rows.

#include "engine/observe/metric_history.h"
#include "ui/plots/curve_data.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>

namespace kernelscope::ui {

enum class ChartMetric { Psnr, Loss, Ssim };
inline constexpr std::size_t kChartMetrics = 3;

class LaneRecord final {
 public:
  LaneRecord();

  // Takes what is new. A history that does not continue the rows taken so far starts the record anew.
  void take(const MetricHistory& history);
  void clear();
  // Makes room for a record of this many rows; a hint, so that growing never copies.
  void reserve(std::int64_t rows);

  // Never null; stays the same object through take and clear.
  std::shared_ptr<const CurveData> training(ChartMetric metric) const {
    return curves_[index(metric, false)];
  }
  std::shared_ptr<const CurveData> heldOut(ChartMetric metric) const { return curves_[index(metric, true)]; }

  // Whether the losses taken are relative ones, of a lane that trains on derivatives.
  bool lossIsRelative() const { return relative_; }

  // The last step that was taken, if any.
  std::optional<std::int64_t> lastStep() const { return lastStep_; }

 private:
  static std::size_t index(ChartMetric metric, bool heldOut) {
    return 2 * static_cast<std::size_t>(metric) + heldOut;
  }
  bool continues(const MetricHistory& history) const;

  std::array<std::shared_ptr<CurveData>, 2 * kChartMetrics> curves_;
  std::size_t rows_ = 0;
  std::optional<std::int64_t> lastStep_;
  double lastSeconds_ = 0;
  bool relative_ = false;
};

}  // namespace kernelscope::ui

#include "ui/panels/lane_record.h"

#include <algorithm>

namespace kernelscope::ui {

namespace {

// Columns in the order of the curves; SSIM is of the whole picture, so it has no held-out curve.
constexpr std::array kColumns = {"psnr_db", "heldout_psnr_db", "mse", "heldout_mse", "ssim", ""};
// Where a lane trains on derivatives, its loss is not an error of values.
constexpr std::array kDerivativeColumns = {"psnr_db", "heldout_psnr_db", "loss", "heldout_loss", "ssim", ""};

constexpr std::int64_t kMostReservedRows = 1 << 20;

}  // namespace

LaneRecord::LaneRecord() {
  for (auto& curve : curves_) curve = std::make_shared<CurveData>();
}

void LaneRecord::clear() {
  for (auto& curve : curves_) curve->clear();
  rows_ = 0;
  lastStep_.reset();
}

void LaneRecord::reserve(std::int64_t rows) {
  const auto most = std::clamp<std::int64_t>(rows, 0, kMostReservedRows);
  for (auto& curve : curves_) curve->reserve(static_cast<std::size_t>(most));
}

bool LaneRecord::continues(const MetricHistory& history) const {
  if (rows_ == 0) return true;
  return history.size() >= rows_ && history.step(rows_ - 1) == lastStep_ &&
         history.seconds(rows_ - 1) == lastSeconds_;
}

void LaneRecord::take(const MetricHistory& history) {
  if (!continues(history)) clear();
  if (history.size() == rows_) return;
  relative_ = history.columnIndex("loss") >= 0;
  const auto& names = relative_ ? kDerivativeColumns : kColumns;
  std::array<int, kColumns.size()> columns{};
  for (std::size_t i = 0; i < names.size(); ++i) columns[i] = history.columnIndex(names[i]);
  for (; rows_ < history.size(); ++rows_) {
    const double step = static_cast<double>(history.step(rows_));
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i] >= 0)
        curves_[i]->append(step, history.value(rows_, static_cast<std::size_t>(columns[i])));
    }
  }
  lastStep_ = history.step(rows_ - 1);
  lastSeconds_ = history.seconds(rows_ - 1);
}

}  // namespace kernelscope::ui

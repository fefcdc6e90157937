#pragma once
// Names, units and axes of the chart's metrics.

#include "ui/panels/lane_record.h"
#include "ui/plots/axis_range.h"

#include <QString>
#include <optional>

namespace kernelscope::ui {

struct ChartWords {
  QString tab;      // "PSNR"
  QString axis;     // "PSNR, dB"
  QString readout;  // "train / held-out, dB"
  bool hasHeldOut = true;
  ValueScale scale;
  std::optional<ValueScale> linearScale;  // beside a logarithmic one
};

// relativeLoss: the loss is divided by the mean square of the target (lanes that train on derivatives).
ChartWords chartWords(ChartMetric metric, bool relativeLoss = false);

// One value as the readout prints it.
QString metricText(ChartMetric metric, double value);

// The longest text metricText is likely to give.
QString widestMetricText(ChartMetric metric);

}  // namespace kernelscope::ui

#include "ui/panels/chart_words.h"

#include "ui/plots/value_text.h"

#include <QCoreApplication>

namespace kernelscope::ui {

namespace {

QString chartText(const char* text) {
  return QCoreApplication::translate("Chart", text);
}

}  // namespace

ChartWords chartWords(ChartMetric metric, bool relativeLoss) {
  switch (metric) {
    case ChartMetric::Psnr:
      // Below −20 dB a curve has left every use; the axis does not follow a lane that blows up.
      return {chartText("PSNR"),       chartText("PSNR, dB"), chartText("train / held-out, dB"), true,
              {false, 0, 40, 10, -20}, std::nullopt};
    case ChartMetric::Loss:
      return {chartText("Loss"),
              chartText(relativeLoss ? QT_TRANSLATE_NOOP("Chart", "Loss, relative squared error")
                                     : QT_TRANSLATE_NOOP("Chart", "Loss, mean squared error")),
              chartText(relativeLoss ? QT_TRANSLATE_NOOP("Chart", "train / held-out, relative")
                                     : QT_TRANSLATE_NOOP("Chart", "train / held-out, mse")),
              true,
              {true, 1e-3, 1, 1},
              ValueScale{false, 0, 0.1, 0.05, 0}};
    case ChartMetric::Ssim:
      return {chartText("SSIM"),          chartText("SSIM of the whole picture"),
              chartText("whole picture"), false,
              {false, 0, 1, 0.2, -1},     std::nullopt};
  }
  return {};
}

QString metricText(ChartMetric metric, double value) {
  switch (metric) {
    case ChartMetric::Psnr:
      return decimalText(value, 1);
    case ChartMetric::Loss:
      return significantText(value, 3);
    case ChartMetric::Ssim:
      return decimalText(value, 3);
  }
  return {};
}

QString widestMetricText(ChartMetric metric) {
  return metricText(metric, metric == ChartMetric::Loss   ? 0.000888
                            : metric == ChartMetric::Psnr ? 88.8
                                                          : 0.888);
}

}  // namespace kernelscope::ui

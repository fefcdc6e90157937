#include "ui/plots/plot_frame.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

constexpr double kTopMarginU = 5.5;      // the y title stands in it
constexpr double kBottomMarginU = 5.25;  // tick labels

double share(double value, const AxisRange& range, bool logarithmic) {
  if (!logarithmic) return (value - range.lower) / (range.upper - range.lower);
  return std::log(value / range.lower) / std::log(range.upper / range.lower);
}

}  // namespace

double PlotFrame::toX(double value) const {
  return axes.left() + axes.width() * share(value, x, logX);
}

double PlotFrame::toY(double value) const {
  return axes.bottom() - axes.height() * share(value, y, logY);
}

QMarginsF plotMargins(const Theme& theme) {
  const QFontMetricsF metrics(theme.font(FontRole::Small));
  const double labels = metrics.horizontalAdvance(QStringLiteral("0.001")) + theme.u(2);
  return {std::max<double>(theme.width(Width::ChartLeftAxis), std::ceil(labels)),
          static_cast<double>(theme.u(kTopMarginU)),
          static_cast<double>(theme.width(Width::ChartLabelMargin)),
          std::max<double>(theme.u(kBottomMarginU), std::floor(metrics.height()) + theme.u(1.5))};
}

}  // namespace kernelscope::ui

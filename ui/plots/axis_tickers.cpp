#include "ui/plots/axis_tickers.h"

#include "ui/plots/value_text.h"
#include "ui/widgets/number_text.h"

#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

QString stepText(double tick, double step) {
  int decimals = std::max(0, static_cast<int>(-std::floor(std::log10(step) + 1e-9)));
  const double scaled = step * std::pow(10.0, decimals);
  if (std::abs(scaled - std::round(scaled)) > 1e-6) ++decimals;  // 0.25
  return decimals > 8 ? significantText(tick, 3) : decimalText(tick, decimals);
}

bool within(double tick, const QCPRange& range) {
  return tick >= range.lower * (1 - 1e-9) && tick <= range.upper * (1 + 1e-9);
}

}  // namespace

QVector<double> LogTicker::createTickVector(double tickStep, const QCPRange& range) {
  range_ = range;
  evenSteps_ = false;
  QVector<double> ticks;
  if (range.lower <= 0) return ticks;
  const double decades = std::log10(range.upper / range.lower);
  if (decades < 1.0 / 3) {
    evenSteps_ = true;
    evenStep_ = tickStep;
    return QCPAxisTicker::createTickVector(tickStep, range);
  }
  const int last = static_cast<int>(std::ceil(std::log10(range.upper)));
  for (int exponent = static_cast<int>(std::floor(std::log10(range.lower))); exponent <= last; ++exponent) {
    const double decade = std::pow(10.0, exponent);
    for (const double factor : {1.0, 2.0, 5.0}) {
      if (factor > 1 && decades >= 2) break;
      if (within(factor * decade, range)) ticks.append(factor * decade);
    }
  }
  return ticks;
}

int LogTicker::getSubTickCount(double) {
  return 8;
}

QVector<double> LogTicker::createSubTickVector(int, const QVector<double>&) {
  QVector<double> ticks;
  if (evenSteps_ || range_.lower <= 0) return ticks;
  const int last = static_cast<int>(std::ceil(std::log10(range_.upper)));
  for (int exponent = static_cast<int>(std::floor(std::log10(range_.lower))); exponent <= last; ++exponent) {
    const double decade = std::pow(10.0, exponent);
    for (int factor = 2; factor <= 9; ++factor) {
      if (within(factor * decade, range_)) ticks.append(factor * decade);
    }
  }
  return ticks;
}

QString LogTicker::getTickLabel(double tick, const QLocale&, QChar, int) {
  if (evenSteps_) return stepText(tick, evenStep_);
  const double exponent = std::log10(tick);
  const double whole = std::round(exponent);
  if (std::abs(exponent - whole) < 1e-6) return powerOfTenText(static_cast<int>(whole));
  return tick >= 1 && tick < 1e6 ? countText(std::llround(tick)) : significantText(tick, 1);
}

QVector<double> LinearTicker::createTickVector(double tickStep, const QCPRange& range) {
  step_ = tickStep;
  return QCPAxisTicker::createTickVector(tickStep, range);
}

int LinearTicker::getSubTickCount(double) {
  return 0;
}

QString LinearTicker::getTickLabel(double tick, const QLocale&, QChar, int) {
  return stepText(tick, step_);
}

}  // namespace kernelscope::ui

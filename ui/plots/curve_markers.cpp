#include "ui/plots/curve_markers.h"

#include "ui/plots/curve_thinning.h"

#include <cmath>

namespace kernelscope::ui {

namespace {

constexpr int kLinearMarks = 8;

std::vector<double> marks(const AxisRange& range, bool logarithmic) {
  std::vector<double> result;
  if (!logarithmic) {
    const double step = (range.upper - range.lower) / kLinearMarks;
    for (int i = 0; i <= kLinearMarks; ++i) result.push_back(range.lower + i * step);
    return result;
  }
  const int last = static_cast<int>(std::ceil(std::log10(range.upper)));
  for (int exponent = static_cast<int>(std::floor(std::log10(range.lower))); exponent <= last; ++exponent) {
    for (const double factor : {1.0, 3.0}) {
      const double mark = factor * std::pow(10.0, exponent);
      if (mark >= range.lower * 0.999 && mark <= range.upper * 1.001) result.push_back(mark);
    }
  }
  return result;
}

// How far two places are apart, in marks.
double distanceInMarks(double a, double b, const AxisRange& range, bool logarithmic) {
  if (logarithmic) return std::abs(std::log10(a / b)) * 2;
  return std::abs(a - b) / (range.upper - range.lower) * kLinearMarks;
}

}  // namespace

std::vector<std::size_t> markerIndices(std::span<const double> x, const AxisRange& range, bool logarithmic) {
  std::vector<std::size_t> result;
  if (x.empty()) return result;
  for (const double mark : marks(range, logarithmic)) {
    const std::size_t index = nearestIndex(x, mark, logarithmic);
    if (x[index] < range.lower || x[index] > range.upper) continue;
    if (distanceInMarks(x[index], mark, range, logarithmic) > 0.4) continue;
    if (!result.empty() && result.back() >= index) continue;
    result.push_back(index);
  }
  const std::size_t last = x.size() - 1;
  const bool inView = x[last] >= range.lower && x[last] <= range.upper;
  if (inView && (result.empty() || (result.back() != last &&
                                    distanceInMarks(x[last], x[result.back()], range, logarithmic) > 0.5))) {
    result.push_back(last);
  }
  return result;
}

QCPScatterStyle openMarker(Marker shape, const QPen& pen, const QColor& fill, double size) {
  const auto kind = [&] {
    switch (shape) {
      case Marker::Disc:
        return QCPScatterStyle::ssCircle;
      case Marker::Diamond:
        return QCPScatterStyle::ssDiamond;
      case Marker::Square:
        return QCPScatterStyle::ssSquare;
      case Marker::Triangle:
        return QCPScatterStyle::ssTriangle;
      case Marker::Plus:
        return QCPScatterStyle::ssPlus;
      case Marker::TriangleDown:
        return QCPScatterStyle::ssTriangleInverted;
      case Marker::Cross:
        return QCPScatterStyle::ssCross;
      case Marker::Star:
        return QCPScatterStyle::ssStar;
    }
    return QCPScatterStyle::ssCircle;
  }();
  return QCPScatterStyle(kind, pen, QBrush(fill), size);
}

}  // namespace kernelscope::ui

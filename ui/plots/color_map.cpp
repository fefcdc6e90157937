#include "ui/plots/color_map.h"

#include "engine/core/contract.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kernelscope::ui {

namespace {

int between(int from, int to, double share) {
  return static_cast<int>(std::lround(from + (to - from) * share));
}

}  // namespace

ColorMap::ColorMap() : ColorMap(std::array{QColor(Qt::black), QColor(Qt::white)}) {}

ColorMap::ColorMap(std::span<const QColor> stops) {
  KS_EXPECT(stops.size() >= 2, "a colour map needs two stops");
  const std::size_t intervals = stops.size() - 1;
  const std::size_t perInterval = (256 + intervals - 1) / intervals;
  for (std::size_t i = 0; i < intervals; ++i) {
    const QColor& from = stops[i];
    const QColor& to = stops[i + 1];
    for (std::size_t k = 0; k < perInterval; ++k) {
      const double share = static_cast<double>(k) / static_cast<double>(perInterval);
      table_.push_back(qRgb(between(from.red(), to.red(), share), between(from.green(), to.green(), share),
                            between(from.blue(), to.blue(), share)));
    }
  }
  table_.push_back(stops.back().rgb());
}

QRgb ColorMap::at(double t) const {
  const double last = static_cast<double>(table_.size() - 1);
  return table_[static_cast<std::size_t>(std::lround(std::clamp(t, 0.0, 1.0) * last))];
}

}  // namespace kernelscope::ui

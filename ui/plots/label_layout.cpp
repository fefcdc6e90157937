#include "ui/plots/label_layout.h"

#include <algorithm>
#include <numeric>

namespace kernelscope::ui {

namespace {

// Labels that touch each other: `count` lines whose first centre would best be at `start`.
struct Group {
  double sumOfStarts = 0;
  std::size_t count = 0;
  double start(double low, double high) const {
    return std::max(low, std::min(high, sumOfStarts / static_cast<double>(count)));
  }
};

}  // namespace

std::vector<double> pushApart(std::span<const double> centres, double lineHeight, double top, double bottom) {
  std::vector<std::size_t> order(centres.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return centres[a] < centres[b]; });

  const double lowest = top + lineHeight / 2;
  const auto highest = [&](const Group& group) {
    return bottom - lineHeight / 2 - lineHeight * static_cast<double>(group.count - 1);
  };
  const auto place = [&](const Group& group) {
    return group.start(lowest, std::max(lowest, highest(group)));
  };

  std::vector<Group> groups;
  for (const std::size_t i : order) {
    groups.push_back({centres[i], 1});
    while (groups.size() > 1) {
      Group& above = groups[groups.size() - 2];
      const Group& below = groups.back();
      const double aboveHeight = lineHeight * static_cast<double>(above.count);
      if (place(above) + aboveHeight <= place(below)) break;
      above.sumOfStarts += below.sumOfStarts - aboveHeight * static_cast<double>(below.count);
      above.count += below.count;
      groups.pop_back();
    }
  }

  std::vector<double> placed(centres.size());
  std::size_t next = 0;
  for (const Group& group : groups) {
    const double start = place(group);
    for (std::size_t k = 0; k < group.count; ++k)
      placed[order[next++]] = start + lineHeight * static_cast<double>(k);
  }
  return placed;
}

}  // namespace kernelscope::ui

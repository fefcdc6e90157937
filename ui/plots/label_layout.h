#pragma once
// Labels beside the ends of curves, moved apart until none covers another.

#include <span>
#include <vector>

namespace kernelscope::ui {

// Centres for labels of height `lineHeight` whose wishes are `centres`, kept inside [top, bottom] where they
// fit at all. Labels keep the order of their wishes (equal wishes: the order given) and move as little as
// needed: each group of touching labels sits around the mean of its wishes.
std::vector<double> pushApart(std::span<const double> centres, double lineHeight, double top, double bottom);

}  // namespace kernelscope::ui

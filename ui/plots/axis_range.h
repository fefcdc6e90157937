#pragma once
// What part of an axis is shown: ranges that grow with the data, and the arithmetic of zoom and pan.

#include <span>

namespace kernelscope::ui {

class CurveData;

struct AxisRange {
  double lower = 0, upper = 1;
  bool operator==(const AxisRange&) const = default;
};

// How the y axis of a plot lies. Linear: from `lower` to `upper`, growing past either end in whole `step`s,
// but never below `floor`. Logarithmic: whole decades round the positive data, `lower` to `upper` without
// any.
struct ValueScale {
  bool logarithmic = false;
  double lower = 0, upper = 1, step = 1;
  double floor = -1e300;
};

// The range that shows `data` by the rule of `scale` and contains `before` (growing only).
AxisRange valueRange(const ValueScale& scale, std::span<const CurveData* const> data,
                     const AxisRange* before);

// `range` magnified by `factor` (above 1: less is shown) with the point at `anchor` held still.
AxisRange zoomedAbout(const AxisRange& range, double anchor, double factor, bool logarithmic);

// `range` moved so that what lay at `from` comes to lie at `to`.
AxisRange panned(const AxisRange& range, double from, double to, bool logarithmic);

// Whether an axis can show the range without running out of double's digits.
bool isShowable(const AxisRange& range, bool logarithmic);

}  // namespace kernelscope::ui

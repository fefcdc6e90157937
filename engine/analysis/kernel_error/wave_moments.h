#pragma once
// Mean square and covariance of one wave's feature: Re Z (cosine), Im Z (sine), or Y - Re Z (1 - cosine)
// with E Y = 1. Closed forms; see exponential_features.h.

#include "engine/analysis/kernel_error/exponential_features.h"
#include "engine/analysis/kernel_error/split_rule.h"
#include "engine/features/spectral_form.h"

namespace kernelscope {

// E X^2 of that feature; its mean is T(s (w.x + b)).
double waveSecondMoment(Wave wave, const PairGeometry& pair, const SplitRule& rule, double s);

}  // namespace kernelscope

#pragma once
// The features of waves T(s z), many draws at a time: Re Z (cosine), Im Z (sine), Y - Re Z (1 - cosine) with
// E Y = 1, Z as in exponential_features.h.

#include "engine/analysis/kernel_error/exponential_features.h"
#include "engine/analysis/kernel_error/projection_draw.h"
#include "engine/analysis/kernel_error/split_rule.h"
#include "engine/backend/cpu/wave_kernels.h"
#include "engine/features/spectral_form.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace kernelscope {

// What one pair and frequency have in common for all draws.
struct WaveFeature {
  WaveFeature(const PairGeometry& pair, const SplitRule& rule, double s)
      : WaveFeature(pair, rule.split(s), rule, s) {}
  // With a split of its own; frequency 0 leaves out the bias.
  WaveFeature(const PairGeometry& pair, const Split& split, const SplitRule& rule, double s = 0)
      : wave(pair, split, s, rule.A(s), rule.correction),
        unit(pair, {0, split.eta}, 0, rule.A(s), rule.correction) {}
  ExponentialFeature wave, unit;
};

// values[j] = the feature of draw j, whose pair and frequency are featureAt(j).
template <class FeatureAt>
void waveFeatures(Wave wave, const ProjectionDraw& draw, const FeatureAt& featureAt,
                  std::span<double> values) {
  constexpr std::size_t kBlock = 512;
  std::array<double, kBlock> size, phase, unitSize, unitPhase, unit;
  const bool hasNorm = !draw.squaredNorm.empty(), hasUnit = wave == Wave::OneMinusCosine;
  for (std::size_t first = 0; first < values.size(); first += kBlock) {
    const std::size_t count = std::min(kBlock, values.size() - first);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t j = first + i;
      const WaveFeature& feature = featureAt(j);
      const double gx = draw.alongInput(j), gw = draw.alongWeight(j), gg = hasNorm ? draw.squaredNorm[j] : 0;
      size[i] = feature.wave.logSize(gx, gw, gg);
      phase[i] = feature.wave.phase(gx, gw);
      if (!hasUnit) continue;
      unitSize[i] = feature.unit.logSize(gx, gw, gg);
      unitPhase[i] = feature.unit.phase(gx, gw);
    }
    const std::span<double> out = values.subspan(first, count);
    const std::span<const double> sizes(size.data(), count), phases(phase.data(), count);
    wave == Wave::Sine ? expSin(sizes, phases, out) : expCos(sizes, phases, out);
    if (!hasUnit) continue;
    expCos({unitSize.data(), count}, {unitPhase.data(), count}, {unit.data(), count});
    for (std::size_t i = 0; i < count; ++i) out[i] = unit[i] - out[i];
  }
}

// A wave of (g.x, g.w) as one of (u, v).
inline LinearWave inPlane(LinearWave wave, const PairPlane& plane) {
  for (double* part : {wave.size, wave.phase}) {
    part[1] = part[1] * plane.inputU + part[2] * plane.weightU;
    part[2] *= plane.weightV;
  }
  return wave;
}

// The same for one feature throughout.
inline void waveFeatures(Wave wave, const ProjectionDraw& draw, const WaveFeature& feature,
                         std::span<double> values) {
  const auto all = wave == Wave::Sine ? linearExpSin : linearExpCos;
  all(inPlane(feature.wave.linear(), draw.plane), draw.u, draw.v, draw.squaredNorm, values);
  if (wave != Wave::OneMinusCosine) return;
  std::vector<double> unit(values.size());
  linearExpCos(inPlane(feature.unit.linear(), draw.plane), draw.u, draw.v, draw.squaredNorm, unit);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = unit[i] - values[i];
}

}  // namespace kernelscope

#include "engine/analysis/kernel_error/advisor.h"

#include "engine/analysis/kernel_error/error_statistics.h"
#include "engine/analysis/kernel_error/method_factory.h"
#include "engine/core/cancelled.h"
#include "engine/core/error.h"

#include <algorithm>
#include <cmath>

namespace kernelscope {

namespace {

using AChoice = KernelMethodSpec::AChoice;

KernelMethodSpec independent(const std::string& map, AChoice choice, double growth = 3,
                             const std::string& proposal = "amplitude",
                             const std::string& split = "opposite") {
  KernelMethodSpec spec;
  spec.id = "advice";
  spec.map = map;
  spec.sampling = "iid";
  spec.choiceOfA = choice;
  spec.growth = growth;
  spec.proposal = proposal;
  spec.split = split;
  spec.projection = "rademacher";
  return spec;
}

void addUniversal(const std::string& map, std::vector<KernelMethodSpec>& specs) {
  for (const char* proposal : {"amplitude", "optimal"}) {
    specs.push_back(independent(map, AChoice::Optimal, 3, proposal));
    for (const double growth : {0.3, 1.0, 3.0, 10.0})
      specs.push_back(independent(map, AChoice::FrequencyDependent, growth, proposal));
  }
}

std::vector<KernelMethodSpec> candidates(const KernelTarget& target) {
  std::vector<KernelMethodSpec> specs;
  if (mapEstimates("universal-real", target)) addUniversal("universal-real", specs);
  if (mapEstimates("universal-complex", target))
    for (const char* split : {"same", "opposite"})
      specs.push_back(independent("universal-complex", AChoice::Optimal, 3, "amplitude", split));
  if (mapEstimates("universal-numeric", target) && !mapEstimates("universal-real", target))
    addUniversal("universal-numeric", specs);
  for (const char* map : {"positive", "trigonometric", "arc-cosine"})
    if (mapEstimates(map, target)) specs.push_back(independent(map, AChoice::Optimal));
  for (const char* map : {"maclaurin", "eugen"}) {
    if (!mapEstimates(map, target)) continue;
    for (const int degree : {3, 5, 9, 15}) {
      specs.push_back(independent(map, AChoice::Fixed));
      specs.back().degree = degree;
    }
  }
  return specs;
}

// Root mean square over the pairs of deviation / |exact|, small values measured against the scale.
double relativeDeviation(const KernelMethod& method, const TargetKernel& kernel,
                         std::span<const KernelPair> pairs, double scale) {
  double sum = 0;
  for (const KernelPair& pair : pairs) {
    const double deviation = method.predictedStd(method.seenPair(pair).geometry);
    const double relative = deviation / relativeBase(kernel.exact(pair.geometry), scale);
    sum += relative * relative;
  }
  return std::sqrt(sum / static_cast<double>(pairs.size()));
}

}  // namespace

std::vector<Advice> advise(const KernelTarget& target, const TargetKernel& kernel,
                           std::span<const KernelPair> pairs, double scale, double wishedError,
                           std::stop_token stop) {
  std::vector<PairGeometry> geometries;
  for (const KernelPair& pair : pairs) geometries.push_back(pair.geometry);
  double smallestBase = relativeBase(kernel.exact(geometries.front()), scale);
  for (const PairGeometry& pair : geometries)
    smallestBase = std::min(smallestBase, relativeBase(kernel.exact(pair), scale));
  std::vector<Advice> advice;
  for (const KernelMethodSpec& spec : candidates(target)) {
    if (stop.stop_requested()) throw Cancelled{};
    try {
      const PreparedMethod prepared = prepareMethod(spec, target, kernel, geometries, "");
      if (prepared.method->biasBound() > wishedError / 2 * smallestBase) continue;
      const double relative = relativeDeviation(*prepared.method, kernel, pairs, scale);
      if (!std::isfinite(relative)) continue;
      advice.push_back({spec, prepared.A, prepared.method->projectionsPerFeature(), relative,
                        featuresNeeded(relative, wishedError)});
    } catch (const Error&) {  // a choice that does not fit these pairs is no advice
    }
  }
  std::stable_sort(advice.begin(), advice.end(),
                   [](const Advice& a, const Advice& b) { return a.relativeStdOfOne < b.relativeStdOfOne; });
  return advice;
}

}  // namespace kernelscope

#include "engine/config/size_race.h"

#include "engine/config/layer_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace kernelscope {

namespace {

constexpr int kSizeRaceInputs = 2, kGrey = 1, kColour = 3;
constexpr int kMostFeatures = 4096;  // as the schema allows

// The larger of the relative differences for grey and for colour pictures.
double mismatch(const std::array<LaneSpec, 2>& lanes) {
  double worst = 0;
  for (const int outputs : {kGrey, kColour}) {
    const auto a = static_cast<double>(trainedParameters(lanes[0], kSizeRaceInputs, outputs));
    const auto b = static_cast<double>(trainedParameters(lanes[1], kSizeRaceInputs, outputs));
    worst = std::max(worst, std::abs(b - a) / a);
  }
  return worst;
}

// The m at which the counts are equal for a grey picture, not rounded: a(A) = b(0) + m (b(1) - b(0)).
double exactFeatures(std::array<LaneSpec, 2> lanes) {
  const auto countOf = [&lanes](int features) {
    setFeatures(lanes[1], features);
    return static_cast<double>(trainedParameters(lanes[1], kSizeRaceInputs, kGrey));
  };
  const auto wanted = static_cast<double>(trainedParameters(lanes[0], kSizeRaceInputs, kGrey));
  const double none = countOf(0);
  return (wanted - none) / (countOf(1) - none);
}

std::string problemText(const SizeRace& race, double exact) {
  if (exact < 0.5) {
    return fmt::format(
        "a size race is not possible: lane A trains {} parameters, and lane B trains {} with a single random "
        "feature; make lane A larger or the dense layers of lane B smaller",
        race.parameters[0], race.parameters[1]);
  }
  if (exact > kMostFeatures) {
    return fmt::format(
        "a size race is not possible: lane A trains {} parameters, and lane B trains only {} with the {} "
        "features that are allowed; make lane A smaller or lane B wider",
        race.parameters[0], race.parameters[1], kMostFeatures);
  }
  return fmt::format(
      "a size race is not possible: with the nearest number of features, m = {}, lane B trains {} "
      "parameters, "
      "lane A {}, which differ by more than {} %; wider layers make the steps of m finer",
      race.features, race.parameters[1], race.parameters[0], 100 * kSizeRaceTolerance);
}

}  // namespace

std::int64_t trainedParameters(const LaneSpec& lane, int inWidth, int outWidth) {
  std::int64_t count = 0, in = inWidth;
  for (std::size_t i = 0; i < lane.layers.size(); ++i) {
    const LayerSpec& layer = lane.layers[i];
    const std::int64_t out = i + 1 == lane.layers.size() ? outWidth : layer.width;
    const std::int64_t columns = layer.type == "snnk" ? featureColumns(layer, in) : in;
    count += (columns + 1) * out;
    in = out;
  }
  return count;
}

void setFeatures(LaneSpec& lane, int features) {
  for (LayerSpec& layer : lane.layers) {
    if (layer.type == "snnk") layer.features = features;
  }
}

SizeRace solveSizeRace(const std::array<LaneSpec, 2>& lanes) {
  const auto isSnnk = [](const LayerSpec& layer) { return layer.type == "snnk"; };
  SizeRace race;
  if (std::ranges::none_of(lanes[1].layers, isSnnk)) {
    race.problem =
        "a size race needs an SNNK layer in lane B: its number of features is what makes the lanes equal";
    return race;
  }
  const double exact = exactFeatures(lanes);
  std::array<LaneSpec, 2> tried = lanes;
  double best = 0;
  for (const double candidate : {std::floor(exact), std::ceil(exact)}) {
    const int features = static_cast<int>(std::clamp(candidate, 1.0, double{kMostFeatures}));
    setFeatures(tried[1], features);
    const double difference = mismatch(tried);
    if (race.features != 0 && difference >= best) continue;
    best = difference;
    race.features = features;
    for (const LaneId lane : kLanes)
      race.parameters[laneIndex(lane)] = trainedParameters(tried[laneIndex(lane)], kSizeRaceInputs, kGrey);
  }
  if (best > kSizeRaceTolerance) race.problem = problemText(race, exact);
  return race;
}

}  // namespace kernelscope

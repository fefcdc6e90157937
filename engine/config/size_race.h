#pragma once
// The size race: the number m of random features in lane B at which both lanes train equally many parameters.
// Trained parameters of a lane are linear in m: an SNNK layer of width w has (F + 1) w of them, F = 2 m
// columns for trigonometric features and m for arc-cosine ones; a dense layer has (in + 1) w.

#include "engine/config/experiment_config.h"

#include <array>
#include <cstdint>
#include <string>

namespace kernelscope {

inline constexpr double kSizeRaceTolerance = 0.02;  // of lane A's trained parameters

// Trained parameters of a lane between `inWidth` coordinates and `outWidth` values.
std::int64_t trainedParameters(const LaneSpec& lane, int inWidth, int outWidth);

// Gives every SNNK layer of the lane `features` projections.
void setFeatures(LaneSpec& lane, int features);

// The field that a size race solves for. Who sets it by hand takes it out of the race.
inline constexpr const char* kSolvedFeatures = "/lanes/B/layers/*/features";

struct SizeRace {
  int features = 0;  // the m of every SNNK layer of lane B that comes nearest
  // Trained parameters with it, for a grey picture; a colour picture has two more outputs in both lanes.
  std::array<std::int64_t, 2> parameters{};
  std::string problem;  // why no m brings the lanes within the tolerance; empty when `features` does
};

// Lane A stays as it is. Agreement is asked for grey and for colour pictures.
SizeRace solveSizeRace(const std::array<LaneSpec, 2>& lanes);

}  // namespace kernelscope

#include "engine/config/size_race.h"

#include "engine/config/config_check.h"
#include "engine/config/config_codec.h"
#include "engine/core/error.h"
#include "engine/nn/network_builder.h"
#include "engine/nn/network_cost.h"

#include <gtest/gtest.h>

#include <cmath>

namespace kernelscope {
namespace {

std::int64_t countedByTheNetwork(const LaneSpec& lane, int channels) {
  return networkCost(buildNetwork(lane, 2, channels)).trainableParameters;
}

ExperimentConfig withWidth(int width) {
  ExperimentConfig config = defaultExperiment();
  for (LaneSpec& lane : config.lanes) {
    for (LayerSpec& layer : lane.layers) {
      if (layer.width > 0) layer.width = width;
    }
  }
  return config;
}

TEST(SizeRace, parametersAreCountedAsTheNetworksCountThem) {
  ExperimentConfig config = defaultExperiment();
  LayerSpec arcCosine;
  arcCosine.type = "snnk";
  arcCosine.width = 24;
  arcCosine.map = "arc-cosine";
  arcCosine.features = 17;
  config.lanes[0].layers.insert(config.lanes[0].layers.begin() + 1, arcCosine);
  for (const char* activation :
       {"sine", "relu", "tanh", "gelu", "silu", "sigmoid", "softplus", "gaussian", "sinc"}) {
    LayerSpec universal = arcCosine;
    universal.map = "universal";
    universal.activation = activation;
    config.lanes[1].layers.insert(config.lanes[1].layers.begin() + 1, universal);
  }
  for (const LaneSpec& lane : config.lanes) {
    for (const int channels : {1, 3})
      EXPECT_EQ(trainedParameters(lane, 2, channels), countedByTheNetwork(lane, channels));
  }
}

TEST(SizeRace, theDefaultLanesAreEqualAtSixtyFourFeatures) {
  // (2 m + 1) 128 trained numbers of the SNNK against (128 + 1) 128 of the dense layer: m = 64.
  const SizeRace race = solveSizeRace(defaultExperiment().lanes);
  EXPECT_EQ(race.problem, "");
  EXPECT_EQ(race.features, 64);
  EXPECT_EQ(race.parameters[0], race.parameters[1]);
}

TEST(SizeRace, lanesAgreeWithinTwoPercentForGreyAndColour) {
  for (const int width : {64, 100, 256}) {
    ExperimentConfig config = withWidth(width);
    config.lanes[0].layers[1].width = width + 20;
    config.race = "size";
    const ExperimentConfig solved = decodeConfig(encodeConfig(config));
    for (const int channels : {1, 3}) {
      const auto a = static_cast<double>(countedByTheNetwork(solved.lanes[0], channels));
      const auto b = static_cast<double>(countedByTheNetwork(solved.lanes[1], channels));
      EXPECT_LE(std::abs(b - a) / a, 0.02) << width << " " << channels;
    }
  }
}

TEST(SizeRace, readingAnExperimentSolvesForTheFeatures) {
  ExperimentConfig config = defaultExperiment();
  config.race = "size";
  config.lanes[1].layers[2].features = 7;
  EXPECT_EQ(decodeConfig(encodeConfig(config)).lanes[1].layers[2].features, 64);
  config.race = "steps";
  EXPECT_EQ(decodeConfig(encodeConfig(config)).lanes[1].layers[2].features, 7);
}

TEST(SizeRace, anImpossibleRaceSaysWhy) {
  const auto problemOf = [](ExperimentConfig config) {
    config.race = "size";
    const std::vector<ConfigIssue> issues = checkConfig(config);
    if (issues.size() != 1 || issues.front().path != "/race") return std::string("no issue at /race");
    return issues.front().message;
  };
  ExperimentConfig noSnnk = defaultExperiment();
  noSnnk.lanes[1].layers = noSnnk.lanes[0].layers;
  EXPECT_NE(problemOf(noSnnk).find("needs an SNNK layer"), std::string::npos);

  ExperimentConfig smallA = defaultExperiment();
  for (LayerSpec& layer : smallA.lanes[0].layers) {
    if (layer.width > 0) layer.width = 8;
  }
  EXPECT_NE(problemOf(smallA).find("make lane A larger"), std::string::npos);

  // 41 + 17 x 5 = 126 parameters against 113 + 16 m: m = 1 has 129, 2.4 % more.
  ExperimentConfig coarse = withWidth(8);
  coarse.lanes[0].layers[1].width = 5;
  EXPECT_NE(problemOf(coarse).find("wider layers"), std::string::npos) << problemOf(coarse);
}

}  // namespace
}  // namespace kernelscope

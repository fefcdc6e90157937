// Counts of parameters and flops, against the numbers of the design (math H) and counts by hand.

#include "engine/nn/network_cost.h"

#include "engine/nn/network_builder.h"

#include <gtest/gtest.h>

namespace kernelscope::test {
namespace {

LayerSpec sine(int width) {
  LayerSpec spec;
  spec.width = width;
  spec.activation = "sine";
  return spec;
}

LayerSpec snnk(int width, int features) {
  LayerSpec spec;
  spec.type = "snnk";
  spec.width = width;
  spec.features = features;
  return spec;
}

LaneCost costOf(std::vector<LayerSpec> hidden, int in, int out) {
  hidden.push_back({});
  return networkCost(buildNetwork({"", hidden}, in, out));
}

TEST(NetworkCostTest, theDefaultLanesHaveTheStatedCounts) {
  const LaneCost a = costOf({sine(128), sine(128), sine(128)}, 2, 1);
  EXPECT_EQ(a.trainableParameters, 33537);
  EXPECT_EQ(a.storedParameters, 33537);
  EXPECT_EQ(a.mergedParameters, 33537);
  const LaneCost b = costOf({sine(128), sine(128), snnk(128, 32)}, 2, 1);
  EXPECT_EQ(b.trainableParameters, 25345);
  EXPECT_EQ(b.storedParameters, 25345 + 32 * 128);
  EXPECT_EQ(b.mergedParameters, 16961);
}

TEST(NetworkCostTest, trainingFlopsOfTheWideNetworksStandInTheStatedRatio) {
  const LaneCost a = costOf({sine(256), sine(256), sine(256)}, 2, 1);
  const LaneCost b = costOf({sine(256), sine(256), snnk(256, 32)}, 2, 1);
  // By hand: first layer two products, others three; frozen projection two.
  const std::int64_t wide = 2 * 256 * 256, ends = 2 * (2 * 2 * 256) + 3 * (2 * 256);
  EXPECT_EQ(a.trainingFlopsPerSample, ends + 2 * 3 * wide);
  EXPECT_EQ(b.trainingFlopsPerSample, ends + 3 * wide + 2 * (2 * 32 * 256) + 3 * (2 * 64 * 256));
  EXPECT_NEAR(static_cast<double>(a.trainingFlopsPerSample) / static_cast<double>(b.trainingFlopsPerSample),
              1.497, 5e-4);
  EXPECT_EQ(a.flopsPerSample, 2 * (2 * 256 + 2 * 256 * 256 + 256));
}

TEST(NetworkCostTest, anSnnkAtTheStartNeedsNoAdjointOfItsFeatures) {
  const LaneCost cost = costOf({snnk(8, 3)}, 2, 1);
  EXPECT_EQ(cost.trainingFlopsPerSample, 2 * 3 * 2 + 2 * (2 * 6 * 8) + 3 * (2 * 8 * 1));
}

TEST(NetworkCostTest, layersAreMergedOnlyWhereThatSaves) {
  // Theta [2, 8] and W [40, 2] have 18 + 120 numbers with biases; one map [40, 8] would have 360.
  const LaneCost narrow = costOf({snnk(2, 4)}, 3, 40);
  EXPECT_EQ(narrow.mergedParameters, narrow.trainableParameters);
  EXPECT_EQ(narrow.trainableParameters, 2 * 8 + 2 + 40 * 2 + 40);
  // Two SNNK layers in a row: the first feeds a frozen projection and is left alone.
  const LaneCost two = costOf({snnk(16, 4), snnk(16, 4)}, 3, 1);
  EXPECT_EQ(two.mergedParameters, (16 * 8 + 16) + (8 + 1));
}

}  // namespace
}  // namespace kernelscope::test

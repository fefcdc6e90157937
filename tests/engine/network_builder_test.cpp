// From layer specs to networks: shapes, names, order of parameters, what is refused.

#include "engine/nn/network_builder.h"

#include "engine/backend/cpu/cpu_backend.h"
#include "engine/core/error.h"
#include "tests/support/jet_probe.h"

#include <gtest/gtest.h>

#include <cmath>

namespace kernelscope::test {
namespace {

LayerSpec dense(int width, const std::string& activation) {
  LayerSpec spec;
  spec.width = width;
  spec.activation = activation;
  return spec;
}

LayerSpec snnk(int width, const std::string& map) {
  LayerSpec spec;
  spec.type = "snnk";
  spec.width = width;
  spec.map = map;
  spec.features = 5;
  return spec;
}

std::vector<ConfigIssue> issuesOf(const LaneSpec& lane) {
  try {
    buildNetwork(lane, 2, 1);
  } catch (const ConfigError& error) {
    return error.issues();
  }
  return {};
}

TEST(NetworkBuilderTest, widthZeroOfTheLastLayerIsTheWidthOfTheTask) {
  const Network network = buildNetwork({"", {dense(8, "sine"), dense(0, "identity")}}, 2, 3);
  EXPECT_EQ(network.inWidth(), 2);
  EXPECT_EQ(network.outWidth(), 3);
  EXPECT_EQ(network.layers()[0]->outWidth(), 8);
}

TEST(NetworkBuilderTest, aSingleLayerIsANetwork) {
  const Network network = buildNetwork({"", {dense(3, "tanh")}}, 2, 3);
  EXPECT_EQ(network.parameterLayout().totalCount(), 3 * 2 + 3);
}

TEST(NetworkBuilderTest, trainableParametersComeFirstAndFrozenOnesBehindThem) {
  const Network network =
      buildNetwork({"", {snnk(4, "trigonometric"), snnk(6, "arc-cosine"), dense(0, "identity")}}, 2, 1);
  struct Expected {
    const char* name;
    std::int64_t rows, cols, offset;
  };
  const std::vector<Expected> expected = {
      {"layers.0.theta", 4, 10, 0},      {"layers.0.bias", 1, 4, 40},      {"layers.1.theta", 6, 5, 44},
      {"layers.1.bias", 1, 6, 74},       {"layers.2.weight", 1, 6, 80},    {"layers.2.bias", 1, 1, 86},
      {"layers.0.projection", 5, 2, 87}, {"layers.1.projection", 5, 4, 97}};
  const auto& slices = network.parameterLayout().slices();
  ASSERT_EQ(slices.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(slices[i].name, expected[i].name);
    EXPECT_EQ(slices[i].rows, expected[i].rows) << slices[i].name;
    EXPECT_EQ(slices[i].cols, expected[i].cols) << slices[i].name;
    EXPECT_EQ(slices[i].offset, expected[i].offset) << slices[i].name;
    EXPECT_EQ(slices[i].trainable, i < 6) << slices[i].name;
  }
  EXPECT_EQ(network.parameterLayout().trainableCount(), 87);
  EXPECT_EQ(network.parameterLayout().totalCount(), 117);
}

TEST(NetworkBuilderTest, parametersBindToViewsOfTheFlatTensor) {
  const Network network = buildNetwork({"", {snnk(4, "trigonometric"), dense(0, "identity")}}, 2, 1);
  const ParameterLayout& layout = network.parameterLayout();
  CpuBackend backend;
  const Tensor flat = backend.allocate(DType::Float64, 1, layout.totalCount());
  HostTensor counting(DType::Float64, 1, layout.totalCount());
  for (std::int64_t i = 0; i < counting.size(); ++i) counting.set(0, i, static_cast<double>(i));
  backend.upload(counting, flat);
  const NetworkParameters all = layout.bind(flat);
  for (const ParameterSlice& slice : layout.slices()) {
    const Tensor view = all[slice.layer][slice.position];
    EXPECT_EQ(view.rows(), slice.rows) << slice.name;
    EXPECT_EQ(view.cols(), slice.cols) << slice.name;
    EXPECT_EQ(backend.download(view).at(0, 0), static_cast<double>(slice.offset)) << slice.name;
  }
  const NetworkParameters gradients = layout.bind(flat.columnRange(0, layout.trainableCount()));
  EXPECT_FALSE(gradients[0][0].isAllocated()) << "the frozen projection has no gradient";
  EXPECT_TRUE(gradients[0][1].isAllocated());
  EXPECT_THROW(layout.bind(flat.columnRange(0, layout.trainableCount() - 1)), ShapeError);
}

TEST(NetworkBuilderTest, everyIssueOfALaneIsReportedAtOnce) {
  LayerSpec projection = snnk(4, "trigonometric");
  projection.projection = "hadamard";
  LayerSpec order = snnk(4, "arc-cosine");
  order.order = 3;
  LayerSpec features = snnk(4, "arc-cosine");
  features.features = 0;
  LayerSpec type = dense(4, "relu");
  type.type = "conv";
  const auto issues = issuesOf({"",
                                {dense(0, "relu"), dense(4, "cosine"), snnk(4, "fourier"), projection, order,
                                 features, type, dense(2, "identity")}});
  const std::vector<std::string> paths = {
      "/layers/0/width", "/layers/1/activation", "/layers/2/map",  "/layers/3/projection",
      "/layers/4/order", "/layers/5/features",   "/layers/6/type", "/layers/7/width"};
  ASSERT_EQ(issues.size(), paths.size());
  for (std::size_t i = 0; i < paths.size(); ++i) EXPECT_EQ(issues[i].path, paths[i]);
  EXPECT_NE(issues[1].message.find("cosine"), std::string::npos) << issues[1].message;
}

TEST(NetworkBuilderTest, anExactFactorKnowsWhatTheLayerBeforeCanGive) {
  LayerSpec exact = snnk(16, "universal");
  exact.activation = "tanh";
  exact.radial = "exact";
  EXPECT_NO_THROW(buildNetwork({"", {exact, dense(0, "identity")}}, 2, 1)) << "coordinates are bounded";
  EXPECT_NO_THROW(buildNetwork({"", {dense(16, "sine"), exact, dense(0, "identity")}}, 2, 1));
  for (const char* before : {"relu", "gelu", "identity"}) {
    const auto issues = issuesOf({"", {dense(16, before), exact, dense(0, "identity")}});
    ASSERT_EQ(issues.size(), 1u) << before;
    EXPECT_EQ(issues[0].path, "/layers/1/radial");
  }
  exact.sigma = 40;
  const auto issues = issuesOf({"", {dense(64, "tanh"), exact, dense(0, "identity")}});
  ASSERT_EQ(issues.size(), 1u);
  EXPECT_EQ(issues[0].path, "/layers/1/sigma");
  LayerSpec start = snnk(16, "universal");
  start.activation = "tanh";
  start.start = "dense";
  const auto refused = issuesOf({"", {start, dense(0, "identity")}});
  ASSERT_EQ(refused.size(), 1u) << "without the exact factor there is nothing to start from";
  EXPECT_EQ(refused[0].path, "/layers/0/start");
}

TEST(NetworkBuilderTest, aUniversalLayerCanStartAsTheDenseLayerItReplaces) {
  // The same seed draws the same dense weights in both networks; for coordinates, |x||w| is about 0.4.
  const LayerSpec first = dense(24, "tanh"), last = dense(0, "identity");
  LayerSpec universal = snnk(24, "universal");
  universal.activation = "tanh";
  universal.radial = "exact";
  universal.start = "dense";
  universal.sigma = 1;
  universal.features = 512;
  JetProbe ffl(buildNetwork({"", {first, last}}, 2, 1)), snnk(buildNetwork({"", {universal, last}}, 2, 1));
  const HostTensor x = randomTensor(3, 200, 2, 1);
  const auto outputs = [&](JetProbe& probe) {
    return probe.forward({}, probe.network().initialParameters(5).as(DType::Float64), x);
  };
  const HostTensor exact = outputs(ffl), estimate = outputs(snnk);
  double error = 0, size = 0;
  for (std::int64_t i = 0; i < x.rows(); ++i) {
    error += std::pow(estimate.at(i, 0) - exact.at(i, 0), 2);
    size += std::pow(exact.at(i, 0), 2);
  }
  EXPECT_LT(std::sqrt(error / size), 0.1);
}

TEST(NetworkBuilderTest, aLaneWithoutLayersIsRefused) {
  const auto issues = issuesOf({"", {}});
  ASSERT_EQ(issues.size(), 1u);
  EXPECT_EQ(issues[0].path, "/layers");
}

}  // namespace
}  // namespace kernelscope::test

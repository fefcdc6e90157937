// Networks of several layers: gradients and jets through a chain, starting values, wrong chains.

#include "engine/nn/network.h"

#include "engine/core/error.h"
#include "engine/nn/dense_layer.h"
#include "engine/nn/network_builder.h"
#include "tests/support/finite_difference.h"
#include "tests/support/jet_probe.h"
#include "tests/support/naive_reference.h"
#include "tests/support/tolerance.h"

#include <gtest/gtest.h>

namespace kernelscope::test {
namespace {

LayerSpec dense(int width, const std::string& activation, double omega0 = 30) {
  LayerSpec spec;
  spec.width = width;
  spec.activation = activation;
  spec.omega0 = omega0;
  return spec;
}

LayerSpec snnk(int width, int features) {
  LayerSpec spec;
  spec.type = "snnk";
  spec.width = width;
  spec.features = features;
  spec.sigma = 0.8;
  return spec;
}

Network deepNetwork() {
  return buildNetwork({"", {dense(6, "sine", 3), dense(5, "tanh"), snnk(4, 5), dense(0, "identity")}}, 2, 3);
}

const JetLayout kFull{.coordinates = 2, .laplacian = true, .laplacianWeights = {1.0, 0.25}};

TEST(NetworkTest, parameterGradientsOfADeepNetworkMatchDifferences) {
  JetProbe probe(deepNetwork());
  const std::int64_t batch = 3;
  HostTensor parameters = probe.randomParameters(1);
  const HostTensor x = randomTensor(2, kFull.channels() * batch, 2, 1);
  const HostTensor u = randomTensor(3, kFull.channels() * batch, 3, 1);
  const HostTensor gradient = probe.backward(kFull, parameters, x, u).parameters;
  std::vector<double> expected;
  for (std::int64_t i = 0; i < gradient.size(); ++i) {
    const double centre = parameters.at(0, i);
    expected.push_back(centralDifference(
        [&](double step) {
          parameters.set(0, i, centre + step);
          return innerProduct(u, probe.forward(kFull, parameters, x));
        },
        1e-4));
    parameters.set(0, i, centre);
  }
  expectClose(gradient.values<double>(), expected, 1e-6, 1e-3 * largest(expected), "parameter gradient");
}

TEST(NetworkTest, jetOfADeepNetworkMatchesDifferencesOfItsValue) {
  JetProbe probe(deepNetwork());
  const std::int64_t batch = 4;
  const HostTensor parameters = probe.randomParameters(4);
  const HostTensor x = randomTensor(5, batch, 2, 1);
  const HostTensor jet = probe.forwardSeeded(kFull, parameters, x);
  for (std::int64_t row = 0; row < batch; ++row) {
    for (std::int64_t col = 0; col < 3; ++col) {
      double laplacian = 0;
      for (int k = 0; k < 2; ++k) {
        const auto value = [&](double t) {
          HostTensor moved = x;
          moved.set(row, k, x.at(row, k) + t);
          return probe.forward({}, parameters, moved).at(row, col);
        };
        EXPECT_LE(symmetricError(jet.at((1 + k) * batch + row, col), centralDifference(value, 1e-4), 1),
                  1e-6);
        laplacian += kFull.weight(k) * secondDifference(value, 1e-3);
      }
      EXPECT_LE(symmetricError(jet.at(3 * batch + row, col), laplacian, 1), 1e-6);
    }
  }
}

TEST(NetworkTest, forwardMatchesNaiveLoops) {
  JetProbe probe(buildNetwork({"", {dense(6, "sine", 3), dense(5, "gelu"), dense(0, "identity")}}, 2, 3));
  const HostTensor parameters = probe.randomParameters(6);
  const HostTensor x = randomTensor(7, kFull.channels() * 4, 2, 1);
  const auto part = [&](const std::string& name) {
    for (const ParameterSlice& slice : probe.network().parameterLayout().slices()) {
      if (slice.name != name) continue;
      const auto from = parameters.values<double>().subspan(
          static_cast<std::size_t>(slice.offset), static_cast<std::size_t>(slice.rows * slice.cols));
      return HostTensor::from<double>(from, slice.rows, slice.cols);
    }
    throw std::out_of_range(name);
  };
  HostTensor y = naiveLinear(kFull, x, part("layers.0.weight"), part("layers.0.bias"));
  y = naiveActivateJet({ActivationKind::Sine, 3, 1}, kFull, y);
  y = naiveLinear(kFull, y, part("layers.1.weight"), part("layers.1.bias"));
  y = naiveActivateJet({ActivationKind::GELU, 1, 1}, kFull, y);
  y = naiveLinear(kFull, y, part("layers.2.weight"), part("layers.2.bias"));
  expectClose(probe.forward(kFull, parameters, x), y, 1e-12, 1 + largest(y.values<double>()), "network");
}

TEST(NetworkTest, equalLayersAtEqualPlacesStartEqual) {
  const Network a =
      buildNetwork({"", {dense(6, "sine"), dense(5, "sine"), dense(5, "sine"), dense(0, "identity")}}, 2, 1);
  const Network b =
      buildNetwork({"", {dense(6, "sine"), dense(5, "sine"), snnk(5, 4), dense(0, "identity")}}, 2, 1);
  const HostTensor pa = a.initialParameters(7), pb = b.initialParameters(7);
  EXPECT_EQ(pa.dtype(), DType::Float32);
  for (const ParameterSlice& slice : a.parameterLayout().slices()) {
    if (slice.layer == 2) continue;
    for (const ParameterSlice& other : b.parameterLayout().slices()) {
      if (other.name != slice.name) continue;
      for (std::int64_t i = 0; i < slice.rows * slice.cols; ++i) {
        EXPECT_EQ(pa.at(0, slice.offset + i), pb.at(0, other.offset + i)) << slice.name << " " << i;
      }
    }
  }
}

TEST(NetworkTest, startingValuesDependOnTheSeedAndNothingElse) {
  const Network network = deepNetwork();
  expectSameBits(network.initialParameters(7), deepNetwork().initialParameters(7), "seed 7 twice");
  EXPECT_NE(network.initialParameters(7).at(0, 0), network.initialParameters(8).at(0, 0));
}

TEST(NetworkTest, aChainThatDoesNotFitThrows) {
  EXPECT_THROW(Network({}), ShapeError);
  std::vector<std::unique_ptr<Layer>> layers;
  layers.push_back(std::make_unique<DenseLayer>(DenseOptions{2, 6, {}, {}}));
  layers.push_back(std::make_unique<DenseLayer>(DenseOptions{5, 1, {}, {}}));
  EXPECT_THROW(Network(std::move(layers)), ShapeError);
}

}  // namespace
}  // namespace kernelscope::test

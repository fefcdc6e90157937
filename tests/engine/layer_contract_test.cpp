// What every layer must keep, whatever its type, activation or feature map, for every set of jet channels:
// gradients, adjoint, independence of samples, repeatability, empty batches and wrong shapes.

#include "engine/core/error.h"
#include "engine/nn/layer_registry.h"
#include "tests/support/finite_difference.h"
#include "tests/support/jet_probe.h"
#include "tests/support/layer_cases.h"
#include "tests/support/tolerance.h"

#include <gtest/gtest.h>

namespace kernelscope::test {
namespace {

constexpr int kIn = 3, kOut = 4;
constexpr std::int64_t kBatch = 3;
constexpr double kStep = 1e-4;
// A coordinate moves z by at most 2 steps times the largest weight or input, which is below 4: at ten times
// that distance no difference crosses a kink.
constexpr double kKinkDistance = 10 * 2 * kStep * 4;
// Differences carry about 1e-16 / kStep = 1e-12 of the size of the output; against entries a thousand times
// smaller than the largest that stays below the contract's 1e-6.
constexpr double kTolerance = 1e-6;

struct Problem {
  HostTensor parameters, x, u;
  std::uint64_t seed = 0;
};

class LayerContract : public testing::TestWithParam<LayerCase> {
 protected:
  LayerContract() : probe(makeNetwork(GetParam().spec)) {}

  static Network makeNetwork(const LayerSpec& spec) {
    std::vector<std::unique_ptr<Layer>> layers;
    layers.push_back(makeLayer(spec, {kIn, kOut, {}}));
    return Network(std::move(layers));
  }

  // Runs a check for every set of jet channels.
  template <typename Check>
  void forEachLayout(const Check& check) {
    for (const LayoutCase& layoutCase : layoutCases()) {
      SCOPED_TRACE("layout " + layoutCase.name);
      layout = layoutCase.layout;
      check();
    }
  }

  // Draws a problem away from kinks.
  Problem draw(std::int64_t batch = kBatch) {
    for (std::uint64_t seed = 1; seed < 10000; ++seed) {
      const std::int64_t rows = batch * layout.channels();
      Problem problem{probe.randomParameters(seed), randomTensor(seed, rows, kIn, 1),
                      randomTensor(seed + 1000, rows, kOut, 1), seed};
      if (probe.distanceFromZero(layout, problem.parameters, problem.x) > kKinkDistance) return problem;
    }
    throw std::runtime_error("no draw stays away from kinks");
  }

  // d <u, y> / d element of `varied`, which is one of the problem's tensors; the first `count` elements.
  std::vector<double> differences(Problem& problem, HostTensor& varied, std::int64_t count) {
    std::vector<double> result;
    for (std::int64_t i = 0; i < count; ++i) {
      const std::int64_t row = i / varied.cols(), col = i % varied.cols();
      const double centre = varied.at(row, col);
      result.push_back(centralDifference(
          [&](double step) {
            varied.set(row, col, centre + step);
            return innerProduct(problem.u, probe.forward(layout, problem.parameters, problem.x));
          },
          kStep));
      varied.set(row, col, centre);
    }
    return result;
  }

  JetProbe probe;
  JetLayout layout;
};

double gradientFloor(const std::vector<double>& expected) {
  return std::max(1e-3, 1e-3 * largest(expected));
}

TEST_P(LayerContract, parameterAndInputGradientsMatchDifferencesInEveryChannel) {
  forEachLayout([&] {
    Problem problem = draw();
    const HostTensor u = problem.u;
    for (int channel = 0; channel < layout.channels(); ++channel) {
      SCOPED_TRACE("channel " + channelName(layout, channel) + ", seed " + std::to_string(problem.seed));
      problem.u = HostTensor(DType::Float64, u.rows(), u.cols());
      for (std::int64_t row = channel * kBatch; row < (channel + 1) * kBatch; ++row) {
        for (std::int64_t col = 0; col < u.cols(); ++col) problem.u.set(row, col, u.at(row, col));
      }
      const Gradients gradients = probe.backward(layout, problem.parameters, problem.x, problem.u);
      const auto ofParameters = differences(problem, problem.parameters, gradients.parameters.size());
      expectClose(gradients.parameters.values<double>(), ofParameters, kTolerance,
                  gradientFloor(ofParameters), "parameter gradient");
      const auto ofInput = differences(problem, problem.x, problem.x.size());
      expectClose(gradients.input.values<double>(), ofInput, kTolerance, gradientFloor(ofInput),
                  "input gradient");
    }
  });
}

TEST_P(LayerContract, adjointIdentityHolds) {
  forEachLayout([&] {
    Problem problem = draw();
    const HostTensor vx = randomTensor(7, problem.x.rows(), kIn, 1);
    const std::int64_t trainable = probe.network().parameterLayout().trainableCount();
    const HostTensor vp = randomTensor(8, 1, trainable, 1);
    // <J v, u> by a difference along v, <v, J^T u> by backward.
    const double forwardSide = centralDifference(
        [&](double step) {
          HostTensor x = problem.x, parameters = problem.parameters;
          for (std::int64_t i = 0; i < x.size(); ++i) {
            const std::int64_t row = i / kIn, col = i % kIn;
            x.set(row, col, x.at(row, col) + step * vx.at(row, col));
          }
          for (std::int64_t i = 0; i < trainable; ++i)
            parameters.set(0, i, parameters.at(0, i) + step * vp.at(0, i));
          return innerProduct(problem.u, probe.forward(layout, parameters, x));
        },
        kStep / 10);
    const Gradients gradients = probe.backward(layout, problem.parameters, problem.x, problem.u);
    const double backwardSide = innerProduct(vx, gradients.input) + innerProduct(vp, gradients.parameters);
    EXPECT_LE(symmetricError(forwardSide, backwardSide, 1e-2), kTolerance)
        << forwardSide << " against " << backwardSide << ", seed " << problem.seed;
  });
}

TEST_P(LayerContract, derivativeChannelsAreDerivativesOfTheValue) {
  forEachLayout([&] {
    if (layout.coordinates != kIn) return;  // needs a channel for every input
    const double step = 1e-3;               // second differences lose accuracy faster
    std::uint64_t seed = 1;
    HostTensor parameters, x;
    do {
      parameters = probe.randomParameters(seed);
      x = randomTensor(seed, kBatch, kIn, 1);
      ASSERT_LT(++seed, 1000u);
    } while (probe.distanceFromZero({}, parameters, x) < 10 * 2 * step);

    const HostTensor jet = probe.forwardSeeded(layout, parameters, x);
    for (std::int64_t row = 0; row < kBatch; ++row) {
      for (std::int64_t col = 0; col < kOut; ++col) {
        double laplacian = 0;
        for (int k = 0; k < kIn; ++k) {
          const auto value = [&](double t) {
            HostTensor moved = x;
            moved.set(row, k, x.at(row, k) + t);
            return probe.forward({}, parameters, moved).at(row, col);
          };
          EXPECT_LE(
              symmetricError(jet.at((1 + k) * kBatch + row, col), centralDifference(value, step / 10), 1),
              1e-6)
              << "d/dx_" << k << " at " << row << ", " << col << ", seed " << seed;
          laplacian += layout.weight(k) * secondDifference(value, step);
        }
        if (!layout.laplacian) continue;
        EXPECT_LE(symmetricError(jet.at((1 + kIn) * kBatch + row, col), laplacian, 1), 1e-6)
            << "Laplacian at " << row << ", " << col << ", seed " << seed;
      }
    }
  });
}

TEST_P(LayerContract, gradientsAreAddedToWhatIsThere) {
  forEachLayout([&] {
    const Problem problem = draw();
    const Gradients fromZero = probe.backward(layout, problem.parameters, problem.x, problem.u, 0);
    Gradients fromTwo = probe.backward(layout, problem.parameters, problem.x, problem.u, 2);
    for (double& value : fromTwo.parameters.values<double>()) value -= 2;
    // Adding 2 and taking it away again costs the last bits of 2 in the sums.
    expectClose(fromTwo.parameters, fromZero.parameters, 1e-12,
                1 + largest(fromZero.parameters.values<double>()), "parameter gradient");
  });
}

TEST_P(LayerContract, samplesOfABatchAreIndependent) {
  forEachLayout([&] {
    const Problem problem = draw();
    const HostTensor whole = probe.forward(layout, problem.parameters, problem.x);
    const Gradients wholeGradients = probe.backward(layout, problem.parameters, problem.x, problem.u);
    const int channels = layout.channels();
    for (std::int64_t sample = 0; sample < kBatch; ++sample) {
      HostTensor x(DType::Float64, channels, kIn), u(DType::Float64, channels, kOut);
      HostTensor y(DType::Float64, channels, kOut), gx(DType::Float64, channels, kIn);
      for (int c = 0; c < channels; ++c) {
        for (int i = 0; i < kIn; ++i) x.set(c, i, problem.x.at(c * kBatch + sample, i));
        for (int i = 0; i < kIn; ++i) gx.set(c, i, wholeGradients.input.at(c * kBatch + sample, i));
        for (int i = 0; i < kOut; ++i) u.set(c, i, problem.u.at(c * kBatch + sample, i));
        for (int i = 0; i < kOut; ++i) y.set(c, i, whole.at(c * kBatch + sample, i));
      }
      // Products of other sizes may add in another order.
      expectClose(probe.forward(layout, problem.parameters, x), y, 1e-12, 1, "value of one sample");
      expectClose(probe.backward(layout, problem.parameters, x, u).input, gx, 1e-12,
                  1 + largest(gx.values<double>()), "input gradient of one sample");
    }
  });
}

TEST_P(LayerContract, theSameCallGivesTheSameBits) {
  forEachLayout([&] {
    const Problem problem = draw();
    for (const DType dtype : {DType::Float32, DType::Float64}) {
      const HostTensor x = problem.x.as(dtype), u = problem.u.as(dtype);
      const HostTensor y = probe.forward(layout, problem.parameters, x);
      const Gradients first = probe.backward(layout, problem.parameters, x, u);
      const Gradients second = probe.backward(layout, problem.parameters, x, u);
      expectSameBits(probe.forward(layout, problem.parameters, x), y, "value");
      expectSameBits(second.parameters, first.parameters, "parameter gradient");
      expectSameBits(second.input, first.input, "input gradient");
    }
  });
}

TEST_P(LayerContract, singlePrecisionAgreesWithDoublePrecision) {
  forEachLayout([&] {
    const Problem problem = draw();
    const HostTensor x = problem.x.as(DType::Float32), u = problem.u.as(DType::Float32);
    const HostTensor y = probe.forward(layout, problem.parameters, problem.x);
    const Gradients exact = probe.backward(layout, problem.parameters, problem.x, problem.u);
    const Gradients single = probe.backward(layout, problem.parameters, x, u);
    // float32 carries 6e-8; omega0 = 5, to the third power in the Laplacian's adjoint, magnifies it.
    const double tolerance = 2e-5;
    expectClose(probe.forward(layout, problem.parameters, x), y, tolerance, 1 + largest(y.values<double>()),
                "value");
    expectClose(single.parameters, exact.parameters, tolerance,
                1 + largest(exact.parameters.values<double>()), "parameter gradient");
    expectClose(single.input, exact.input, tolerance, 1 + largest(exact.input.values<double>()),
                "input gradient");
  });
}

TEST_P(LayerContract, anEmptyBatchGivesNothingAndAddsNothing) {
  forEachLayout([&] {
    const Problem problem = draw();
    const HostTensor x(DType::Float64, 0, kIn), u(DType::Float64, 0, kOut);
    const HostTensor y = probe.forward(layout, problem.parameters, x);
    EXPECT_EQ(y.rows(), 0);
    EXPECT_EQ(y.cols(), kOut);
    const Gradients gradients = probe.backward(layout, problem.parameters, x, u, 3);
    EXPECT_EQ(gradients.input.rows(), 0);
    for (const double value : gradients.parameters.values<double>()) EXPECT_EQ(value, 3);
  });
}

TEST_P(LayerContract, aWrongShapeThrows) {
  forEachLayout([&] {
    const Problem problem = draw();
    const int channels = layout.channels();
    EXPECT_THROW(probe.forward(layout, problem.parameters, randomTensor(1, channels * kBatch, kIn + 1, 1)),
                 ShapeError);
    if (channels > 1) {  // rows that do not hold whole samples
      EXPECT_THROW(probe.forward(layout, problem.parameters, randomTensor(1, channels * kBatch + 1, kIn, 1)),
                   ShapeError);
    }
  });
}

INSTANTIATE_TEST_SUITE_P(All, LayerContract, testing::ValuesIn(layerCases()),
                         [](const auto& caseInfo) { return caseInfo.param.name; });

}  // namespace
}  // namespace kernelscope::test

// Every backend operation against a double-precision loop, for both dtypes and every instruction level that
// this processor has. A new device is judged by the same reference.

#include "engine/backend/cpu/cpu_backend.h"
#include "engine/backend/cpu/pointwise_table.h"
#include "engine/core/error.h"
#include "engine/core/rng.h"
#include "tests/support/naive_reference.h"
#include "tests/support/tolerance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace kernelscope {

namespace {

using test::expectClose;

struct Case {
  const PointwiseTable* table;
  DType dtype;
};

class BackendContract : public testing::TestWithParam<Case> {
 protected:
  BackendContract() : backend_(*GetParam().table) {}

  DType dtype() const { return GetParam().dtype; }
  // Rounding of the dtype, with room for sums of a few hundred terms.
  double tolerance() const { return dtype() == DType::Float32 ? 2e-5 : 1e-12; }

  HostTensor random(std::int64_t rows, std::int64_t cols, std::uint64_t stream, double scale = 1) const {
    HostTensor tensor(dtype(), rows, cols);
    const RngStream rng(11, stream);
    for (std::int64_t i = 0; i < tensor.size(); ++i) {
      tensor.set(i / cols, i % cols, scale * rng.normal(static_cast<std::uint64_t>(i)));
    }
    return tensor;
  }
  Tensor device(const HostTensor& host) {
    const Tensor tensor = backend_.allocate(host.dtype(), host.rows(), host.cols());
    backend_.upload(host, tensor);
    return tensor;
  }
  void expect(const Tensor& actual, const HostTensor& expected, const char* what, double factor = 1) {
    expectClose(backend_.download(actual), expected.as(dtype()), factor * tolerance(), 1.0, what);
  }

  CpuBackend backend_;
};

std::vector<JetLayout> waveLayouts() {
  return {{}, {2, false, {}}, {2, true, {1.0, 0.5}}};
}

double inner(const HostTensor& a, const HostTensor& b) {
  double sum = 0;
  for (std::int64_t r = 0; r < a.rows(); ++r)
    for (std::int64_t c = 0; c < a.cols(); ++c) sum += a.at(r, c) * b.at(r, c);
  return sum;
}

}  // namespace

TEST_P(BackendContract, productsMatchTheDoubleLoopForEveryTransposition) {
  for (const Transpose ta : {Transpose::No, Transpose::Yes}) {
    for (const Transpose tb : {Transpose::No, Transpose::Yes}) {
      const HostTensor a = ta == Transpose::No ? random(7, 5, 1) : random(5, 7, 1);
      const HostTensor b = tb == Transpose::No ? random(5, 3, 2) : random(3, 5, 2);
      const HostTensor c = random(7, 3, 3);
      const Tensor result = device(c);
      backend_.gemm(ta, tb, 0.5, device(a), device(b), 2.0, result);
      expect(result, test::naiveGemm(ta, tb, 0.5, a, b, 2.0, c), "gemm");
    }
  }
}

TEST_P(BackendContract, productsTakeViewsWithTheirStride) {
  const HostTensor a = random(6, 8, 1), b = random(4, 3, 2), c = random(6, 3, 3);
  HostTensor right(dtype(), 6, 4);
  for (std::int64_t r = 0; r < 6; ++r) {
    for (std::int64_t k = 0; k < 4; ++k) right.set(r, k, a.at(r, 4 + k));
  }
  const Tensor result = device(c);
  backend_.gemm(Transpose::No, Transpose::No, 1, device(a).columnRange(4, 4), device(b), 0, result);
  expect(result, test::naiveGemm(Transpose::No, Transpose::No, 1, right, b, 0, c), "gemm of a view");
}

TEST_P(BackendContract, wrongShapesThrowAndNameTheShapes) {
  const Tensor a = device(random(2, 3, 1)), b = device(random(4, 5, 2)), c = device(random(2, 5, 3));
  EXPECT_THROW(backend_.gemm(Transpose::No, Transpose::No, 1, a, b, 0, c), ShapeError);
  EXPECT_THROW(backend_.addScaled(1, a, b), ShapeError);
  EXPECT_THROW(backend_.fillRows(a, b), ShapeError);
  EXPECT_THROW(backend_.copy(a, b), ShapeError);
  const std::vector<std::int32_t> outside = {0, 9};
  EXPECT_THROW(backend_.gatherRows(a, outside, device(random(2, 3, 4))), ShapeError);
}

TEST_P(BackendContract, activationsOfJetsMatchTheNaiveOnes) {
  const JetLayout layouts[] = {{}, {2, false, {}}, {2, true, {1.0, 0.5}}, {3, true, {}}};
  for (int kind = 0; kind < kActivationCount; ++kind) {
    for (const JetLayout& layout : layouts) {
      const Activation activation{static_cast<ActivationKind>(kind), 1.3, 0.7};
      const HostTensor z = random(layout.channels() * 3, 300, static_cast<std::uint64_t>(kind) + 1);
      const HostTensor g = random(layout.channels() * 3, 300, static_cast<std::uint64_t>(kind) + 50);
      const std::string what(activationName(activation.kind));
      const Tensor deviceZ = device(z), out = device(g), zbar = device(g);
      backend_.activateJet(activation, layout, deviceZ, out);
      // Derivatives grow with the frequency's powers; 8 covers the third one.
      expect(out, test::naiveActivateJet(activation, layout, z), what.c_str(), 8);
      backend_.activateJetAdjoint(activation, layout, deviceZ, zbar, 0, zbar);
      const HostTensor adjoint = test::naiveActivateJetAdjoint(activation, layout, z, g);
      expect(zbar, adjoint, (what + " adjoint in place").c_str(), 40);
      const Tensor added = device(g);
      backend_.activateJetAdjoint(activation, layout, deviceZ, device(g), 1, added);
      HostTensor sum(DType::Float64, g.rows(), g.cols());
      for (std::int64_t i = 0; i < g.size(); ++i) {
        const std::int64_t r = i / g.cols(), c = i % g.cols();
        sum.set(r, c, g.at(r, c) + adjoint.at(r, c));
      }
      expect(added, sum, (what + " adjoint added").c_str(), 40);
    }
  }
}

TEST_P(BackendContract, sineAndCosineStayInRangeForEveryFiniteArgument) {
  HostTensor z(dtype(), 1, 12);
  const double huge[] = {8191.9, 8192.1, 1e5, -1e5, 1e8, 3e20, -3e38, 1e38, 0.0, -0.0, 1e-40, 12345.678};
  for (std::int64_t i = 0; i < 12; ++i) z.set(0, i, huge[i]);
  for (const ActivationKind kind : {ActivationKind::Sine, ActivationKind::Cosine}) {
    const Tensor out = device(z);
    backend_.activateJet({kind, 1, 1}, {}, device(z), out);
    const HostTensor result = backend_.download(out);
    for (std::int64_t i = 0; i < 12; ++i) {
      const double exact = kind == ActivationKind::Sine ? std::sin(z.at(0, i)) : std::cos(z.at(0, i));
      EXPECT_NEAR(result.at(0, i), exact, 2e-7) << "at " << z.at(0, i);
    }
  }
}

TEST_P(BackendContract, activationsLetNaNThrough) {
  HostTensor z(dtype(), 1, 9);
  for (std::int64_t i = 0; i < 9; ++i) z.set(0, i, std::numeric_limits<double>::quiet_NaN());
  for (int kind = 0; kind < kActivationCount; ++kind) {
    const Tensor out = device(z);
    backend_.activateJet({static_cast<ActivationKind>(kind), 1, 1}, {}, device(z), out);
    EXPECT_TRUE(std::isnan(backend_.download(out).at(0, 4)))
        << activationName(static_cast<ActivationKind>(kind));
  }
}

TEST_P(BackendContract, halfSquaredNormsOfJetsAndTheirAdjointsMatchTheNaiveOnes) {
  for (const JetLayout& layout : waveLayouts()) {
    const HostTensor x = random(layout.channels() * 3, 21, 1), g = random(layout.channels() * 3, 1, 2);
    const Tensor q = device(g), xbar = device(random(x.rows(), x.cols(), 3));
    const HostTensor before = backend_.download(xbar);
    backend_.halfSquaredNormJet(layout, device(x), q);
    expect(q, test::naiveHalfSquaredNorm(layout, x), "|x|^2 / 2", 30);
    backend_.halfSquaredNormJetAdjoint(layout, device(x), device(g), xbar);
    HostTensor sum = test::naiveHalfSquaredNormAdjoint(layout, x, g);
    for (std::int64_t r = 0; r < x.rows(); ++r)
      for (std::int64_t c = 0; c < x.cols(); ++c) sum.set(r, c, sum.at(r, c) + before.at(r, c));
    expect(xbar, sum, "the adjoint of |x|^2 / 2, added", 30);
  }
}

TEST_P(BackendContract, exponentialWavesOfJetsMatchComplexArithmetic) {
  for (const JetLayout& layout : waveLayouts()) {
    for (const bool grows : {false, true}) {
      // 300 columns: more than one block of the kernels.
      const HostTensor z = random(layout.channels() * 2, 300, 1), scale = random(1, 300, 2, 0.7);
      const HostTensor q = random(z.rows(), 1, 3, grows ? 1 : 0);
      const Tensor cosine = device(z), sine = device(z);
      backend_.exponentialWaveJet(layout, 0.7, device(scale), grows ? device(q) : Tensor(), device(z), cosine,
                                  sine);
      const test::WaveParts parts = test::naiveExponentialWave(layout, 0.7, scale, q, z);
      expect(cosine, parts.cosine, "cosines", 100);
      expect(sine, parts.sine, "sines", 100);
    }
  }
}

TEST_P(BackendContract, theAdjointOfExponentialWavesIsTheirTransposedDerivative) {
  // <v, J^T g> = d <g, wave> along v, by central differences of the complex arithmetic.
  for (const JetLayout& layout : waveLayouts()) {
    const std::int64_t rows = layout.channels() * 2;
    const HostTensor z = random(rows, 300, 1), scale = random(1, 300, 2, 0.7), q = random(rows, 1, 3);
    const HostTensor gCosine = random(rows, 300, 4), gSine = random(rows, 300, 5);
    const HostTensor vz = random(rows, 300, 6), vq = random(rows, 1, 7);
    const Tensor zbar = device(z), qbar = device(q);
    backend_.exponentialWaveJetAdjoint(layout, 0.7, device(scale), device(q), device(z), device(gCosine),
                                       device(gSine), zbar, qbar);
    const auto along = [&](double step) {
      HostTensor movedZ = z.as(DType::Float64), movedQ = q.as(DType::Float64);
      for (std::int64_t r = 0; r < rows; ++r) {
        movedQ.set(r, 0, q.at(r, 0) + step * vq.at(r, 0));
        for (std::int64_t c = 0; c < 300; ++c) movedZ.set(r, c, z.at(r, c) + step * vz.at(r, c));
      }
      const test::WaveParts parts = test::naiveExponentialWave(layout, 0.7, scale, movedQ, movedZ);
      return inner(gCosine, parts.cosine) + inner(gSine, parts.sine);
    };
    const double expected = (along(1e-5) - along(-1e-5)) / 2e-5;
    const double actual = inner(vz, backend_.download(zbar)) + inner(vq, backend_.download(qbar));
    EXPECT_NEAR(actual, expected, (dtype() == DType::Float32 ? 1e-4 : 1e-7) * (std::abs(expected) + 100));
  }
}

TEST_P(BackendContract, rowsSumsAndScaledAdditionMatchTheirDefinitions) {
  const HostTensor row = random(1, 9, 1), x = random(13, 9, 2), y = random(13, 9, 3);
  const Tensor filled = device(x), sums = device(row), added = device(y);
  backend_.fillRows(device(row), filled);
  backend_.columnSums(device(x), 1, sums);
  backend_.addScaled(-0.5, device(x), added);
  HostTensor expectedSums = row.as(DType::Float64), expectedAdded = y.as(DType::Float64);
  HostTensor expectedRows(DType::Float64, 13, 9);
  for (std::int64_t r = 0; r < 13; ++r) {
    for (std::int64_t c = 0; c < 9; ++c) {
      expectedRows.set(r, c, row.at(0, c));
      expectedSums.set(0, c, expectedSums.at(0, c) + x.at(r, c));
      expectedAdded.set(r, c, y.at(r, c) - 0.5 * x.at(r, c));
    }
  }
  expect(filled, expectedRows, "fillRows");
  expect(sums, expectedSums, "columnSums");
  expect(added, expectedAdded, "addScaled");
}

TEST_P(BackendContract, squaredErrorAddsItsSumAndScalesItsAdjoint) {
  const HostTensor out = random(5, 3, 1), target = random(5, 3, 2);
  const Tensor adjoint = device(out), sum = backend_.allocate(DType::Float64, 1, 1);
  backend_.fill(sum, 2.0);
  backend_.squaredError(device(out), device(target), 0.25, adjoint, sum);
  double expectedSum = 2.0;
  HostTensor expected(DType::Float64, 5, 3);
  for (std::int64_t i = 0; i < 15; ++i) {
    const double difference = out.at(i / 3, i % 3) - target.at(i / 3, i % 3);
    expectedSum += difference * difference;
    expected.set(i / 3, i % 3, 0.25 * difference);
  }
  expect(adjoint, expected, "adjoint");
  EXPECT_NEAR(backend_.download(sum).at(0, 0), expectedSum, 20 * tolerance());
}

TEST_P(BackendContract, adamFollowsItsAlgorithmForThreeSteps) {
  const HostTensor start = random(1, 11, 1);
  const Tensor parameters = device(start), m = device(start), v = device(start);
  backend_.fill(m, 0);
  backend_.fill(v, 0);
  std::vector<double> p(11), em(11, 0), ev(11, 0);
  for (std::int64_t i = 0; i < 11; ++i) p[static_cast<std::size_t>(i)] = start.at(0, i);
  for (int t = 1; t <= 3; ++t) {
    const HostTensor g = random(1, 11, 1 + static_cast<std::uint64_t>(t));
    backend_.adamStep({0.01, 0.9, 0.999, 1e-8, t}, device(g), m, v, parameters);
    for (std::size_t i = 0; i < 11; ++i) {
      const double gi = g.at(0, static_cast<std::int64_t>(i));
      em[i] = 0.9 * em[i] + 0.1 * gi;
      ev[i] = 0.999 * ev[i] + 0.001 * gi * gi;
      p[i] -= 0.01 * (em[i] / (1 - std::pow(0.9, t))) / (std::sqrt(ev[i] / (1 - std::pow(0.999, t))) + 1e-8);
    }
  }
  expect(parameters, HostTensor::from<double>(p, 1, 11), "parameters");
}

TEST_P(BackendContract, gatheredRowsAreTheListedOnesInOrder) {
  const HostTensor x = random(6, 2, 1);
  const std::vector<std::int32_t> rows = {5, 0, 5};
  const Tensor to = backend_.allocate(dtype(), 3, 2);
  backend_.gatherRows(device(x), rows, to);
  const HostTensor result = backend_.download(to);
  for (std::int64_t i = 0; i < 3; ++i) {
    EXPECT_EQ(result.at(i, 1), x.at(rows[static_cast<std::size_t>(i)], 1));
  }
}

TEST_P(BackendContract, emptyTensorsAreFine) {
  const Tensor empty = backend_.allocate(dtype(), 0, 4), weights = device(random(4, 4, 1));
  const Tensor result = backend_.allocate(dtype(), 0, 4), sums = device(random(1, 4, 2));
  backend_.gemm(Transpose::No, Transpose::No, 1, empty, weights, 0, result);
  backend_.activateJet({ActivationKind::Sine, 30, 1}, {}, empty, result);
  backend_.columnSums(empty, 1, sums);
  EXPECT_EQ(backend_.download(sums).at(0, 2), random(1, 4, 2).at(0, 2));
}

namespace {
std::vector<Case> everyCase() {
  std::vector<Case> cases;
  for (const PointwiseTable* table : pointwiseTables()) {
    cases.push_back({table, DType::Float32});
    cases.push_back({table, DType::Float64});
  }
  return cases;
}
}  // namespace

INSTANTIATE_TEST_SUITE_P(EveryLevelAndDType, BackendContract, testing::ValuesIn(everyCase()),
                         [](const testing::TestParamInfo<Case>& parameter) {
                           std::string name = std::string(parameter.param.table->level) + "_" +
                                              dtypeName(parameter.param.dtype);
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace kernelscope

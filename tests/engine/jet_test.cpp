// Seeds of jets, and the loss on jets.

#include "engine/nn/jet.h"

#include "engine/backend/cpu/cpu_backend.h"
#include "engine/core/error.h"
#include "engine/nn/loss.h"
#include "tests/support/tolerance.h"

#include <gtest/gtest.h>

namespace kernelscope::test {
namespace {

class JetTest : public testing::Test {
 protected:
  Tensor onDevice(const std::vector<double>& values, std::int64_t rows, std::int64_t cols) {
    const Tensor tensor = backend.allocate(DType::Float64, rows, cols);
    backend.upload(HostTensor::from<double>(values, rows, cols), tensor);
    return tensor;
  }

  CpuBackend backend;
  Workspace workspace{backend};
  ExecutionContext context{backend, workspace};
};

TEST_F(JetTest, theSeedIsTheIdentityWithItsDerivatives) {
  const Jet jet = seedJet(context, {2, true, {}}, onDevice({1, 2, 3, 4, 5, 6}, 3, 2));
  const std::vector<double> expected = {1, 2, 3, 4, 5, 6,   // values
                                        1, 0, 1, 0, 1, 0,   // d/dx_0
                                        0, 1, 0, 1, 0, 1,   // d/dx_1
                                        0, 0, 0, 0, 0, 0};  // Laplacian
  EXPECT_EQ(jet.batch, 3);
  expectSameBits(backend.download(jet.data), HostTensor::from<double>(expected, 12, 2), "seed");
  EXPECT_EQ(backend.download(jet.derivative(1)).at(2, 1), 1);
  EXPECT_EQ(jet.laplacian().rows(), 3);
}

TEST_F(JetTest, aPlainSeedIsTheInputItself) {
  const Tensor x = onDevice({1, 2}, 1, 2);
  const Jet jet = seedJet(context, {}, x);
  EXPECT_EQ(jet.data.rawData(), x.rawData());
  EXPECT_EQ(jet.derivativeRows().rows(), 0);
}

TEST_F(JetTest, layoutsThatDoNotFitTheInputsThrow) {
  const Tensor x = onDevice({1, 2}, 1, 2);
  EXPECT_THROW(seedJet(context, {1, false, {}}, x), ShapeError);
  EXPECT_THROW(seedJet(context, {0, true, {}}, x), ShapeError);
  EXPECT_THROW(seedJet(context, {2, true, {1.0}}, x), ShapeError);
}

TEST_F(JetTest, meanSquaredErrorAndItsAdjointMatchHandValues) {
  const JetLayout layout{1, false, {}};
  const Jet out{layout, 2, onDevice({1, 2, 3, 4, 9, 9, 9, 9}, 4, 2)};
  const Tensor target = onDevice({0, 2, 5, 1}, 2, 2);
  const Tensor sum = onDevice({100}, 1, 1);
  // This tile has 2 of the batch's 5 rows: the mean is over 10 numbers, the adjoint 2 (out - target) / 10.
  const Jet adjoint = meanSquaredErrorAdjoint(context, out, target, 5, sum);
  EXPECT_DOUBLE_EQ(backend.download(sum).at(0, 0), 100 + 1 + 0 + 4 + 9);
  const std::vector<double> expected = {0.2, 0, -0.4, 0.6, 0, 0, 0, 0};
  expectClose(backend.download(adjoint.data).values<double>(), expected, 1e-15, 1, "adjoint");
}

}  // namespace
}  // namespace kernelscope::test

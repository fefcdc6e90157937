// Orthonormal rows: orthonormal, equal to Gram and Schmidt's, and Haar distributed when the input is
// Gaussian.

#include "engine/linalg/host_linalg.h"

#include "engine/core/error.h"
#include "engine/core/rng.h"
#include "tests/support/kernel_closed_forms.h"
#include "tests/support/tolerance.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace kernelscope::test {
namespace {

std::vector<double> gaussianRows(std::uint64_t seed, std::int64_t k, std::int64_t d) {
  const RngStream stream(seed, 1);
  std::vector<double> rows;
  for (std::int64_t i = 0; i < k * d; ++i) rows.push_back(stream.normal(static_cast<std::uint64_t>(i)));
  return rows;
}

std::span<double> rowOf(std::vector<double>& rows, std::size_t i, std::size_t d) {
  return std::span(rows).subspan(i * d, d);
}

TEST(HostLinalgTest, rowsBecomeThoseOfGramAndSchmidt) {
  for (const auto& [k, d] : {std::pair{1, 1}, {1, 5}, {3, 7}, {6, 6}}) {
    std::vector<double> expected = gaussianRows(3, k, d), actual = expected;
    const auto size = static_cast<std::size_t>(d);
    for (std::size_t i = 0; i < static_cast<std::size_t>(k); ++i) {
      const auto row = rowOf(expected, i, size);
      for (std::size_t j = 0; j < i; ++j) {
        const auto earlier = rowOf(expected, j, size);
        const double part = dot(row, earlier);
        for (std::size_t c = 0; c < size; ++c) row[c] -= part * earlier[c];
      }
      const double length = std::sqrt(dot(row, row));
      for (double& value : row) value /= length;
    }
    orthonormalizeRows(actual, k, d);
    expectClose(actual, expected, 1e-11, 1, std::to_string(k) + " rows of " + std::to_string(d));
  }
}

TEST(HostLinalgTest, rowsOfALargeMatrixAreOrthonormal) {
  const std::int64_t d = 128;
  std::vector<double> q = gaussianRows(5, d, d);
  orthonormalizeRows(q, d, d);
  for (std::size_t i = 0; i < d; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      EXPECT_NEAR(dot(rowOf(q, i, d), rowOf(q, j, d)), i == j ? 1 : 0, 1e-13) << i << ", " << j;
    }
  }
}

TEST(HostLinalgTest, everyEntryOfAHaarMatrixHasMeanZeroAndVarianceOneOverD) {
  // Plain Householder QR would give first columns whose first entry is always negative.
  const std::int64_t d = 4;
  const int draws = 20000;
  std::vector<double> sum(16), sumOfSquares(16);
  for (int draw = 0; draw < draws; ++draw) {
    std::vector<double> q = gaussianRows(1000 + static_cast<std::uint64_t>(draw), d, d);
    orthonormalizeRows(q, d, d);
    for (std::size_t i = 0; i < 16; ++i) {
      sum[i] += q[i];
      sumOfSquares[i] += q[i] * q[i];
    }
  }
  // Five standard errors, probability 1e-5 over all 32 checks. Var q^2 = 3/(d(d+2)) - 1/d^2 = 1/16.
  for (std::size_t i = 0; i < 16; ++i) {
    EXPECT_LT(std::abs(sum[i] / draws), 5 * std::sqrt(0.25 / draws)) << "mean of entry " << i;
    EXPECT_LT(std::abs(sumOfSquares[i] / draws - 0.25), 5 * std::sqrt(1.0 / 16 / draws))
        << "variance of " << i;
  }
}

TEST(HostLinalgTest, wrongShapesAndDependentRowsThrow) {
  std::vector<double> rows = {1, 2, 3, 4, 5, 6};
  EXPECT_THROW(orthonormalizeRows(rows, 3, 2), ShapeError);
  EXPECT_THROW(orthonormalizeRows(rows, 2, 2), ShapeError);
  std::vector<double> zero(6);
  EXPECT_THROW(orthonormalizeRows(zero, 2, 3), NumericalError);
  std::vector<double> nan(6, std::nan(""));
  EXPECT_THROW(orthonormalizeRows(nan, 2, 3), NumericalError);
  std::vector<double> none;
  EXPECT_NO_THROW(orthonormalizeRows(none, 0, 3));
}

// The line through (0, 1), (1, 3), (2, 4) that leaves least: slope 3/2, offset 7/6.
TEST(HostLinalgTest, leastSquaresFindsTheLineClosestToThreePoints) {
  const std::vector<double> design = {1, 0, 1, 1, 1, 2}, right = {1, 3, 4};
  const std::vector<double> line = leastSquares(design, 2, right);
  ASSERT_EQ(line.size(), 2U);
  EXPECT_NEAR(line[0], 7.0 / 6, 1e-14);
  EXPECT_NEAR(line[1], 1.5, 1e-14);
  EXPECT_THROW(leastSquares(design, 3, right), ShapeError);
}

// Two equal columns of ones for the value 4: the shortest solution shares it.
TEST(HostLinalgTest, leastSquaresOfDependentColumnsIsTheShortest) {
  const std::vector<double> shared =
      leastSquares(std::vector<double>(6, 1.0), 2, std::vector<double>(3, 4.0));
  EXPECT_NEAR(shared[0], 2, 1e-14);
  EXPECT_NEAR(shared[1], 2, 1e-14);
}

}  // namespace
}  // namespace kernelscope::test

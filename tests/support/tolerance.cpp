#include "tests/support/tolerance.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace kernelscope::test {

double symmetricError(double a, double b, double floor) {
  if (a == b) return 0;
  const double difference = std::abs(a - b);
  if (!std::isfinite(difference)) return std::numeric_limits<double>::infinity();
  return difference / std::max({std::abs(a), std::abs(b), floor});
}

double largest(std::span<const double> values) {
  double result = 0;
  for (const double value : values) result = std::max(result, std::abs(value));
  return result;
}

void expectClose(std::span<const double> actual, std::span<const double> expected, double tolerance,
                 double floor, const std::string& what) {
  ASSERT_EQ(actual.size(), expected.size()) << what;
  double worst = 0;
  std::size_t worstIndex = 0;
  for (std::size_t i = 0; i < actual.size(); ++i) {
    const double error = symmetricError(actual[i], expected[i], floor);
    if (error > worst) {
      worst = error;
      worstIndex = i;
    }
  }
  if (worst <= tolerance) return;
  ADD_FAILURE() << what << ": worst at index " << worstIndex << " of " << actual.size() << ": got "
                << actual[worstIndex] << ", expected " << expected[worstIndex] << ", relative error " << worst
                << " > " << tolerance << " (floor " << floor << ")";
}

void expectClose(const HostTensor& actual, const HostTensor& expected, double tolerance, double floor,
                 const std::string& what) {
  ASSERT_EQ(actual.rows(), expected.rows()) << what;
  ASSERT_EQ(actual.cols(), expected.cols()) << what;
  const HostTensor a = actual.as(DType::Float64), b = expected.as(DType::Float64);
  expectClose(a.values<double>(), b.values<double>(), tolerance, floor, what);
}

void expectSameBits(const HostTensor& actual, const HostTensor& expected, const std::string& what) {
  ASSERT_EQ(actual.dtype(), expected.dtype()) << what;
  ASSERT_EQ(actual.rows(), expected.rows()) << what;
  ASSERT_EQ(actual.cols(), expected.cols()) << what;
  dispatch(actual.dtype(), [&](auto zero) {
    const auto a = actual.values<decltype(zero)>(), b = expected.values<decltype(zero)>();
    EXPECT_TRUE(a.empty() || std::memcmp(a.data(), b.data(), a.size_bytes()) == 0) << what << ": bits differ";
  });
}

}  // namespace kernelscope::test

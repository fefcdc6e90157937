#include "engine/observe/min_max_pyramid.h"

#include "engine/core/contract.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace kernelscope {
namespace {

// By reading every value.
Extremes naive(const std::vector<double>& values, std::size_t begin, std::size_t end) {
  Extremes result;
  for (std::size_t i = begin; i < end; ++i) {
    if (!result.smallest || values[i] < values[*result.smallest]) result.smallest = i;
    if (!result.largest || values[i] > values[*result.largest]) result.largest = i;
    if (values[i] > 0) {
      if (!result.smallestPositive || values[i] < values[*result.smallestPositive])
        result.smallestPositive = i;
    } else if (!result.firstNonPositive) {
      result.firstNonPositive = i;
    }
  }
  return result;
}

void expectSame(const MinMaxPyramid& pyramid, const std::vector<double>& values, std::size_t begin,
                std::size_t end) {
  const Extremes got = pyramid.extremes(begin, end), expected = naive(values, begin, end);
  const auto where = ::testing::Message() << "range " << begin << " to " << end;
  EXPECT_EQ(got.smallest, expected.smallest) << where;
  EXPECT_EQ(got.largest, expected.largest) << where;
  EXPECT_EQ(got.smallestPositive, expected.smallestPositive) << where;
  EXPECT_EQ(got.firstNonPositive, expected.firstNonPositive) << where;
}

// Values on few levels, so that equal ones are frequent, some of them zero or below.
std::vector<double> wave(std::size_t count) {
  std::vector<double> values;
  for (std::size_t i = 0; i < count; ++i)
    values.push_back(std::round(8 * std::sin(static_cast<double>(i) * 0.7) +
                                5 * std::cos(static_cast<double>(i * i % 97))));
  return values;
}

MinMaxPyramid filled(const std::vector<double>& values) {
  MinMaxPyramid pyramid;
  for (const double value : values) pyramid.append(value);
  return pyramid;
}

}  // namespace

TEST(MinMaxPyramid, findsWhatReadingEveryValueFindsOnEveryRangeOfAShortRecord) {
  const std::vector<double> values = wave(300);
  const MinMaxPyramid pyramid = filled(values);
  for (std::size_t begin = 0; begin <= values.size(); ++begin) {
    for (std::size_t end = begin; end <= values.size(); ++end) expectSame(pyramid, values, begin, end);
  }
}

TEST(MinMaxPyramid, findsTheSameOnRangesOfALongRecord) {
  const std::vector<double> values = wave(70001);
  const MinMaxPyramid pyramid = filled(values);
  for (std::size_t i = 0; i < 400; ++i) {
    const std::size_t begin = (i * 48271) % values.size();
    const std::size_t end = begin + (i * 69621) % (values.size() - begin + 1);
    expectSame(pyramid, values, begin, end);
  }
  expectSame(pyramid, values, 0, values.size());
}

TEST(MinMaxPyramid, findsTheSameWhileItGrows) {
  const std::vector<double> values = wave(600);
  MinMaxPyramid pyramid;
  for (std::size_t i = 0; i < values.size(); ++i) {
    pyramid.append(values[i]);
    expectSame(pyramid, values, 0, i + 1);
    expectSame(pyramid, values, i / 3, i + 1);
  }
}

TEST(MinMaxPyramid, findsOneSpikeAmongAMillionValues) {
  MinMaxPyramid pyramid;
  for (std::size_t i = 0; i < 1'000'000; ++i) pyramid.append(i == 654321 ? 2.0 : 1.0);
  EXPECT_EQ(pyramid.extremes(0, 1'000'000).largest, 654321u);
  EXPECT_EQ(pyramid.extremes(654321, 654322).largest, 654321u);
  EXPECT_EQ(pyramid.extremes(654322, 1'000'000).largest, 654322u);
}

TEST(MinMaxPyramid, anEmptyRangeHasNoExtremes) {
  const MinMaxPyramid pyramid = filled({1, 2, 3});
  const Extremes none = pyramid.extremes(2, 2);
  EXPECT_FALSE(none.smallest || none.largest || none.smallestPositive || none.firstNonPositive);
  EXPECT_THROW(pyramid.extremes(0, 4), BrokenContract);
}

TEST(MinMaxPyramid, takesNoNumberThatIsNotFinite) {
  MinMaxPyramid pyramid;
  EXPECT_THROW(pyramid.append(std::numeric_limits<double>::quiet_NaN()), BrokenContract);
  EXPECT_THROW(pyramid.append(std::numeric_limits<double>::infinity()), BrokenContract);
}

}  // namespace kernelscope

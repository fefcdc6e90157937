#pragma once
// A growing list of numbers that answers "where is the smallest, where the largest of these" without reading
// them all, so that a record of a million values draws as fast as one of a thousand. Nothing is thinned or
// rounded: answers are exact, the values themselves stay.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace kernelscope {

// Places (indices) of the extremes of a range; of equal values the first. Nothing where there is no such
// value.
struct Extremes {
  std::optional<std::size_t> smallest, largest;
  std::optional<std::size_t> smallestPositive;  // above 0
  std::optional<std::size_t> firstNonPositive;  // 0 or below
};

class MinMaxPyramid {
 public:
  // Appends a finite number. Cost: a little more than one operation on average. At most 2^32 - 1 values.
  void append(double value);

  std::size_t size() const { return values_.size(); }
  std::span<const double> values() const { return values_; }
  double operator[](std::size_t index) const { return values_[index]; }
  // Makes room without changing anything.
  void reserve(std::size_t count) { values_.reserve(count); }

  // Over [begin, end), end at most size(). Cost: O(kFanOut log(end - begin)).
  Extremes extremes(std::size_t begin, std::size_t end) const;

 private:
  static constexpr std::size_t kFanOut = 16;
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  // Places within a whole group of values; kNone where there is none.
  struct Group {
    std::uint32_t smallest = kNone, largest = kNone, smallestPositive = kNone, firstNonPositive = kNone;
  };

  Group single(std::size_t index) const;
  void join(Group& before, const Group& after) const;
  Group groupOf(std::size_t level, std::size_t index) const;

  std::vector<double> values_;
  // levels_[k][i] speaks for the values i n .. (i + 1) n - 1, n = kFanOut^(k + 1); only whole groups.
  std::vector<std::vector<Group>> levels_;
};

}  // namespace kernelscope

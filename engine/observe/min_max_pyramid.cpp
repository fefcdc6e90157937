#include "engine/observe/min_max_pyramid.h"

#include "engine/core/contract.h"

#include <array>
#include <cmath>

namespace kernelscope {

namespace {
constexpr std::size_t kMostLevels = 9;  // 16^8 = 2^32
}

MinMaxPyramid::Group MinMaxPyramid::single(std::size_t index) const {
  const auto place = static_cast<std::uint32_t>(index);
  const bool positive = values_[index] > 0;
  return {place, place, positive ? place : kNone, positive ? kNone : place};
}

void MinMaxPyramid::join(Group& before, const Group& after) const {
  const auto value = [this](std::uint32_t place) { return values_[place]; };
  if (before.smallest == kNone) {
    before = after;
    return;
  }
  if (after.smallest == kNone) return;
  if (value(after.smallest) < value(before.smallest)) before.smallest = after.smallest;
  if (value(after.largest) > value(before.largest)) before.largest = after.largest;
  const bool better =
      after.smallestPositive != kNone &&
      (before.smallestPositive == kNone || value(after.smallestPositive) < value(before.smallestPositive));
  if (better) before.smallestPositive = after.smallestPositive;
  if (before.firstNonPositive == kNone) before.firstNonPositive = after.firstNonPositive;
}

// Level 0 are the single values.
MinMaxPyramid::Group MinMaxPyramid::groupOf(std::size_t level, std::size_t index) const {
  return level == 0 ? single(index) : levels_[level - 1][index];
}

void MinMaxPyramid::append(double value) {
  KS_EXPECT(std::isfinite(value), "a pyramid holds finite numbers");
  KS_EXPECT(values_.size() < kNone, "a pyramid holds less than 2^32 numbers");
  values_.push_back(value);
  std::size_t count = values_.size();
  for (std::size_t level = 0; count % kFanOut == 0; ++level) {
    if (levels_.size() == level) levels_.emplace_back();
    Group group;
    for (std::size_t i = count - kFanOut; i < count; ++i) join(group, groupOf(level, i));
    levels_[level].push_back(group);
    count /= kFanOut;
  }
}

// Climbs from both ends: what does not fill a group is taken one by one, the rest one level up. The right
// ends are joined last, from the highest level down, so that of equal values the first is found.
Extremes MinMaxPyramid::extremes(std::size_t begin, std::size_t end) const {
  KS_EXPECT(begin <= end && end <= values_.size(), "the range lies in the record");
  Group found;
  struct Piece {
    std::size_t level, begin, end;
  };
  std::array<Piece, kMostLevels> rightEnds;
  std::size_t pieces = 0;
  std::size_t level = 0;
  for (; begin < end; ++level) {
    const std::size_t innerBegin = (begin + kFanOut - 1) / kFanOut;
    const std::size_t innerEnd = end / kFanOut;
    if (innerBegin >= innerEnd) {
      for (std::size_t i = begin; i < end; ++i) join(found, groupOf(level, i));
      break;
    }
    for (std::size_t i = begin; i < innerBegin * kFanOut; ++i) join(found, groupOf(level, i));
    rightEnds[pieces++] = {level, innerEnd * kFanOut, end};
    begin = innerBegin;
    end = innerEnd;
  }
  while (pieces-- > 0) {
    const Piece& piece = rightEnds[pieces];
    for (std::size_t i = piece.begin; i < piece.end; ++i) join(found, groupOf(piece.level, i));
  }
  const auto place = [](std::uint32_t index) {
    return index == kNone ? std::nullopt : std::optional<std::size_t>(index);
  };
  return {place(found.smallest), place(found.largest), place(found.smallestPositive),
          place(found.firstNonPositive)};
}

}  // namespace kernelscope

#include "engine/run/latest_value.h"

#include <gtest/gtest.h>

#include <thread>

namespace kernelscope {

namespace {
// A value whose halves must always agree.
struct Pair {
  int first = 0, second = 0;
};
}  // namespace

TEST(LatestValue, theNewestValueWinsAndIsTakenOnce) {
  LatestValue<int> box;
  EXPECT_EQ(box.take(), nullptr);
  EXPECT_TRUE(box.taken());
  box.publish(std::make_shared<const int>(1));
  box.publish(std::make_shared<const int>(2));
  EXPECT_FALSE(box.taken());
  EXPECT_EQ(*box.take(), 2);
  EXPECT_EQ(box.take(), nullptr);
  box.publish(std::make_shared<const int>(3));
  EXPECT_EQ(*box.take(), 3);
}

TEST(LatestValue, twoThreadsNeverSeeTornOrOlderValues) {
  constexpr int kCount = 100000;
  LatestValue<Pair> box;
  std::jthread writer([&] {
    for (int i = 1; i <= kCount; ++i) box.publish(std::make_shared<const Pair>(Pair{i, -i}));
  });
  int last = 0;
  while (last < kCount) {
    const auto value = box.take();
    if (!value) continue;
    ASSERT_EQ(value->first, -value->second);
    ASSERT_GT(value->first, last);
    last = value->first;
  }
}

}  // namespace kernelscope

#include "engine/run/step_governor.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace kernelscope {

namespace {
using Grant = StepGovernor::Grant;

// Steps a lane to `steps` and notes the order of turns.
void walk(StepGovernor& governor, LaneId lane, std::int64_t from, std::int64_t steps,
          std::vector<char>& order, std::stop_token stop) {
  for (std::int64_t step = from; step < steps; ++step) {
    Grant grant = governor.acquire(lane, stop);
    while (grant == Grant::Attention) grant = governor.acquire(lane, stop);
    if (grant == Grant::Stopped) return;
    order.push_back(*laneName(lane));  // only one lane holds the turn, so this needs no lock
    governor.release(lane, step + 1);
  }
  governor.leave(lane);
}
}  // namespace

TEST(StepGovernor, lanesTakeTurnsStepByStep) {
  StepGovernor governor(false);
  governor.join(LaneId::A, 0);
  governor.join(LaneId::B, 0);
  std::vector<char> order;
  {
    std::jthread a([&](std::stop_token stop) { walk(governor, LaneId::A, 0, 200, order, stop); });
    std::jthread b([&](std::stop_token stop) { walk(governor, LaneId::B, 0, 200, order, stop); });
    a.join();
    b.join();
  }
  ASSERT_EQ(order.size(), 400U);
  for (std::size_t i = 0; i < order.size(); ++i) ASSERT_EQ(order[i], i % 2 == 0 ? 'A' : 'B') << i;
}

TEST(StepGovernor, aRestartedLaneCatchesUpBeforeTheOtherGoesOn) {
  StepGovernor governor(false);
  governor.join(LaneId::A, 30);
  governor.join(LaneId::B, 0);
  std::vector<char> order;
  {
    std::jthread a([&](std::stop_token stop) { walk(governor, LaneId::A, 30, 35, order, stop); });
    std::jthread b([&](std::stop_token stop) { walk(governor, LaneId::B, 0, 35, order, stop); });
    a.join();
    b.join();
  }
  ASSERT_EQ(order.size(), 40U);
  for (std::size_t i = 0; i < 30; ++i) ASSERT_EQ(order[i], 'B');
}

TEST(StepGovernor, theOtherLaneGoesOnAloneWhenOneLeaves) {
  StepGovernor governor(false);
  governor.join(LaneId::A, 0);
  governor.join(LaneId::B, 0);
  governor.leave(LaneId::B);
  std::vector<char> order;
  std::jthread a([&](std::stop_token stop) { walk(governor, LaneId::A, 0, 10, order, stop); });
  a.join();
  EXPECT_EQ(order.size(), 10U);
}

TEST(StepGovernor, singleStepLetsEachLaneDoOneAndPauses) {
  StepGovernor governor(true);
  governor.join(LaneId::A, 0);
  governor.join(LaneId::B, 0);
  std::atomic<int> steps = 0;
  const auto counted = [&](LaneId lane, std::stop_token stop) {
    for (std::int64_t step = 0;; ++step) {
      if (governor.acquire(lane, stop) != Grant::Turn) return;
      governor.release(lane, step + 1);
      ++steps;
      steps.notify_all();
    }
  };
  std::jthread a([&](std::stop_token stop) { counted(LaneId::A, stop); });
  std::jthread b([&](std::stop_token stop) { counted(LaneId::B, stop); });
  for (int round = 1; round <= 5; ++round) {
    governor.singleStep();
    while (steps < 2 * round) steps.wait(steps.load());
    EXPECT_EQ(steps, 2 * round);
    EXPECT_TRUE(governor.paused());
  }
}

TEST(StepGovernor, stopAndCallsWakeAWaitingLane) {
  StepGovernor governor(true);
  governor.join(LaneId::A, 0);
  governor.callAttention();
  std::stop_source stop;
  EXPECT_EQ(governor.acquire(LaneId::A, stop.get_token()), Grant::Attention);
  std::jthread later([&] { stop.request_stop(); });
  EXPECT_EQ(governor.acquire(LaneId::A, stop.get_token()), Grant::Stopped);
}

}  // namespace kernelscope

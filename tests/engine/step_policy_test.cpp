// The rules of the clock with invented times: no thread, no waiting.
#include "engine/run/step_policy.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace kernelscope {
namespace {

using Verdict = StepPolicy::Verdict;
using namespace std::chrono_literals;

// Drives both lanes as their threads would, with a step time for each.
class Race {
 public:
  Race(RaceKind kind, std::int64_t budget, double secondsA, double secondsB, bool paused = false)
      : policy(kind, paused), budget_(budget), stepSeconds_{secondsA, secondsB} {
    for (const LaneId lane : kLanes) policy.join(lane, 0, 0);
  }

  // One turn of whoever may; false when nobody may.
  bool turn() {
    for (const LaneId lane : kLanes) {
      const std::size_t i = laneIndex(lane);
      if (ended[i]) continue;
      if (step[i] >= budget_) {
        policy.finish(lane);
        ended[i] = true;
        return true;
      }
      const Verdict verdict = policy.verdict(lane, now);
      if (verdict == Verdict::Over) {
        policy.leave(lane);
        ended[i] = true;
        return true;
      }
      if (verdict == Verdict::Wait) continue;
      policy.begin(lane, now);
      EXPECT_NE(policy.verdict(lane == LaneId::A ? LaneId::B : LaneId::A, now), Verdict::May);
      seconds[i] += stepSeconds_[i];
      policy.end(lane, ++step[i], seconds[i]);
      order += laneName(lane);
      return true;
    }
    return false;
  }
  void run() {
    while (turn()) {
    }
  }

  StepPolicy policy;
  StepPolicy::Time now{1000s};
  std::array<std::int64_t, 2> step{};
  std::array<double, 2> seconds{};
  std::array<bool, 2> ended{};
  std::string order;

 private:
  std::int64_t budget_;
  std::array<double, 2> stepSeconds_;
};

TEST(StepPolicy, aStepsRaceAlternates) {
  Race race(RaceKind::Steps, 3, 0.1, 0.01);
  race.run();
  EXPECT_EQ(race.order, "ABABAB");
}

TEST(StepPolicy, aTimeRaceEndsWithEqualTimesAndTheFasterLaneAtItsBudget) {
  for (const double secondsB : {0.001, 0.0084, 0.01, 0.0137, 0.2}) {
    Race race(RaceKind::Time, 1000, 0.0102, secondsB);
    race.run();
    EXPECT_TRUE(race.ended[0] && race.ended[1]);
    EXPECT_EQ(std::max(race.step[0], race.step[1]), 1000);
    EXPECT_LE(std::abs(race.seconds[0] - race.seconds[1]), std::max(0.0102, secondsB) + 1e-9);
    const double shorter = std::min(race.seconds[0], race.seconds[1]);
    if (std::min(race.step[0], race.step[1]) >= 100) {
      EXPECT_LE(std::abs(race.seconds[0] - race.seconds[1]) / shorter, 0.02) << secondsB;
    }
  }
}

TEST(StepPolicy, aTimeRaceIsBalancedAllTheTime) {
  Race race(RaceKind::Time, 500, 0.010, 0.004);
  while (race.turn()) {
    if (race.ended[0] || race.ended[1]) continue;
    ASSERT_LE(std::abs(race.seconds[0] - race.seconds[1]), 0.010 + 1e-9);
  }
  EXPECT_NEAR(static_cast<double>(race.step[1]) / static_cast<double>(race.step[0]), 2.5, 0.05);
}

TEST(StepPolicy, aLaneThatDivergedLeavesTheOtherItsWholeBudget) {
  Race race(RaceKind::Time, 50, 0.01, 0.01);
  for (int i = 0; i < 10; ++i) race.turn();
  race.policy.leave(LaneId::A);
  race.ended[0] = true;
  race.run();
  EXPECT_EQ(race.step[1], 50);
}

TEST(StepPolicy, aSingleStepIsOneWholeStepOfBothLanes) {
  for (const RaceKind kind : {RaceKind::Steps, RaceKind::Time}) {
    Race race(kind, 100, 0.01, 0.002, true);
    race.run();
    EXPECT_EQ(race.order, "");
    for (int wanted = 1; wanted <= 4; ++wanted) {
      race.policy.singleStep();
      race.run();
      EXPECT_EQ(race.step[0], wanted);
      EXPECT_EQ(race.step[1], wanted);
    }
  }
}

TEST(StepPolicy, pauseBetweenTheLanesStillLetsTheSecondCompleteTheStep) {
  Race race(RaceKind::Steps, 100, 0.01, 0.01);
  race.turn();  // A has done its first step, B has not
  race.policy.pause();
  race.run();
  EXPECT_EQ(race.order, "AB");
  race.policy.singleStep();
  race.run();
  EXPECT_EQ(race.order, "ABAB");
}

TEST(StepPolicy, aSingleStepRightAfterPauseDoesAWholeStepEvenWhenOneLaneIsBehind) {
  Race race(RaceKind::Steps, 100, 0.01, 0.01);
  race.turn();
  race.policy.pause();
  race.policy.singleStep();
  race.run();
  EXPECT_EQ(race.step[0], 2);
  EXPECT_EQ(race.step[1], 2);
}

TEST(StepPolicy, everyPressOfStepCounts) {
  Race race(RaceKind::Steps, 100, 0.01, 0.01, true);
  for (int i = 0; i < 3; ++i) race.policy.singleStep();
  race.run();
  EXPECT_EQ(race.step[0], 3);
  EXPECT_EQ(race.step[1], 3);
}

TEST(StepPolicy, whileALaneCatchesUpAStepIsItsOwn) {
  StepPolicy policy(RaceKind::Steps, true);
  policy.join(LaneId::A, 30, 1);
  policy.join(LaneId::B, 4, 0.1);
  policy.singleStep();
  EXPECT_EQ(policy.verdict(LaneId::A, {}), Verdict::Wait);
  EXPECT_EQ(policy.verdict(LaneId::B, {}), Verdict::May);
  policy.begin(LaneId::B, {});
  policy.end(LaneId::B, 5, 0.2);
  EXPECT_EQ(policy.verdict(LaneId::B, {}), Verdict::Wait);
}

TEST(StepPolicy, thePaceSpacesStepsOfBothLanesTogether) {
  Race race(RaceKind::Steps, 1000, 0.01, 0.01);
  race.policy.setPace(10);
  for (int millisecond = 0; millisecond < 2000; ++millisecond) {
    race.run();
    race.now += 1ms;
  }
  EXPECT_EQ(race.step[0], 20);
  EXPECT_EQ(race.step[1], 20);
  race.policy.setPace(0);
  race.run();
  EXPECT_EQ(race.step[0], 1000);
}

TEST(StepPolicy, thePaceDoesNotHoldBackALaneThatCatchesUp) {
  Race race(RaceKind::Steps, 1000, 0.01, 0.01);
  race.policy.setPace(1);
  race.policy.join(LaneId::A, race.step[0] = 30, 0.3);
  race.run();
  EXPECT_EQ(race.step[1], 31);
  EXPECT_EQ(race.step[0], 31);
}

}  // namespace
}  // namespace kernelscope

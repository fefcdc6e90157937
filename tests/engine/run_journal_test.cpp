#include "engine/run/run_journal.h"

#include "engine/core/error.h"
#include "engine/core/file_io.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <chrono>

namespace kernelscope {
namespace {

std::shared_ptr<const Checkpoint> state(LaneId lane, std::int64_t step) {
  auto checkpoint = std::make_shared<Checkpoint>();
  checkpoint->lane = lane;
  checkpoint->step = step;
  checkpoint->parameters = {1.0F / 3, static_cast<float>(step)};
  checkpoint->firstMoment = checkpoint->secondMoment = {0.25F};
  checkpoint->history = MetricHistory({"mse"});
  for (std::int64_t row = 1; row <= step; ++row)
    checkpoint->history.append(row, 0.1 * static_cast<double>(row), std::vector<double>{1.0 / row});
  return checkpoint;
}

JournalState journalState(std::int64_t step) {
  JournalState state_{defaultExperiment(), {state(LaneId::A, step), state(LaneId::B, step - 1)}, false};
  state_.config.seed = 12345;
  return state_;
}

TEST(RunJournal, aSessionThatLivesIsNotOffered) {
  const test::TemporaryFolder folder;
  RunJournal journal(folder.path());
  journal.write(journalState(5));
  EXPECT_TRUE(abandonedJournals(folder.path()).empty());
}

TEST(RunJournal, whatASessionLeftComesBackTheSame) {
  const test::TemporaryFolder folder;
  const auto before = std::chrono::system_clock::now();
  {
    RunJournal journal(folder.path());
    journal.write(journalState(5));
    journal.write(journalState(40));
  }
  const std::vector<JournalSummary> left = abandonedJournals(folder.path());
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].step, 40);
  EXPECT_EQ(left[0].steps, 1000);
  EXPECT_FALSE(left[0].closed);
  using std::chrono::milliseconds;
  EXPECT_GE(milliseconds(left[0].savedAt),
            std::chrono::duration_cast<milliseconds>(before.time_since_epoch()));
  const JournalState back = loadJournal(left[0]);
  const JournalState wrote = journalState(40);
  EXPECT_EQ(back.config.seed, 12345U);
  for (std::size_t lane = 0; lane < 2; ++lane) {
    EXPECT_EQ(back.checkpoints[lane]->step, wrote.checkpoints[lane]->step);
    EXPECT_EQ(back.checkpoints[lane]->parameters, wrote.checkpoints[lane]->parameters);
    EXPECT_EQ(back.checkpoints[lane]->history.value(2, 0), 1.0 / 3);
  }
  discardJournal(left[0]);
  EXPECT_TRUE(abandonedJournals(folder.path()).empty());
}

TEST(RunJournal, aProperEndLeavesNothing) {
  const test::TemporaryFolder folder;
  RunJournal journal(folder.path());
  journal.write(journalState(5));
  journal.remove();
  EXPECT_EQ(folder.entryCount(), 0U);
}

TEST(RunJournal, aKillWhileWritingLeavesTheStateBefore) {
  const test::TemporaryFolder folder;
  std::filesystem::path session;
  {
    RunJournal journal(folder.path());
    journal.write(journalState(5));
    session = std::filesystem::directory_iterator(folder.path())->path();
  }
  // As if the next state was being written: half a file in its folder.
  createDirectories(session / "2");
  writeFileAtomically(session / "2" / "A.safetensors", "half");
  const std::vector<JournalSummary> left = abandonedJournals(folder.path());
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(loadJournal(left[0]).checkpoints[0]->step, 5);
}

TEST(RunJournal, foldersWithNothingWholeAreRemovedAndNewestComesFirst) {
  const test::TemporaryFolder folder;
  createDirectories(folder.path() / "empty");
  EXPECT_TRUE(abandonedJournals(folder.path()).empty());
  EXPECT_EQ(folder.entryCount(), 0U);
  for (const std::int64_t step : {10, 20}) {
    RunJournal journal(folder.path());
    journal.write(journalState(step));
  }
  const std::vector<JournalSummary> left = abandonedJournals(folder.path());
  ASSERT_EQ(left.size(), 2U);
  EXPECT_GE(left[0].savedAt, left[1].savedAt);
}

TEST(RunJournal, aPlaceThatCannotBeWrittenIsSaid) {
  const test::TemporaryFolder folder;
  writeFileAtomically(folder.file("file"), "x");
  EXPECT_THROW(RunJournal journal(folder.file("file")), IoError);
}

}  // namespace
}  // namespace kernelscope

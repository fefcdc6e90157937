#include "engine/run/checkpoint_file.h"

#include "engine/core/error.h"
#include "engine/core/file_io.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cmath>

namespace kernelscope {

TEST(CheckpointFile, everythingComesBackTheSame) {
  const test::TemporaryFolder folder;
  Checkpoint checkpoint;
  checkpoint.lane = LaneId::B;
  checkpoint.step = 3;
  checkpoint.seconds = 0.1;
  checkpoint.firstLoss = 0.3257586868578374;
  checkpoint.parameters = {1.5F, -2.25F, 1e-30F};
  checkpoint.firstMoment = {0.125F, 3.0F};
  checkpoint.secondMoment = {0.5F, 7.0F};
  checkpoint.history = MetricHistory({"mse", "ssim"});
  checkpoint.history.append(1, 0.05, std::vector<double>{0.25, MetricHistory::kMissing});
  checkpoint.history.append(2, 0.1, std::vector<double>{1.0 / 3.0, 0.5});
  checkpoint.end = LaneEnd::Diverged;
  checkpoint.endReason = "the loss is not finite";
  checkpoint.divergedAt = 5;
  const auto file = folder.path() / "B.safetensors";
  saveCheckpoint(checkpoint, file);
  const auto back = loadCheckpoint(file);
  EXPECT_EQ(back->lane, LaneId::B);
  EXPECT_EQ(back->step, 3);
  EXPECT_EQ(back->seconds, 0.1);
  EXPECT_EQ(back->firstLoss, checkpoint.firstLoss);
  EXPECT_EQ(back->parameters, checkpoint.parameters);
  EXPECT_EQ(back->end, LaneEnd::Diverged);
  EXPECT_EQ(back->endReason, checkpoint.endReason);
  EXPECT_EQ(back->divergedAt, 5);
  EXPECT_EQ(back->firstMoment, checkpoint.firstMoment);
  EXPECT_EQ(back->secondMoment, checkpoint.secondMoment);
  ASSERT_EQ(back->history.size(), 2U);
  EXPECT_EQ(back->history.columns(), checkpoint.history.columns());
  EXPECT_EQ(back->history.value(1, 0), 1.0 / 3.0);
  EXPECT_TRUE(std::isnan(back->history.value(0, 1)));
}

TEST(CheckpointFile, otherFilesAreRefused) {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "x.safetensors";
  EXPECT_THROW(loadCheckpoint(file), IoError);
  writeFileAtomically(file, "not a checkpoint at all");
  EXPECT_THROW(loadCheckpoint(file), ContentError);
}

}  // namespace kernelscope

#include "engine/config/config_override.h"

#include "engine/config/config_codec.h"
#include "engine/core/error.h"
#include "tests/support/expect_message.h"

#include <gtest/gtest.h>

namespace kernelscope {
namespace {

using nlohmann::json;
using test::expectMessage;

ExperimentConfig with(const std::vector<std::string>& assignments) {
  return withOverrides(defaultExperiment(), assignments);
}

TEST(ConfigOverride, valuesAreReadAsJsonAndElseAsText) {
  EXPECT_EQ(with({"/optimizer/learning_rate=1e-3"}).optimizer.learningRate, 1e-3);
  EXPECT_EQ(with({"/batch=256"}).batch, 256);
  EXPECT_EQ(with({"/batch=full"}).batch, std::nullopt);
  EXPECT_EQ(with({"/image/source=builtin:brick"}).image.source, "builtin:brick");
  EXPECT_EQ(with({"/title=a=b"}).title, "a=b");
  EXPECT_EQ(with({"/image/train_pixels={\"fraction\": 0.25}"}).image.fraction, 0.25);
  EXPECT_EQ(
      with({"/image/train_pixels={\"fraction\": 0.25}", "/image/train_pixels/fraction=0.5"}).image.fraction,
      0.5);
}

TEST(ConfigOverride, listsAreSetByIndexAndAppendedTo) {
  json document = {{"list", {1, 2}}};
  applyOverride(document, "/list/1=5");
  applyOverride(document, "/list/-=6");
  EXPECT_EQ(document["list"], json({1, 5, 6}));
  expectMessage<ConfigError>([&] { applyOverride(document, "/list/3=1"); }, "the list has 3 entries");
  expectMessage<ConfigError>([&] { applyOverride(document, "/list/x=1"); }, "the list has 3 entries");
}

TEST(ConfigOverride, choosingAnotherMapDropsTheKeysOfTheOldOne) {
  const ExperimentConfig config = with({"/lanes/B/layers/2/map=arc-cosine", "/lanes/B/layers/2/order=2"});
  EXPECT_EQ(config.lanes[1].layers[2].order, 2);
  EXPECT_EQ(with({"/lanes/A/layers/1/activation=relu"}).lanes[0].layers[1].activation, "relu");
  EXPECT_EQ(with({"/lanes/A/layers/2/type=snnk"}).lanes[0].layers[2].features, 32);
}

TEST(ConfigOverride, wrongAssignmentsAreRefused) {
  expectMessage<ConfigError>([] { with({"steps"}); }, "has no \"=\"");
  expectMessage<ConfigError>([] { with({"steps=3"}); }, "is not a JSON pointer");
  expectMessage<ConfigError>([] { with({"=3"}); }, "is not a JSON pointer");
  expectMessage<ConfigError>([] { with({"/a~2=3"}); }, "is not a JSON pointer");
  expectMessage<ConfigError>([] { with({"/optimiser/kind=adam"}); }, "there is no /optimiser");
  expectMessage<ConfigError>([] { with({"/lanes/A/layers/9/width=3"}); }, "there is no /lanes/A/layers/9");
  expectMessage<ConfigError>([] { with({"/lanes/A/layers/x/width=3"}); }, "there is no /lanes/A/layers/x");
  expectMessage<ConfigError>([] { with({"/image/crop/x=3"}); }, "/image/crop is null");
  expectMessage<ConfigError>([] { with({"/optimizer/learning_rate=1e999"}); },
                             "too large to be a finite number");
}

TEST(ConfigOverride, issuesOfAllOverridesAreReportedAtOnce) {
  try {
    with({"nonsense", "/steps=-1", "/sed=1"});
    FAIL() << "nothing was thrown";
  } catch (const ConfigError& error) {
    EXPECT_EQ(error.issues().size(), 3u);
  }
}

TEST(ConfigOverride, folderOfTheExperimentIsKept) {
  ExperimentConfig config = defaultExperiment();
  config.baseDirectory = "/data";
  EXPECT_EQ(withOverrides(config, {"/seed=3"}).baseDirectory, "/data");
}

}  // namespace
}  // namespace kernelscope

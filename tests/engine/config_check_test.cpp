#include "engine/config/config_check.h"

#include "engine/config/config_codec.h"
#include "engine/core/error.h"
#include "tests/support/expect_message.h"

#include <gtest/gtest.h>

#include <limits>

namespace kernelscope {
namespace {

using nlohmann::json;

std::vector<ConfigIssue> issuesOf(const json& document) {
  try {
    decodeConfig(document);
  } catch (const ConfigError& error) {
    return error.issues();
  }
  return {};
}

// The default experiment with one value set, as JSON.
std::vector<ConfigIssue> issuesWith(const std::string& pointer, const json& value) {
  json document = encodeConfig(defaultExperiment());
  document[json::json_pointer(pointer)] = value;
  return issuesOf(document);
}

testing::AssertionResult refused(const std::string& pointer, const json& value, const std::string& wanted) {
  const auto issues = issuesWith(pointer, value);
  if (issues.size() != 1) return testing::AssertionFailure() << issues.size() << " issues for " << value;
  if (issues[0].path != pointer) return testing::AssertionFailure() << "issue at " << issues[0].path;
  if (issues[0].message.find(wanted) == std::string::npos)
    return testing::AssertionFailure() << issues[0].message;
  return testing::AssertionSuccess();
}

TEST(ConfigCheck, defaultExperimentHasNoIssues) {
  EXPECT_TRUE(checkConfig(defaultExperiment()).empty());
}

TEST(ConfigCheck, valuesAtTheirLimitsAreRight) {
  const std::vector<std::pair<std::string, json>> right = {
      {"/optimizer/learning_rate", 1e3},
      {"/optimizer/learning_rate", 1e-30},
      {"/optimizer/beta1", 0},
      {"/optimizer/beta2", 0.9999999},
      {"/steps", 1},
      {"/steps", 10000000},
      {"/seed", 0},
      {"/seed", 9007199254740991},
      {"/batch", 1},
      {"/batch", 300},
      {"/stop/target_psnr_db", 33},
      {"/stop/plateau_steps", 0},
      {"/backend", "cuda"},
      {"/title", ""},
      {"/lanes/B/layers/2/features", 4096},
      {"/lanes/A/layers/0/width", 1},
      {"/lanes/A/layers/3/width", 0},
      {"/lanes/A/layers/3/activation", "tanh"},
      {"/image/crop", {{"x", 0}, {"y", 0}, {"width", 1}, {"height", 2}}}};
  for (const auto& [pointer, value] : right)
    EXPECT_TRUE(issuesWith(pointer, value).empty()) << pointer << ' ' << value;
}

TEST(ConfigCheck, valuesBeyondTheirLimitsAreRefused) {
  EXPECT_TRUE(refused("/optimizer/learning_rate", -1, "got -1; allowed: a number above 0 and at most 10000"));
  EXPECT_TRUE(refused("/optimizer/learning_rate", 0, "above 0"));
  EXPECT_TRUE(refused("/optimizer/learning_rate", 10001, "at most 10000"));
  EXPECT_TRUE(refused("/optimizer/beta1", 1, "of at least 0 and below 1"));
  EXPECT_TRUE(refused("/optimizer/beta2", -0.1, "got -0.1"));
  EXPECT_TRUE(refused("/optimizer/epsilon", 0, "above 0"));
  EXPECT_TRUE(refused("/optimizer/schedule/final_fraction", 1.5, "from 0 to 1"));
  EXPECT_TRUE(refused("/steps", 0, "a whole number from 1 to 10000000"));
  EXPECT_TRUE(refused("/steps", 10000001, "10000001"));
  EXPECT_TRUE(refused("/seed", -1, "from 0 to 9007199254740991"));
  EXPECT_TRUE(refused("/seed", 9007199254740992, "9007199254740991"));
  EXPECT_TRUE(refused("/batch", 0, "\"full\" or a whole number from 1"));
  EXPECT_TRUE(refused("/image/maximum_side", 1, "from 2 to 16384"));
  EXPECT_TRUE(refused("/image/source", "", "1 to 4096 characters"));
  EXPECT_TRUE(refused("/stop/divergence_ratio", 1, "above 1"));
  EXPECT_TRUE(refused("/stop/target_psnr_db", 0, "null or a number above 0"));
  EXPECT_TRUE(refused("/title", std::string(201, 'x'), "at most 200 characters"));
  EXPECT_TRUE(refused("/title", "a\nb", "control characters"));
  EXPECT_TRUE(refused("/lanes/A/name", "", "1 to 40 characters"));
  EXPECT_TRUE(refused("/lanes/A/layers/0/width", 0, "from 1 to 4096"));
  EXPECT_TRUE(refused("/lanes/A/layers/0/omega0", -30, "above 0"));
  EXPECT_TRUE(refused("/lanes/B/layers/2/sigma", 0, "above 0"));
  EXPECT_TRUE(refused("/lanes/B/layers/2/features", 4097, "from 1 to 4096"));
}

TEST(ConfigCheck, wrongTypesAreRefused) {
  EXPECT_TRUE(refused("/steps", 1.5, "got 1.5; allowed: a whole number"));
  EXPECT_TRUE(refused("/steps", "300", "got \"300\""));
  EXPECT_TRUE(refused("/steps", true, "got true"));
  EXPECT_TRUE(refused("/steps", nullptr, "got null"));
  EXPECT_TRUE(refused("/title", 3, "text of at most 200"));
  EXPECT_TRUE(refused("/optimizer", json::array(), "an object with the keys"));
  EXPECT_TRUE(refused("/lanes/A/layers", "dense", "a list of 1 to 16 layers"));
  EXPECT_TRUE(refused("/lanes/A/layers/0", 5, "allowed: a layer such as"));
  EXPECT_TRUE(refused("/batch", 2.5, "\"full\" or a whole number"));
  EXPECT_EQ(issuesOf(json::array()).size(), 1u);
  EXPECT_EQ(issuesOf(nullptr).front().path, "");
}

TEST(ConfigCheck, whatIsNotImplementedIsRefusedWithWhatIs) {
  EXPECT_TRUE(refused("/supervise", "curl", "\"value\", \"gradient\" or \"laplacian\""));
  EXPECT_TRUE(refused("/optimizer/kind", "sgd", "only \"adam\""));
  EXPECT_TRUE(refused("/lanes/B/layers/2/radial", "half", "\"off\" or \"exact\""));
  EXPECT_TRUE(
      refused("/lanes/B/layers/2/map", "fourier", "\"trigonometric\", \"arc-cosine\" or \"universal\""));
  EXPECT_TRUE(refused("/image/train_pixels", "most",
                      "\"all\", \"every-other\", \"checkerboard\" or {\"fraction\":0.5}"));
  EXPECT_TRUE(refused("/image/train_pixels", "fraction", "{\"fraction\":0.5}"));
  EXPECT_TRUE(refused("/backend", "gpu", "\"auto\", \"cpu\" or \"cuda\""));
  EXPECT_TRUE(refused("/schema", 2, "only 1"));
}

TEST(ConfigCheck, unknownTaskIsAnsweredWithTheKnownOnes) {
  EXPECT_TRUE(refused("/task", "toeplitz", "the known tasks are: \"image-field\""));
  EXPECT_TRUE(refused("/task", "image-feild", "did you mean \"image-field\"?"));
  EXPECT_TRUE(refused("/task", 3, "got 3"));
  test::expectMessage<ConfigError>([] { taskSchema("poetry"); }, "image-field");
}

TEST(ConfigCheck, misspeltTaskDoesNotHideOtherIssues) {
  EXPECT_EQ(issuesOf({{"task", "image_field"}, {"steps", 0}}).size(), 2u);
}

TEST(ConfigCheck, unknownKeysAreNamedWithTheLikelyOne) {
  EXPECT_TRUE(refused("/optimizer/learing_rate", 1, "did you mean \"learning_rate\"?"));
  EXPECT_TRUE(refused("/lanes/C", json::object(), "Allowed: \"A\", \"B\""));
  EXPECT_TRUE(refused("/quux", 1, "is not a known key."));
  EXPECT_TRUE(refused("/lanes/A/layers/0/omega", 1, "did you mean \"omega0\"?"));
  EXPECT_EQ(issuesOf({{"a/b~c", 1}}).front().path, "/a~1b~0c");
}

TEST(ConfigCheck, fractionAndCropAreJudgedKeyByKey) {
  const auto fraction = issuesWith("/image/train_pixels", {{"fraction", 1}});
  ASSERT_EQ(fraction.size(), 1u);
  EXPECT_EQ(fraction[0].path, "/image/train_pixels/fraction");
  const auto crop = issuesWith("/image/crop", {{"x", -1}, {"width", 4}, {"hight", 4}});
  std::vector<std::string> paths;
  for (const ConfigIssue& issue : crop) paths.push_back(issue.path);
  const std::vector<std::string> expected = {"/image/crop/x", "/image/crop/y", "/image/crop/height",
                                             "/image/crop/hight"};
  EXPECT_EQ(paths, expected);
}

TEST(ConfigCheck, keysThatALayerHasNoUseForAreRefused) {
  EXPECT_TRUE(refused("/lanes/A/layers/0/sigma", 0.1, "has no meaning here: a layer of type \"dense\" has"));
  EXPECT_TRUE(refused("/lanes/A/layers/3/omega0", 30, "only a layer with activation \"sine\" has it"));
  EXPECT_TRUE(refused("/lanes/B/layers/2/order", 1, "only a layer with map \"arc-cosine\" has it"));
  EXPECT_TRUE(refused("/lanes/B/layers/2/activation", "sine", "only a layer with map \"universal\" has it"));
  const json arcCosine = {{"type", "snnk"}, {"width", 8}, {"map", "arc-cosine"}, {"sigma", 1}};
  const auto issues = issuesOf({{"lanes", {{"A", {{"layers", {arcCosine, {{"type", "dense"}}}}}}}}});
  ASSERT_EQ(issues.size(), 1u);
  EXPECT_EQ(issues[0].path, "/lanes/A/layers/0/sigma");
}

TEST(ConfigCheck, lastLayerIsDenseAndTakesItsWidthFromTheTask) {
  EXPECT_TRUE(refused("/lanes/A/layers/3/width", 1, "takes its width from the task: leave it out"));
  EXPECT_TRUE(refused("/lanes/A/layers", json::array(), "got an empty list"));
  const json snnk = {{"type", "snnk"}, {"width", 8}};
  const auto last = issuesOf({{"lanes", {{"A", {{"layers", {snnk}}}}}}});
  ASSERT_EQ(last.size(), 1u);
  EXPECT_EQ(last[0].path, "/lanes/A/layers/0/type");
  const auto hidden =
      issuesOf({{"lanes", {{"A", {{"layers", {{{"type", "dense"}}, {{"type", "dense"}}}}}}}}});
  ASSERT_EQ(hidden.size(), 1u);
  EXPECT_EQ(hidden[0].path, "/lanes/A/layers/0/width");
  EXPECT_EQ(issuesWith("/lanes/A/layers", json(17, {{"type", "dense"}, {"width", 4}})).size(), 1u);
}

TEST(ConfigCheck, allIssuesAreReportedAtOnce) {
  const json document = {
      {"steps", -5},
      {"sed", 7},
      {"optimizer", {{"learning_rate", "fast"}, {"beta1", 2}}},
      {"lanes", {{"A", {{"layers", {{{"type", "conv"}}, {{"type", "dense"}, {"width", 3}}}}}}}}};
  std::vector<std::string> paths;
  for (const ConfigIssue& issue : issuesOf(document)) paths.push_back(issue.path);
  const std::vector<std::string> expected = {"/optimizer/learning_rate", "/optimizer/beta1",        "/steps",
                                             "/lanes/A/layers/0/type",   "/lanes/A/layers/1/width", "/sed"};
  EXPECT_EQ(paths, expected);
}

TEST(ConfigCheck, listOfUnknownKeysIsBounded) {
  json document = json::object();
  for (int i = 0; i < 5000; ++i) document["key" + std::to_string(i)] = i;
  document["steps"] = 0;
  const auto issues = issuesOf(document);
  EXPECT_EQ(issues.size(), 1000u);
  EXPECT_EQ(issues.front().path, "/steps");
}

TEST(ConfigCheck, valuesSetInCodeAreJudgedToo) {
  ExperimentConfig config = defaultExperiment();
  config.optimizer.learningRate = std::numeric_limits<double>::quiet_NaN();
  config.optimizer.epsilon = std::numeric_limits<double>::infinity();
  config.title = "\xFF";
  config.lanes[0].layers[0].type = "conv";
  config.lanes[1].layers.clear();
  const auto issues = checkConfig(config);
  ASSERT_EQ(issues.size(), 5u);
  EXPECT_NE(issues[0].message.find("got NaN"), std::string::npos);
  EXPECT_NE(issues[1].message.find("got infinity"), std::string::npos);
  EXPECT_NE(issues[2].message.find("UTF-8"), std::string::npos);
}

}  // namespace
}  // namespace kernelscope

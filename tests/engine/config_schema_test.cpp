#include "engine/config/config_check.h"
#include "engine/config/config_codec.h"
#include "engine/config/layer_summary.h"
#include "engine/config/schema.h"

#include <gtest/gtest.h>

#include <set>

namespace kernelscope {
namespace {

using nlohmann::json;

TEST(ConfigSchema, starsMatchIndicesOnly) {
  EXPECT_TRUE(pointerMatches("/lanes/B/layers/*/sigma", "/lanes/B/layers/12/sigma"));
  EXPECT_TRUE(pointerMatches("/steps", "/steps"));
  EXPECT_FALSE(pointerMatches("/lanes/B/layers/*/sigma", "/lanes/B/layers/x/sigma"));
  EXPECT_FALSE(pointerMatches("/lanes/B/layers/*/sigma", "/lanes/B/layers//sigma"));
  EXPECT_FALSE(pointerMatches("/lanes/B/layers/*/sigma", "/lanes/A/layers/2/sigma"));
  EXPECT_FALSE(pointerMatches("/lanes/B/layers/*", "/lanes/B/layers/2/sigma"));
  EXPECT_FALSE(pointerMatches("/steps", "/step"));
}

TEST(ConfigSchema, pointersExpandToWhatTheDocumentHolds) {
  const json document = encodeConfig(defaultExperiment());
  using Pointers = std::vector<std::string>;
  EXPECT_EQ(expandPointer("/lanes/B/layers/*/sigma", document), Pointers{"/lanes/B/layers/2/sigma"});
  EXPECT_EQ(expandPointer("/lanes/B/layers/*/omega0", document),
            (Pointers{"/lanes/B/layers/0/omega0", "/lanes/B/layers/1/omega0"}));
  EXPECT_EQ(expandPointer("/lanes/A/layers/*/sigma", document), Pointers{});
  EXPECT_EQ(expandPointer("/image/crop", document), Pointers{"/image/crop"});
  EXPECT_EQ(expandPointer("/image/crop/x", document), Pointers{});
}

TEST(ConfigSchema, findTakesConcretePointers) {
  const Schema& schema = taskSchema("image-field");
  ASSERT_NE(schema.find("/lanes/B/layers/2/sigma"), nullptr);
  EXPECT_EQ(schema.find("/lanes/B/layers/2/sigma")->pointer, "/lanes/B/layers/*/sigma");
  EXPECT_EQ(schema.find("/lanes/B/layers/2/colour"), nullptr);
}

TEST(ConfigSchema, anObjectChoiceStandsForObjectsWithItsKeys) {
  const Field& field = *taskSchema("image-field").find("/image/train_pixels");
  EXPECT_EQ(choiceIndex(field, "all"), 0);
  EXPECT_EQ(choiceIndex(field, {{"fraction", 0.3}}), 3);
  EXPECT_EQ(choiceIndex(field, {{"part", 0.3}}), -1);
  EXPECT_EQ(choiceIndex(field, "some"), -1);
}

TEST(ConfigSchema, everyDefaultPassesItsOwnField) {
  for (const Field& field : taskSchema("image-field").fields) {
    if (field.pointer.ends_with("*/width")) continue;  // a hidden layer has no default width
    EXPECT_EQ(valueIssue(field, field.defaultValue), "") << field.pointer;
  }
}

TEST(ConfigSchema, everyKeyOfAnExperimentIsDescribedOnce) {
  const Schema& schema = taskSchema("image-field");
  std::set<std::string> pointers;
  for (const Field& field : schema.fields)
    EXPECT_TRUE(pointers.insert(field.pointer).second) << field.pointer;
  const json document = encodeConfig(defaultExperiment());
  const json values = document.flatten();
  for (const auto& item : values.items()) {
    if (item.key() == "/schema" || item.key() == "/task") continue;
    EXPECT_NE(schema.find(item.key()), nullptr) << item.key();
  }
}

TEST(ConfigSchema, fieldsAreFitForForms) {
  for (const Field& field : taskSchema("image-field").fields) {
    SCOPED_TRACE(field.pointer);
    EXPECT_FALSE(field.label.empty());
    EXPECT_FALSE(field.help.empty());
    if (field.kind == FieldKind::Choice && !field.hidden) {
      EXPECT_GT(field.choices.size(), 1u);
    }
    if (field.kind != FieldKind::File) {
      for (const FieldChoice& choice : field.choices) EXPECT_EQ(valueIssue(field, choice.value), "");
    }
    if (field.hidden || (field.kind != FieldKind::Integer && field.kind != FieldKind::Real)) continue;
    EXPECT_LT(field.sliderMinimum, field.sliderMaximum);
    EXPECT_EQ(valueIssue(field, field.sliderMinimum), "");
    EXPECT_EQ(valueIssue(field, field.sliderMaximum), "");
    if (field.scale == FieldScale::Logarithmic) {
      EXPECT_GT(field.sliderMinimum, 0);
    }
  }
}

TEST(ConfigSchema, theFormOfTheDefaultExperimentOpensWithEightRows) {
  const json document = encodeConfig(defaultExperiment());
  std::vector<std::string> rows;
  for (const Field& field : taskSchema("image-field").fields)
    if (!field.advanced && !field.hidden && !expandPointer(field.pointer, document).empty())
      rows.push_back(field.pointer);
  const std::vector<std::string> expected = {
      "/image/source",   "/image/train_pixels",      "/optimizer/learning_rate",   "/steps",
      "/lanes/A/layers", "/lanes/A/layers/*/omega0", "/lanes/B/layers/*/features", "/lanes/B/layers/*/sigma"};
  EXPECT_EQ(rows, expected);
}

TEST(ConfigSchema, effectsFollowTheGroups) {
  const Schema& schema = taskSchema("image-field");
  EXPECT_EQ(schema.find("/optimizer/learning_rate")->effect, FieldEffect::Live);
  EXPECT_EQ(schema.find("/steps")->effect, FieldEffect::Live);
  EXPECT_EQ(schema.find("/seed")->effect, FieldEffect::RestartBoth);
  for (const Field& field : schema.fields) {
    const bool ofALane = field.group == FieldGroup::LaneA || field.group == FieldGroup::LaneB;
    if (field.pointer.ends_with("/name")) continue;
    EXPECT_EQ(field.effect == FieldEffect::RestartLane, ofALane) << field.pointer;
  }
}

TEST(ConfigSchema, offeredNetworksCanBeRun) {
  for (const FieldChoice& network : taskSchema("image-field").find("/lanes/A/layers")->choices) {
    json document = encodeConfig(defaultExperiment());
    document["lanes"]["A"]["layers"] = network.value;
    EXPECT_NO_THROW(decodeConfig(document)) << network.label;
  }
}

TEST(LayerSummary, namesTheHiddenLayers) {
  const ExperimentConfig config = defaultExperiment();
  EXPECT_EQ(layersSummary(config.lanes[0].layers), "3 × 128, sine");
  EXPECT_EQ(layersSummary(config.lanes[1].layers), "2 × 128, sine + m = 32");
  EXPECT_EQ(layersSummary({LayerSpec{}}), "linear");
}

}  // namespace
}  // namespace kernelscope

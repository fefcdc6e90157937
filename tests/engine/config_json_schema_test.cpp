#include "engine/config/config_check.h"
#include "engine/config/config_codec.h"
#include "engine/core/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace kernelscope {
namespace {

using Json = nlohmann::ordered_json;

// The part of JSON Schema (2020-12, core and validation) that the generated schemas use; anything else fails.
bool accepts(const Json& schema, const Json& value);

bool typeFits(const std::string& type, const Json& value) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  ADD_FAILURE() << "unknown type " << type;
  return false;
}

bool objectFits(const Json& schema, const Json& value) {
  for (const Json& key : schema.value("required", Json::array()))
    if (!value.contains(key.get<std::string>())) return false;
  for (const auto& item : value.items()) {
    if (!schema.at("properties").contains(item.key())) return false;
    if (!accepts(schema.at("properties").at(item.key()), item.value())) return false;
  }
  return true;
}

bool numberFits(const Json& schema, double value) {
  return !(schema.contains("minimum") && value < schema.at("minimum")) &&
         !(schema.contains("maximum") && value > schema.at("maximum")) &&
         !(schema.contains("exclusiveMinimum") && value <= schema.at("exclusiveMinimum")) &&
         !(schema.contains("exclusiveMaximum") && value >= schema.at("exclusiveMaximum"));
}

bool accepts(const Json& schema, const Json& value) {
  if (schema.contains("type") && !typeFits(schema.at("type"), value)) return false;
  if (schema.contains("const") && schema.at("const") != value) return false;
  if (schema.contains("enum") &&
      std::find(schema.at("enum").begin(), schema.at("enum").end(), value) == schema.at("enum").end())
    return false;
  if (schema.contains("oneOf")) {
    const auto fits = std::count_if(schema.at("oneOf").begin(), schema.at("oneOf").end(),
                                    [&](const Json& option) { return accepts(option, value); });
    if (fits != 1) return false;
  }
  if (value.is_number() && !numberFits(schema, value.get<double>())) return false;
  if (value.is_string() && schema.contains("minLength") &&
      value.get<std::string>().size() < schema.at("minLength"))
    return false;
  if (value.is_array() && schema.contains("items")) {
    if (value.size() < schema.at("minItems") || value.size() > schema.at("maxItems")) return false;
    for (const Json& entry : value)
      if (!accepts(schema.at("items"), entry)) return false;
  }
  return !value.is_object() || !schema.contains("properties") || objectFits(schema, value);
}

void expectWellFormed(const Json& schema, const std::string& where) {
  static const std::set<std::string> kKnown = {"$schema",
                                               "title",
                                               "description",
                                               "type",
                                               "properties",
                                               "additionalProperties",
                                               "required",
                                               "items",
                                               "oneOf",
                                               "enum",
                                               "const",
                                               "default",
                                               "minimum",
                                               "maximum",
                                               "exclusiveMinimum",
                                               "exclusiveMaximum",
                                               "minLength",
                                               "maxLength",
                                               "minItems",
                                               "maxItems"};
  ASSERT_TRUE(schema.is_object()) << where;
  for (const auto& item : schema.items())
    EXPECT_TRUE(kKnown.contains(item.key())) << where << ": " << item.key();
  EXPECT_TRUE(schema.contains("type") || schema.contains("enum") || schema.contains("const") ||
              schema.contains("oneOf"))
      << where;
  if (schema.value("type", "") == "object") {
    EXPECT_EQ(schema.value("additionalProperties", true), false) << where;
  }
  if (schema.contains("default")) {
    EXPECT_TRUE(accepts(schema, schema.at("default"))) << where;
  }
  if (schema.contains("properties"))
    for (const auto& item : schema.at("properties").items())
      expectWellFormed(item.value(), where + '/' + item.key());
  if (schema.contains("items")) expectWellFormed(schema.at("items"), where + "/*");
  if (schema.contains("oneOf"))
    for (const Json& option : schema.at("oneOf")) expectWellFormed(option, where + "|");
}

bool acceptsDefaultWith(const std::string& pointer, const Json& value) {
  Json document = encodeConfig(defaultExperiment());
  document[Json::json_pointer(pointer)] = value;
  return accepts(jsonSchema("image-field"), document);
}

TEST(JsonSchema, isWellFormedAndItsDefaultsFit) {
  const Json schema = jsonSchema("image-field");
  EXPECT_EQ(schema.at("$schema"), "https://json-schema.org/draft/2020-12/schema");
  expectWellFormed(schema, "");
}

TEST(JsonSchema, acceptsExperiments) {
  const Json schema = jsonSchema("image-field");
  EXPECT_TRUE(accepts(schema, Json::object()));
  EXPECT_TRUE(accepts(schema, encodeConfig(defaultExperiment())));
  EXPECT_TRUE(acceptsDefaultWith("/batch", 300));
  EXPECT_TRUE(acceptsDefaultWith("/image/train_pixels", {{"fraction", 0.3}}));
  EXPECT_TRUE(acceptsDefaultWith("/image/crop", {{"x", 1}, {"y", 2}, {"width", 3}, {"height", 4}}));
  EXPECT_TRUE(acceptsDefaultWith("/stop/target_psnr_db", 33.5));
  EXPECT_TRUE(
      acceptsDefaultWith("/lanes/A/layers/0", {{"type", "dense"}, {"width", 4}, {"activation", "relu"}}));
  EXPECT_TRUE(acceptsDefaultWith("/lanes/A/layers/0",
                                 {{"type", "snnk"}, {"width", 4}, {"map", "arc-cosine"}, {"order", 2}}));
  EXPECT_TRUE(
      acceptsDefaultWith("/lanes/B/layers/2", {{"type", "snnk"}, {"width", 4}, {"map", "universal"}}));
  EXPECT_TRUE(acceptsDefaultWith("/lanes/B/layers/2", {{"type", "snnk"},
                                                       {"width", 4},
                                                       {"map", "universal"},
                                                       {"activation", "tanh"},
                                                       {"radial", "exact"},
                                                       {"start", "dense"}}));
}

TEST(JsonSchema, refusesWhatTheCheckRefuses) {
  const std::vector<std::pair<std::string, Json>> wrong = {{"/steps", 0},
                                                           {"/steps", 1.5},
                                                           {"/stepps", 5},
                                                           {"/task", "toeplitz"},
                                                           {"/batch", 0},
                                                           {"/batch", "half"},
                                                           {"/optimizer/beta1", 1},
                                                           {"/optimizer/learning_rate", 0},
                                                           {"/image/train_pixels", {{"fraction", 1}}},
                                                           {"/image/train_pixels", "fraction"},
                                                           {"/image/crop", {{"x", 1}}},
                                                           {"/supervise", "curl"},
                                                           {"/lanes/A/layers", Json::array()},
                                                           {"/lanes/A/layers/0/sigma", 0.1},
                                                           {"/lanes/A/layers/0/activation", "relu"},
                                                           {"/lanes/B/layers/2/order", 1},
                                                           {"/lanes/B/layers/2/map", "fourier"},
                                                           {"/lanes/B/layers/2/start", "dense"},
                                                           {"/lanes/B/layers/2/activation", "sine"}};
  for (const auto& [pointer, value] : wrong) {
    EXPECT_FALSE(acceptsDefaultWith(pointer, value)) << pointer << ' ' << value;
    Json document = encodeConfig(defaultExperiment());
    document[Json::json_pointer(pointer)] = value;
    EXPECT_THROW(decodeConfig(document), ConfigError) << pointer << ' ' << value;
  }
}

TEST(JsonSchema, unknownTaskIsRefused) {
  EXPECT_THROW(jsonSchema("poetry"), ConfigError);
}

}  // namespace
}  // namespace kernelscope

// JSON Schema of an experiment document: jsonSchema of config_check.h.

#include "engine/config/config_check.h"
#include "engine/config/document_shape.h"
#include "engine/config/layer_keys.h"
#include "engine/config/plain_number.h"

#include <set>
#include <string_view>

namespace kernelscope {

namespace {

using Json = nlohmann::ordered_json;

Json nodeSchema(const ShapeNode& node);

Json described(const Field& field) {
  Json schema;
  schema["title"] = field.label;
  schema["description"] = field.help;
  return schema;
}

void addRange(const Field& field, const char* type, Json& schema) {
  schema["type"] = type;
  schema[field.exclusiveMinimum ? "exclusiveMinimum" : "minimum"] = plainNumber(field.minimum);
  schema[field.exclusiveMaximum ? "exclusiveMaximum" : "maximum"] = plainNumber(field.maximum);
}

Json plainChoices(const Field& field) {
  auto values = Json::array();
  for (const FieldChoice& choice : field.choices)
    if (!choice.value.is_object()) values.push_back(Json(choice.value));
  return values;
}

Json objectSchema(const ShapeNode& node, bool everyKeyNeeded) {
  Json schema = {{"type", "object"}, {"additionalProperties", false}};
  if (everyKeyNeeded) schema["required"] = node.childNames();
  for (const auto& [name, child] : node.children) schema["properties"][name] = nodeSchema(child);
  return schema;
}

// A choice takes its words, and further numbers or an object where it has them.
void addChoices(const ShapeNode& node, Json& schema) {
  const Field& field = *node.field;
  const bool hasNumbers = field.minimum < field.maximum, hasObject = !node.children.empty();
  if (!hasNumbers && !hasObject) {
    schema["enum"] = plainChoices(field);
    return;
  }
  auto words = Json::array();
  bool wholeNumbers = true;
  for (const Json& value : plainChoices(field)) {
    if (!hasNumbers || !value.is_number()) words.push_back(value);
    if (value.is_number_float()) wholeNumbers = false;
  }
  schema["oneOf"] = Json::array({Json{{"enum", words}}});
  if (hasNumbers) {
    Json numbers;
    addRange(field, wholeNumbers ? "integer" : "number", numbers);
    schema["oneOf"].push_back(numbers);
  }
  if (hasObject) schema["oneOf"].push_back(objectSchema(node, true));
}

// One shape that a layer can have: a type, and the key whose value brings further keys.
struct LayerVariant {
  std::string type, conditionKey, conditionValue;  // "" as value: any value that brings no further keys
};

std::vector<LayerVariant> layerVariants() {
  std::vector<LayerVariant> variants;
  for (const char* type : kLayerTypes) {
    std::set<std::string> seen;
    std::string conditionKey;
    for (const LayerKey& key : kLayerKeys) {
      if (key.type != std::string_view(type)) continue;
      for (const std::string_view value : key.whenValues) {
        if (value.empty() || !seen.insert(std::string(value)).second) continue;
        conditionKey = key.whenKey;
        variants.push_back({type, key.whenKey, std::string(value)});
      }
    }
    variants.push_back({type, conditionKey, ""});
  }
  return variants;
}

// The values of the condition key in this variant: its own, or those that no other variant has.
Json conditionValues(const LayerVariant& variant, const Field& field) {
  if (!variant.conditionValue.empty()) return Json::array({variant.conditionValue});
  auto values = Json::array();
  for (const FieldChoice& choice : field.choices) {
    bool taken = false;
    for (const LayerKey& key : kLayerKeys)
      taken = taken || (key.type == variant.type && *key.whenKey && choice.value.is_string() &&
                        key.isMetBy(choice.value.get<std::string>()));
    if (!taken) values.push_back(Json(choice.value));
  }
  return values;
}

// Null if no layer has this shape. Keys with a default are not needed, except those that tell shapes apart.
Json layerSchema(const LayerVariant& variant, const ShapeNode& layer) {
  const LayerSpec defaults;
  const std::string defaultCondition =
      variant.conditionKey == "activation" ? defaults.activation : defaults.map;
  Json schema = {{"type", "object"}, {"additionalProperties", false}};
  auto required = Json::array();
  if (variant.type != defaults.type) required.push_back("type");
  schema["properties"]["type"] = {{"const", variant.type}};
  for (const LayerKey& key : kLayerKeys) {
    if (key.type != variant.type || !key.isMetBy(variant.conditionValue)) continue;
    Json property = nodeSchema(*layer.child(key.key));
    if (variant.type == "snnk" && key.key == std::string_view("activation"))
      property["default"] = kUniversalActivation;
    if (key.key == variant.conditionKey) {
      const Json values = conditionValues(variant, *layer.child(key.key)->field);
      if (values.empty()) return nullptr;
      bool defaultFits = false;
      for (const Json& value : values) defaultFits = defaultFits || value == defaultCondition;
      if (!defaultFits) {
        required.push_back(key.key);
        property.erase("default");
      }
      property["enum"] = values;
    }
    schema["properties"][key.key] = property;
  }
  if (!required.empty()) schema["required"] = required;
  return schema;
}

void addLayers(const ShapeNode& node, Json& schema) {
  schema["type"] = "array";
  schema["minItems"] = plainNumber(node.field->minimum);
  schema["maxItems"] = plainNumber(node.field->maximum);
  auto shapes = Json::array();
  for (const LayerVariant& variant : layerVariants())
    if (const Json shape = layerSchema(variant, *node.child("*")); !shape.is_null()) shapes.push_back(shape);
  schema["items"] = {{"oneOf", shapes}};
}

void addObjects(const ShapeNode& node, Json& schema) {
  schema["type"] = "array";
  schema["minItems"] = node.field->fewest;
  schema["maxItems"] = node.field->most;
  schema["items"] = nodeSchema(*node.child("*"));
}

void addNumbers(const Field& field, Json& schema) {
  Json number;
  addRange(field, field.wholeNumbers ? "integer" : "number", number);
  Json list = {{"type", "array"}, {"minItems", field.fewest}, {"maxItems", field.most}};
  list["items"] = field.rank == 1 ? number : Json{{"type", "array"}, {"minItems", 1}, {"items", number}};
  if (!field.files) {
    schema.update(list);
    return;
  }
  schema["oneOf"] = Json::array({list, Json{{"type", "string"}, {"pattern", "\\.npy$"}}});
}

void addSelection(const Field& field, Json& schema) {
  schema["type"] = "array";
  schema["uniqueItems"] = true;
  schema["items"] = {{"enum", plainChoices(field)}};
}

Json valueSchema(const ShapeNode& node) {
  const Field& field = *node.field;
  Json schema = described(field);
  switch (field.kind) {
    case FieldKind::Integer:
      addRange(field, "integer", schema);
      break;
    case FieldKind::Real:
      addRange(field, "number", schema);
      break;
    case FieldKind::Choice:
      addChoices(node, schema);
      break;
    case FieldKind::Text:
    case FieldKind::File:
      schema["type"] = "string";
      schema["minLength"] = plainNumber(field.minimum);
      schema["maxLength"] = plainNumber(field.maximum);
      break;
    case FieldKind::Flag:
      schema["type"] = "boolean";
      break;
    case FieldKind::Layers:
      addLayers(node, schema);
      break;
    case FieldKind::Objects:
      addObjects(node, schema);
      break;
    case FieldKind::Numbers:
      addNumbers(field, schema);
      break;
    case FieldKind::Choices:
      addSelection(field, schema);
      break;
  }
  const bool hasDefault = !field.defaultValue.is_null() || choiceIndex(field, nullptr) >= 0;
  if (hasDefault) schema["default"] = field.defaultValue;
  return schema;
}

Json nodeSchema(const ShapeNode& node) {
  return node.field ? valueSchema(node) : objectSchema(node, false);
}

}  // namespace

nlohmann::ordered_json jsonSchema(const std::string& task) {
  const Schema& schema = taskSchema(task);
  const DocumentShape shape(schema);
  Json document = {
      {"$schema", "https://json-schema.org/draft/2020-12/schema"},
      {"title", schema.title},
      {"description", "An experiment of Kernelscope, task " + schema.task + ". Every key has a default."}};
  document.update(objectSchema(shape.root(), false));
  return document;
}

}  // namespace kernelscope

#pragma once
// What a user may set, described once: forms, checks, the JSON Schema and the docs are generated from it.
// A Field names one value of the experiment by JSON pointer; a Schema is the ordered list for one task.

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace kernelscope {

enum class FieldKind {
  Integer,
  Real,
  Choice,  // one of `choices`
  Text,
  Flag,
  File,     // a path, or builtin:NAME
  Layers,   // the array of layers of one lane
  Objects,  // a list of objects whose keys are the fields below "*"; missing keys take their defaults
  Numbers,  // a list of numbers, or of rows of numbers; or, with `files`, the path of an .npy file
  Choices,  // a list of some of `choices`, each at most once
};
enum class FieldScale { Linear, Logarithmic };
// What a running experiment does when the value changes.
enum class FieldEffect { Live, RestartLane, RestartBoth };
// The group of the set-up panel that shows the field.
enum class FieldGroup { Data, Shared, LaneA, LaneB };

struct FieldChoice {
  nlohmann::json value;  // as it stands in the experiment
  std::string label;     // as people read it
};

struct Field {
  std::string pointer = {};  // "/optimizer/learning_rate"; a "*" segment means every layer that has the key
  std::string label = {};    // short, sentence case: "Rate"
  std::string symbol = {};   // the letter of the equations, may be empty
  std::string unit = {};     // may be empty
  FieldKind kind = FieldKind::Real;
  FieldGroup group = FieldGroup::Shared;
  FieldScale scale = FieldScale::Linear;
  FieldEffect effect = FieldEffect::RestartBoth;
  bool advanced = false;          // shown under "More settings"
  bool hidden = false;            // no row of a form: another control sets it, or it has one value only
  bool exclusiveMinimum = false;  // the minimum itself is not allowed
  bool exclusiveMaximum = false;  // the maximum itself is not allowed
  // What is allowed; for Text and File the number of characters. A Choice with minimum < maximum takes
  // numbers of that range besides its choices ("full" or a number of samples).
  double minimum = 0, maximum = 0;
  double sliderMinimum = 0, sliderMaximum = 0;  // what the slider spans
  int fewest = 0, most = 0;                     // entries of a list
  int rank = 1;                                 // Numbers: 1 is a list, 2 a list of rows
  bool wholeNumbers = false;                    // Numbers: no fractions
  bool files = false;                           // Numbers: may be the path of an .npy file
  nlohmann::json defaultValue = {};
  std::vector<FieldChoice> choices = {};
  std::string help = {};  // one or two plain sentences: the tooltip
};

struct Schema {
  std::string task;
  std::string title;
  std::vector<Field> fields;

  // The field of a pointer, indices matching "*"; null if there is none.
  const Field* find(const std::string& pointer) const;
};

// Whether a concrete pointer ("/lanes/B/layers/2/sigma") is described by a pattern
// ("/lanes/B/layers/*/sigma").
bool pointerMatches(const std::string& pattern, const std::string& pointer);

// Index in field.choices of the choice that stands for `value`, or -1. A choice whose value is an object
// stands for every object with the same keys: { "fraction": 0.3 } is the choice { "fraction": 0.5 }.
int choiceIndex(const Field& field, const nlohmann::json& value);

// What is wrong with a value, as a sentence naming the value and what is allowed; empty when it is right.
// For lists of layers and of objects it looks no further than "a list": their entries are judged by
// checkLayers and checkDocument.
std::string valueIssue(const Field& field, const nlohmann::json& value);

// The concrete pointers of `document` that a pattern describes, in document order. A pattern without "*"
// gives itself when present.
std::vector<std::string> expandPointer(const std::string& pattern, const nlohmann::json& document);

}  // namespace kernelscope

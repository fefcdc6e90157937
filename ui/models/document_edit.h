#pragma once
// Reading and writing the values of an experiment document through the pointer patterns of a Schema.

#include <nlohmann/json.hpp>

#include <functional>
#include <string>

namespace kernelscope::ui {

// What a document says about one field. A pattern with "*" can name several places at once.
struct FieldState {
  bool present = false;   // the document has at least one such place
  bool mixed = false;     // its places hold different values; `value` is the first
  bool isDefault = true;  // every place holds the default
  nlohmann::json value;
};

// `defaultAt` tells the default of one concrete place.
FieldState fieldState(const nlohmann::json& document, const std::string& pattern,
                      const std::function<nlohmann::json(const std::string& pointer)>& defaultAt);

// The document with `value` written at every place of the pattern, as setConfigValue does it. A pattern
// without "*" is created where it is missing; throws ConfigError when its parent is missing too.
nlohmann::json withValue(nlohmann::json document, const std::string& pattern, const nlohmann::json& value);

// Equality as people read it: 30 and 30.0 are equal, the order of keys does not matter.
bool sameValue(const nlohmann::json& left, const nlohmann::json& right);

}  // namespace kernelscope::ui

#include "ui/models/document_edit.h"

#include "engine/config/config_override.h"
#include "engine/config/schema.h"

#include <vector>

namespace kernelscope::ui {

bool sameValue(const nlohmann::json& left, const nlohmann::json& right) {
  return left == right;
}

FieldState fieldState(const nlohmann::json& document, const std::string& pattern,
                      const std::function<nlohmann::json(const std::string& pointer)>& defaultAt) {
  FieldState state;
  for (const std::string& pointer : expandPointer(pattern, document)) {
    const nlohmann::json& value = document.at(nlohmann::json::json_pointer(pointer));
    if (!state.present) {
      state.present = true;
      state.value = value;
    }
    state.mixed = state.mixed || !sameValue(value, state.value);
    state.isDefault = state.isDefault && sameValue(value, defaultAt(pointer));
  }
  return state;
}

nlohmann::json withValue(nlohmann::json document, const std::string& pattern, const nlohmann::json& value) {
  std::vector<std::string> pointers = expandPointer(pattern, document);
  if (pointers.empty() && pattern.find('*') == std::string::npos) pointers.push_back(pattern);
  for (const std::string& pointer : pointers) setConfigValue(document, pointer, value);
  return document;
}

}  // namespace kernelscope::ui

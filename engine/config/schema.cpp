#include "engine/config/schema.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace kernelscope {

namespace {

std::vector<std::string_view> segments(std::string_view pointer) {
  std::vector<std::string_view> result;
  while (!pointer.empty() && pointer.front() == '/') {
    pointer.remove_prefix(1);
    const std::size_t end = std::min(pointer.find('/'), pointer.size());
    result.push_back(pointer.substr(0, end));
    pointer.remove_prefix(end);
  }
  return result;
}

bool isIndex(std::string_view segment) {
  return !segment.empty() &&
         std::all_of(segment.begin(), segment.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void expand(std::span<const std::string_view> pattern, const nlohmann::json& value, const std::string& path,
            std::vector<std::string>& found) {
  if (pattern.empty()) {
    found.push_back(path);
    return;
  }
  const std::string segment(pattern.front());
  const auto rest = pattern.subspan(1);
  if (value.is_array()) {
    for (std::size_t index = 0; index < value.size(); ++index) {
      const std::string name = std::to_string(index);
      if (segment == "*" || segment == name) expand(rest, value[index], path + '/' + name, found);
    }
  } else if (value.is_object()) {
    const auto member = value.find(segment);
    if (member != value.end()) expand(rest, *member, path + '/' + segment, found);
  }
}

bool sameKeys(const nlohmann::json& a, const nlohmann::json& b) {
  if (a.size() != b.size()) return false;
  return std::all_of(a.items().begin(), a.items().end(),
                     [&](const auto& item) { return b.contains(item.key()); });
}

}  // namespace

const Field* Schema::find(const std::string& pointer) const {
  const auto match = std::find_if(fields.begin(), fields.end(),
                                  [&](const Field& field) { return pointerMatches(field.pointer, pointer); });
  return match == fields.end() ? nullptr : &*match;
}

bool pointerMatches(const std::string& pattern, const std::string& pointer) {
  const auto expected = segments(pattern), actual = segments(pointer);
  return std::equal(
      expected.begin(), expected.end(), actual.begin(), actual.end(),
      [](std::string_view e, std::string_view a) { return e == "*" ? isIndex(a) || a == "*" : e == a; });
}

std::vector<std::string> expandPointer(const std::string& pattern, const nlohmann::json& document) {
  std::vector<std::string> found;
  expand(segments(pattern), document, "", found);
  return found;
}

int choiceIndex(const Field& field, const nlohmann::json& value) {
  for (std::size_t index = 0; index < field.choices.size(); ++index) {
    const nlohmann::json& choice = field.choices[index].value;
    if (choice == value || (choice.is_object() && value.is_object() && sameKeys(choice, value)))
      return static_cast<int>(index);
  }
  return -1;
}

}  // namespace kernelscope

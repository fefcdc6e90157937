#include "engine/config/set_up_code.h"

#include "engine/config/config_codec.h"
#include "engine/config/task_names.h"
#include "engine/core/error.h"

#include <sstream>
#include <vector>

namespace kernelscope {

namespace {

constexpr std::string_view kMark = "kernelscope:";
constexpr std::string_view kWhat = "the pasted text";

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string withoutBlanks(const std::string& text) {
  std::string result;
  for (const char character : text) {
    if (character == ' ') {
      result += "\\u0020";
    } else {
      result += character;
    }
  }
  return result;
}

bool sameKeys(const nlohmann::json& a, const nlohmann::json& b) {
  if (a.size() != b.size()) return false;
  for (const auto& [key, value] : a.items()) {
    if (!b.contains(key)) return false;
  }
  return true;
}

// One assignment for each value of `wanted` that `usual` has not; a list of another length, or an object with
// other keys, is given as a whole.
void collect(const nlohmann::json& usual, const nlohmann::json& wanted, const std::string& pointer,
             std::vector<std::string>& assignments) {
  if (usual == wanted) return;
  const bool objects = usual.is_object() && wanted.is_object();
  if (objects && (pointer.empty() || sameKeys(usual, wanted))) {
    for (const auto& [key, value] : wanted.items())
      collect(usual.value(key, nlohmann::json()), value, pointer + "/" + key, assignments);
  } else if (usual.is_array() && wanted.is_array() && usual.size() == wanted.size()) {
    for (std::size_t i = 0; i < wanted.size(); ++i)
      collect(usual[i], wanted[i], pointer + "/" + std::to_string(i), assignments);
  } else {
    assignments.push_back(pointer + "=" + withoutBlanks(wanted.dump()));
  }
}

ExperimentDocument defaultOf(const std::string& task) {
  if (isKnownTask(task)) return defaultDocument(task);
  std::string known;
  for (const std::string& name : knownTasks()) known += (known.empty() ? "\"" : ", \"") + name + "\"";
  throw ContentError(kWhat,
                     "is a set-up of \"" + task + "\", which this version does not have; it has " + known);
}

ExperimentDocument documentOfCode(std::string_view text) {
  std::istringstream words{std::string(text.substr(kMark.size()))};
  std::string task, word;
  words >> task;
  std::vector<std::string> assignments;
  while (words >> word) assignments.push_back(word);
  return withOverrides(defaultOf(task), assignments);
}

ExperimentDocument documentOfJson(std::string_view text) {
  try {
    return {resolvedValues(nlohmann::json::parse(text)), {}};
  } catch (const nlohmann::json::parse_error& error) {
    throw ContentError(kWhat, std::string("is not a set-up: ") + error.what());
  }
}

}  // namespace

std::string setUpCode(const ExperimentDocument& document) {
  std::vector<std::string> assignments;
  collect(nlohmann::json(defaultOf(document.task()).values),
          nlohmann::json(withFilesFromBase(document).values), "", assignments);
  std::string code = std::string(kMark) + document.task();
  for (const std::string& assignment : assignments) code += " " + assignment;
  return code;
}

std::string setUpCode(const ExperimentConfig& config) {
  return setUpCode(ExperimentDocument{encodeConfig(config), config.baseDirectory});
}

bool isSetUpCode(std::string_view text) {
  return trimmed(text).starts_with(kMark);
}

ExperimentDocument documentOfText(std::string_view text) {
  const std::string_view content = trimmed(text);
  if (content.starts_with(kMark)) return documentOfCode(content);
  if (content.starts_with('{')) return documentOfJson(content);
  throw ContentError(kWhat,
                     "is not a set-up: it must begin with \"kernelscope:\" or be the JSON text of an "
                     "experiment");
}

ExperimentConfig experimentOfText(std::string_view text) {
  return trainingConfig(documentOfText(text));
}

}  // namespace kernelscope

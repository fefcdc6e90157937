// The schemas of the tasks, by name: taskSchema of config_check.h, and task_names.h.

#include "engine/config/config_check.h"
#include "engine/config/image_field_schema.h"
#include "engine/config/nearest_name.h"
#include "engine/config/task_names.h"
#include "engine/config/value_text.h"

#include <fmt/format.h>

#include <array>

namespace kernelscope {

namespace {

const std::array<Schema, 1>& schemas() {
  static const std::array<Schema, 1> all = {imageFieldSchema()};
  return all;
}

}  // namespace

std::vector<std::string> knownTasks() {
  return {"image-field"};
}

bool isKnownTask(const std::string& task) {
  for (const std::string& known : knownTasks())
    if (task == known) return true;
  return false;
}

std::string nearestTask(const std::string& task) {
  return nearestName(task, knownTasks());
}

std::string unknownTaskMessage(const nlohmann::json& task) {
  const std::string allowed =
      fmt::format("got {}; the known tasks are: {}", valueText(task), quotedList(knownTasks()));
  const std::string nearest = task.is_string() ? nearestTask(task.get<std::string>()) : "";
  return nearest.empty() ? allowed : fmt::format("{}; did you mean \"{}\"?", allowed, nearest);
}

const Schema& taskSchema(const std::string& task) {
  for (const Schema& schema : schemas())
    if (schema.task == task) return schema;
  throw ConfigError({{"/task", unknownTaskMessage(task)}});
}

}  // namespace kernelscope

// The tasks by name: task_definition.h, taskSchema of config_check.h, and task_names.h.

#include "engine/config/config_check.h"
#include "engine/config/image_field_schema.h"
#include "engine/config/kernel_error_config.h"
#include "engine/config/kernel_error_schema.h"
#include "engine/config/nearest_name.h"
#include "engine/config/task_definition.h"
#include "engine/config/task_names.h"
#include "engine/config/training_document.h"
#include "engine/config/value_text.h"

#include <fmt/format.h>

#include <array>

namespace kernelscope {

namespace {

std::vector<ConfigIssue> kernelErrorFurtherIssues(const nlohmann::json& values) {
  return kernelErrorIssues(readKernelError(values));
}

const std::array<TaskDefinition, 2>& tasks() {
  static const std::array<TaskDefinition, 2> all = {
      {{imageFieldSchema(), true, trainingIssues}, {kernelErrorSchema(), false, kernelErrorFurtherIssues}}};
  return all;
}

}  // namespace

std::vector<std::string> knownTasks() {
  return {"image-field", "kernel-error"};
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

const TaskDefinition& taskDefinition(const std::string& task) {
  for (const TaskDefinition& definition : tasks())
    if (definition.schema.task == task) return definition;
  throw ConfigError({{"/task", unknownTaskMessage(task)}});
}

const Schema& taskSchema(const std::string& task) {
  return taskDefinition(task).schema;
}

}  // namespace kernelscope

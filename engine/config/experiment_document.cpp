#include "engine/config/experiment_document.h"

#include "engine/config/config_check.h"
#include "engine/config/config_codec.h"
#include "engine/config/config_override.h"
#include "engine/config/document_check.h"
#include "engine/config/document_shape.h"
#include "engine/config/json_text.h"
#include "engine/config/task_definition.h"
#include "engine/config/task_names.h"
#include "engine/config/training_document.h"
#include "engine/core/file_io.h"

#include <utility>

namespace kernelscope {

namespace {

using nlohmann::json;

// The task whose schema judges the document. A document of an unknown task is judged as the one that was
// probably meant, or not at all (empty).
std::string judgingTask(const json& document, std::vector<ConfigIssue>& issues) {
  if (!document.is_object() || !document.contains("task")) return ExperimentConfig().task;
  const json& task = document.at("task");
  if (task.is_string() && isKnownTask(task.get<std::string>())) return task.get<std::string>();
  issues.push_back({"/task", unknownTaskMessage(task)});
  return task.is_string() ? nearestTask(task.get<std::string>()) : "";
}

// `given` with the defaults of the shape below it, in the order of the shape.
OrderedJson resolvedNode(const ShapeNode& node, const json* given) {
  if (node.field && node.field->kind == FieldKind::Objects) {
    auto list = OrderedJson::array();
    const json& entries = given ? *given : node.field->defaultValue;
    for (const json& entry : entries) list.push_back(resolvedNode(*node.child("*"), &entry));
    return list;
  }
  if (node.field) return given ? OrderedJson(*given) : OrderedJson(node.field->defaultValue);
  OrderedJson object = OrderedJson::object();
  for (const auto& [name, child] : node.children) {
    const bool present = given && given->contains(name);
    object[name] = resolvedNode(child, present ? &given->at(name) : nullptr);
  }
  return object;
}

std::string taskOf(const json& document) {
  return document.is_object() ? document.value("task", ExperimentConfig().task) : ExperimentConfig().task;
}

OrderedJson resolvedUnchecked(const json& document) {
  const TaskDefinition& task = taskDefinition(taskOf(document));
  if (task.training) return encodeConfig(readTraining(document));
  const DocumentShape shape(task.schema);
  return resolvedNode(shape.root(), &document);
}

}  // namespace

std::vector<ConfigIssue> checkExperimentDocument(const json& document) {
  std::vector<ConfigIssue> issues;
  const std::string task = judgingTask(document, issues);
  if (task.empty()) return issues;
  const bool unknownTask = !issues.empty();
  json judged = document;
  if (unknownTask) judged.erase("task");
  const std::vector<ConfigIssue> others = checkDocument(taskSchema(task), judged);
  issues.insert(issues.end(), others.begin(), others.end());
  if (!issues.empty() || !document.is_object()) return issues;
  return taskDefinition(task).furtherIssues(resolvedUnchecked(document));
}

OrderedJson resolvedValues(const json& document) {
  if (std::vector<ConfigIssue> issues = checkExperimentDocument(document); !issues.empty())
    throw ConfigError(std::move(issues));
  return resolvedUnchecked(document);
}

ExperimentDocument defaultDocument(const std::string& task) {
  if (!isKnownTask(task)) throw ConfigError({{"/task", unknownTaskMessage(task)}});
  return {resolvedValues({{"task", task}}), {}};
}

ExperimentDocument loadDocument(const std::filesystem::path& file) {
  std::vector<ConfigIssue> issues;
  const json document = parseJsonText(readTextFile(file, kMaximumExperimentBytes), file, issues);
  const std::vector<ConfigIssue> others = checkExperimentDocument(document);
  issues.insert(issues.end(), others.begin(), others.end());
  if (!issues.empty()) throw ConfigError(std::move(issues));
  return {resolvedUnchecked(document), file.parent_path()};
}

ExperimentDocument withOverrides(const ExperimentDocument& document,
                                 const std::vector<std::string>& assignments) {
  json changed = document.values;
  std::vector<ConfigIssue> issues;
  for (const std::string& assignment : assignments) {
    try {
      applyOverride(changed, assignment);
    } catch (const ConfigError& error) {
      issues.insert(issues.end(), error.issues().begin(), error.issues().end());
    }
  }
  const std::vector<ConfigIssue> others = checkExperimentDocument(changed);
  issues.insert(issues.end(), others.begin(), others.end());
  if (!issues.empty()) throw ConfigError(std::move(issues));
  return {resolvedUnchecked(changed), document.baseDirectory};
}

std::string documentText(const ExperimentDocument& document) {
  return document.values.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + '\n';
}

void saveDocument(const ExperimentDocument& document, const std::filesystem::path& file) {
  writeFileAtomically(file, std::string_view(documentText(document)));
}

}  // namespace kernelscope

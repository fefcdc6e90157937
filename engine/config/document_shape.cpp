#include "engine/config/document_shape.h"

#include <algorithm>

namespace kernelscope {

namespace {

void insert(ShapeNode& node, const std::string& pointer, const Field& field) {
  if (pointer.empty()) {
    node.field = &field;
    return;
  }
  const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
  const std::string name = pointer.substr(1, end - 1);
  auto child = std::find_if(node.children.begin(), node.children.end(),
                            [&](const auto& entry) { return entry.first == name; });
  if (child == node.children.end()) child = node.children.insert(child, {name, ShapeNode{}});
  insert(child->second, pointer.substr(end), field);
}

Field fixedField(const char* pointer, const char* label, nlohmann::json value, const char* help) {
  Field field;
  field.pointer = pointer;
  field.label = label;
  field.kind = FieldKind::Choice;
  field.hidden = true;
  field.choices = {{value, label}};
  field.defaultValue = std::move(value);
  field.help = help;
  return field;
}

}  // namespace

const ShapeNode* ShapeNode::child(const std::string& name) const {
  const auto found =
      std::find_if(children.begin(), children.end(), [&](const auto& entry) { return entry.first == name; });
  return found == children.end() ? nullptr : &found->second;
}

std::vector<std::string> ShapeNode::childNames() const {
  std::vector<std::string> names;
  for (const auto& [name, node] : children) names.push_back(name);
  return names;
}

DocumentShape::DocumentShape(const Schema& schema)
    : version_(
          fixedField("/schema", "Version", kExperimentSchemaVersion, "Version of the experiment format.")),
      task_(fixedField("/task", "Task", schema.task, "What the experiment does.")) {
  insert(root_, version_.pointer, version_);
  insert(root_, task_.pointer, task_);
  for (const Field& field : schema.fields) insert(root_, field.pointer, field);
}

}  // namespace kernelscope

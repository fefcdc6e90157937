#include "engine/config/document_check.h"

#include "engine/config/document_shape.h"
#include "engine/config/layer_check.h"
#include "engine/config/nearest_name.h"
#include "engine/config/value_text.h"

#include <fmt/format.h>

namespace kernelscope {

namespace {

class DocumentCheck {
 public:
  explicit DocumentCheck(const Schema& schema) : schema_(schema) {}

  void check(const ShapeNode& node, const nlohmann::json& value, const std::string& path) {
    if (node.field && node.field->kind == FieldKind::Layers) {
      checkLayers(schema_, value, path, issues_);
    } else if (node.field && node.field->kind == FieldKind::Objects) {
      checkObjects(node, value, path);
    } else if (node.field && (node.children.empty() || !value.is_object())) {
      if (std::string message = valueIssue(*node.field, value); !message.empty())
        issues_.push_back({path, std::move(message)});
    } else if (value.is_object()) {
      checkObject(node, value, path);
    } else {
      issues_.push_back({path, fmt::format("got {}; allowed: an object with the keys {}", valueText(value),
                                           quotedList(node.childNames()))});
    }
  }

  std::vector<ConfigIssue> takeIssues() { return std::move(issues_); }

 private:
  void checkObject(const ShapeNode& node, const nlohmann::json& object, const std::string& path) {
    for (const auto& [name, child] : node.children) {
      if (object.contains(name))
        check(child, object.at(name), childPath(path, name));
      else if (node.field)  // an object that was chosen instead of a plain value has no defaults
        issues_.push_back({childPath(path, name), "is missing; it is needed here"});
    }
    for (const auto& item : object.items())
      if (!node.child(item.key()) && issues_.size() < kMostIssues)
        issues_.push_back({childPath(path, item.key()), unknownKeyMessage(item.key(), node.childNames())});
  }

  void checkObjects(const ShapeNode& node, const nlohmann::json& list, const std::string& path) {
    if (std::string message = valueIssue(*node.field, list); !message.empty()) {
      issues_.push_back({path, std::move(message)});
      return;
    }
    for (std::size_t index = 0; index < list.size(); ++index)
      check(*node.child("*"), list[index], path + '/' + std::to_string(index));
  }

  const Schema& schema_;
  std::vector<ConfigIssue> issues_;
};

}  // namespace

std::vector<ConfigIssue> checkDocument(const Schema& schema, const nlohmann::json& document) {
  const DocumentShape shape(schema);
  DocumentCheck check(schema);
  check.check(shape.root(), document, "");
  return check.takeIssues();
}

}  // namespace kernelscope

#pragma once
// The fields of a schema as the tree that they make in a document: what the check walks, and the JSON Schema.

#include "engine/config/schema.h"

#include <string>
#include <utility>
#include <vector>

namespace kernelscope {

// An object (children), a value (field), or a choice that may be either (both): "image.crop" is null or an
// object whose keys are all needed. The "*" below a list of layers is a child named "*".
struct ShapeNode {
  const Field* field = nullptr;
  std::vector<std::pair<std::string, ShapeNode>> children;

  const ShapeNode* child(const std::string& name) const;
  std::vector<std::string> childNames() const;
};

// Points into `schema`, which must outlive it. Besides the schema's own fields it has "schema" (1, the
// version of the format) and "task".
class DocumentShape {
 public:
  explicit DocumentShape(const Schema& schema);
  DocumentShape(const DocumentShape&) = delete;
  DocumentShape& operator=(const DocumentShape&) = delete;
  const ShapeNode& root() const { return root_; }

 private:
  Field version_, task_;
  ShapeNode root_;
};

inline constexpr int kExperimentSchemaVersion = 1;

}  // namespace kernelscope

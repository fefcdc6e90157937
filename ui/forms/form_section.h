#pragma once
// One group of a form: its head and its fields.

#include "engine/config/schema.h"

#include <QString>
#include <optional>
#include <string>
#include <vector>

namespace kernelscope::ui {

struct FormSection {
  QString name;                              // of the head
  std::string namePointer;                   // where the document has the name instead; empty: `name` stands
  std::optional<int> series = std::nullopt;  // the mark of the head: 0 is lane A, 1 lane B
  QString owner = {};                        // "Lane A": what a screen reader says before the rows' labels
  std::vector<Field> fields = {};            // hidden ones get no row, advanced ones stand under "More"
  std::optional<FieldGroup> group = std::nullopt;
};

// The groups of a training task: Data, Shared, lane A, lane B.
std::vector<FormSection> laneSections(const Schema& schema);

QString sectionName(const FormSection& section, const nlohmann::json& document);

}  // namespace kernelscope::ui

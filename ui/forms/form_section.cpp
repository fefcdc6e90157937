#include "ui/forms/form_section.h"

#include <QCoreApplication>

namespace kernelscope::ui {

std::vector<FormSection> laneSections(const Schema& schema) {
  const auto words = [](const char* text) {
    return QCoreApplication::translate("kernelscope::ui::FormSection", text);
  };
  std::vector<FormSection> sections = {
      {.name = words("Data"), .namePointer = {}, .group = FieldGroup::Data},
      {.name = words("Shared"), .namePointer = {}, .group = FieldGroup::Shared},
      {.name = {},
       .namePointer = "/lanes/A/name",
       .series = 0,
       .owner = words("Lane A"),
       .group = FieldGroup::LaneA},
      {.name = {},
       .namePointer = "/lanes/B/name",
       .series = 1,
       .owner = words("Lane B"),
       .group = FieldGroup::LaneB}};
  for (FormSection& section : sections)
    for (const Field& field : schema.fields)
      if (field.group == section.group) section.fields.push_back(field);
  return sections;
}

QString sectionName(const FormSection& section, const nlohmann::json& document) {
  const nlohmann::json::json_pointer place(section.namePointer);
  if (section.namePointer.empty()) return section.name;
  if (!document.contains(place) || !document.at(place).is_string()) return {};
  return QString::fromStdString(document.at(place).get<std::string>());
}

}  // namespace kernelscope::ui

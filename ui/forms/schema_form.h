#pragma once
// A set-up form built from sections of fields, the advanced ones of all sections under "More settings". By
// default the groups of a training schema: Data, Shared, lane A, lane B. Knows fields, never tasks.

#include "ui/forms/form_section.h"

#include <QWidget>
#include <functional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace kernelscope::ui {

class DocumentModel;
class FormRow;
class GroupHeader;
class MoreToggle;
class ThemeController;

class SchemaForm final : public QWidget {
  Q_OBJECT

 public:
  SchemaForm(const ThemeController& theme, DocumentModel& model, QWidget* parent);
  SchemaForm(const ThemeController& theme, DocumentModel& model, std::vector<FormSection> sections,
             QWidget* parent);

  // Other sections in place of the present ones; rows are made anew. Safe in a slot of one of its controls.
  void setSections(std::vector<FormSection> sections);
  const std::vector<FormSection>& sections() const { return sections_; }
  // Rows are shown where the document has their value and this, if set, says that the value has an effect.
  void setRule(std::function<bool(const std::string& pointer)> matters);
  // Which choices of a field are offered; all without.
  void setChoiceRule(std::function<bool(const std::string& pointer, const nlohmann::json& choice)> allows);
  // Stands between the sections and "More settings". Takes ownership.
  void setFooter(QWidget* footer);
  GroupHeader* header(std::size_t section) const { return headers_.at(section); }
  void setSectionName(std::size_t section, const QString& name);

  // The small fact at the right of a group's head: "8,192 of 16,384 px".
  void setGroupFact(FieldGroup group, const QString& fact, const QString& help = QString());
  bool isMoreOpen() const;
  void setMoreOpen(bool open);
  // The row of a field; null when the form has none.
  FormRow* row(const std::string& pattern) const;
  // Rows that have a meaning for the present document.
  std::vector<FormRow*> shownRows() const;
  // Lights up the row of a field, and no other; an empty pattern none.
  void highlight(const QString& pattern);

 Q_SIGNALS:
  void explainRequested(const QString& pattern);
  void touched(const QString& pattern);
  void moreToggled(bool open);

 private:
  void buildFrame();
  void buildSections();
  GroupHeader* addHeader(const FormSection& section, QVBoxLayout& column);
  void addRow(const FormSection& section, const Field& field, QVBoxLayout& column);
  bool refreshRow(FormRow& row);
  void refresh();
  void showIssues();
  void resetHovered();
  void orderFocus();

  const ThemeController& theme_;
  DocumentModel& model_;
  std::vector<FormSection> sections_;
  std::function<bool(const std::string& pointer)> matters_;
  std::function<bool(const std::string& pointer, const nlohmann::json& choice)> allows_;
  QLabel* otherIssues_ = nullptr;
  QWidget* box_ = nullptr;         // the sections
  QVBoxLayout* column_ = nullptr;  // of the form
  QWidget* footer_ = nullptr;
  MoreToggle* more_ = nullptr;
  QWidget* moreBox_ = nullptr;
  std::vector<GroupHeader*> headers_, moreHeaders_;  // one for each section
  std::vector<FormRow*> rows_;
  FormRow* hovered_ = nullptr;
};

}  // namespace kernelscope::ui

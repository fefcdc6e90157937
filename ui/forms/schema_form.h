#pragma once
// A set-up form built from a Schema: groups Data, Shared, lane A, lane B, and the advanced fields under
// "More settings". Knows fields, never tasks.

#include "engine/config/schema.h"

#include <QWidget>
#include <map>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace kernelscope::ui {

class ConfigModel;
class FormRow;
class GroupHeader;
class MoreToggle;
class ThemeController;

class SchemaForm final : public QWidget {
  Q_OBJECT

 public:
  SchemaForm(const ThemeController& theme, ConfigModel& model, QWidget* parent);

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
  void buildGroups();
  void buildMore();
  void addRow(const Field& field, QVBoxLayout& column);
  void refresh();
  void showIssues();
  void resetHovered();

  const ThemeController& theme_;
  ConfigModel& model_;
  QVBoxLayout* column_;
  MoreToggle* more_ = nullptr;
  QWidget* moreBox_ = nullptr;
  QLabel* otherIssues_ = nullptr;
  std::map<FieldGroup, GroupHeader*> headers_;
  std::map<FieldGroup, GroupHeader*> moreHeaders_;
  std::vector<FormRow*> rows_;
  FormRow* hovered_ = nullptr;
};

}  // namespace kernelscope::ui

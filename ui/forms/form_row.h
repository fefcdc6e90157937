#pragma once
// One row of a form: default dot, label, editor, mark, and below it what is wrong with the value. Every
// control in it has the field's tooltip, accessible name and description, and the row's context menu. Actions
// added to a row stand in that menu, and in the list of its editor where it has one.

#include "engine/config/schema.h"

#include <QWidget>
#include <cstdint>
#include <functional>
#include <string>

class QGridLayout;
class QMenu;

namespace kernelscope::ui {

class DocumentModel;
class DefaultDot;
class FieldEditor;
class IconMark;
class ThemeController;
class ThemedLabel;
struct FormSection;

class FormRow final : public QWidget {
  Q_OBJECT

 public:
  // The section says whose row it is: the name before its label for a screen reader, the colour of its dot.
  FormRow(const ThemeController& theme, DocumentModel& model, const Field& field, const FormSection& section,
          QWidget* parent);

  const Field& field() const { return field_; }
  // Reads the value from the model; false when the document has no such value (the row then has no meaning).
  bool refresh();
  // Choices that do not fit what else is set are not offered.
  void setAllowed(const std::function<bool(const nlohmann::json& choice)>& allowed);
  // What is wrong, as ConfigIssue says it; empty when nothing is.
  void setIssue(const QString& message);
  const QString& issue() const { return issue_; }
  // Lights the row up while an equation's symbol is pointed at.
  void setHighlighted(bool highlighted);
  void resetToDefault();
  void focusEditor();

  // Reset to default, Copy value, Explain. The caller owns it.
  QMenu* makeContextMenu();

 Q_SIGNALS:
  void explainRequested(const QString& pattern);
  // The user came to this row: focus or edit.
  void touched(const QString& pattern);
  void hovered(kernelscope::ui::FormRow* row, bool inside);

 protected:
  void contextMenuEvent(QContextMenuEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void actionEvent(QActionEvent* event) override;

 private:
  void describe();
  void applyTheme();
  void showMark();
  void apply(const nlohmann::json& value, bool continues);

  const ThemeController& theme_;
  DocumentModel& model_;
  Field field_;
  QString owner_;
  int series_ = -1;
  QGridLayout* grid_;
  DefaultDot* dot_;
  ThemedLabel* label_;
  FieldEditor* editor_;
  IconMark* mark_;
  ThemedLabel* issueLabel_;
  QString issue_;
  std::uint64_t gesture_ = 0;
  bool hover_ = false, highlighted_ = false;
};

}  // namespace kernelscope::ui

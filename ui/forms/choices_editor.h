#pragma once
// A button that opens a menu with a tick for each of the choices of which several can be taken.

#include "ui/forms/field_editor.h"

#include <QList>

class QAction;
class QPushButton;

namespace kernelscope::ui {

class ChoicesEditor final : public FieldEditor {
  Q_OBJECT

 public:
  ChoicesEditor(const Field& field, QWidget* parent);

  void setState(const FieldState& state) override;
  void setWrong(bool wrong) override;
  void setAllowed(const std::function<bool(const nlohmann::json& choice)>& allowed) override;
  QString text() const override;

 private:
  void report();

  Field field_;
  QPushButton* button_;
  QList<QAction*> ticks_;
  nlohmann::json value_;
};

}  // namespace kernelscope::ui

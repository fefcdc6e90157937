#pragma once
// A tick box for a Flag field.

#include "ui/forms/field_editor.h"

class QCheckBox;

namespace kernelscope::ui {

class FlagEditor final : public FieldEditor {
  Q_OBJECT

 public:
  explicit FlagEditor(QWidget* parent);

  void setState(const FieldState& state) override;
  void setWrong(bool) override {}  // a tick box cannot hold a wrong value
  QString text() const override;

 private:
  QCheckBox* box_;
};

}  // namespace kernelscope::ui

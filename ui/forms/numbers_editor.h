#pragma once
// A line of text for a list of numbers: 8, 16, 32.

#include "ui/forms/field_editor.h"

namespace kernelscope::ui {

class ValueField;

class NumbersEditor final : public FieldEditor {
  Q_OBJECT

 public:
  NumbersEditor(const Field& field, QWidget* parent);

  void setState(const FieldState& state) override;
  void setWrong(bool wrong) override;
  QString text() const override;

 private:
  Field field_;
  ValueField* line_;
};

}  // namespace kernelscope::ui

#pragma once
// A list box for a Choice field. A choice that also takes numbers ("full" or a number of samples) can be
// typed into.

#include "ui/forms/field_editor.h"

namespace kernelscope::ui {

class FormCombo;

class ChoiceEditor final : public FieldEditor {
  Q_OBJECT

 public:
  ChoiceEditor(const Field& field, QWidget* parent);

  void setState(const FieldState& state) override;
  void setWrong(bool wrong) override;
  void setAllowed(const std::function<bool(const nlohmann::json& choice)>& allowed) override;
  QString text() const override;

 private:
  void commitTyped();

  Field field_;
  FormCombo* combo_;
  nlohmann::json value_;
};

}  // namespace kernelscope::ui

#pragma once
// Slider and value field of an Integer or Real field; the slider is left out where the field has no range
// for it.

#include "ui/forms/field_editor.h"
#include "ui/forms/slider_scale.h"

#include <QElapsedTimer>

namespace kernelscope::ui {

class FormSlider;
class ValueField;

class NumberEditor final : public FieldEditor {
  Q_OBJECT

 public:
  NumberEditor(const Field& field, const QString& lane, QWidget* parent);

  void setState(const FieldState& state) override;
  void setWrong(bool wrong) override;
  void setUnit(int u) override;
  QString text() const override;

 private:
  void connectSlider();
  void connectField();
  void report(double value, bool continues);
  void step(int steps);
  // Whether an edit by key or wheel follows the last one closely enough to be the same gesture.
  bool followsClosely();

  Field field_;
  SliderScale scale_;
  FormSlider* slider_ = nullptr;
  ValueField* valueField_ = nullptr;
  nlohmann::json value_, dragStart_;
  bool sliderMoves_ = false, dragMoves_ = false;
  QElapsedTimer lastStep_;
};

}  // namespace kernelscope::ui

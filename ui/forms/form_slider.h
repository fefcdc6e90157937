#pragma once
// A horizontal slider of a form: wears a lane's colour through the property `lane`, steps with Ctrl and
// wheel.

#include <QSlider>

namespace kernelscope::ui {

class FormSlider final : public QSlider {
  Q_OBJECT

 public:
  FormSlider(const QString& lane, QWidget* parent);

 protected:
  void wheelEvent(QWheelEvent* event) override;
};

}  // namespace kernelscope::ui

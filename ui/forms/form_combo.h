#pragma once
// A list box of a form: a plain wheel scrolls the panel, Ctrl and wheel steps through the entries, and long
// entries do not widen the panel.

#include <QComboBox>

namespace kernelscope::ui {

class FormCombo : public QComboBox {
  Q_OBJECT

 public:
  explicit FormCombo(QWidget* parent);

  // An item that is not offered is neither in the list nor reached by keys and wheel.
  void setItemOffered(int index, bool offered);
  void showPopup() override;

 protected:
  void wheelEvent(QWheelEvent* event) override;

 private:
  bool isOffered(int index) const;
};

}  // namespace kernelscope::ui

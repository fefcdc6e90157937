#pragma once
// The dot in front of a row whose value is not the default; a click restores the default. Keeps its place
// when there is nothing to restore.

#include <QAbstractButton>
#include <QColor>

namespace kernelscope::ui {

class DefaultDot final : public QAbstractButton {
  Q_OBJECT

 public:
  explicit DefaultDot(QWidget* parent);

  void setLook(const QColor& colour, double diameter);
  void setShown(bool shown);
  bool isShown() const { return shown_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QColor colour_;
  double diameter_ = 6;
  bool shown_ = false;
};

}  // namespace kernelscope::ui

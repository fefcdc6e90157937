#pragma once
// A small icon at the end of a row: "a change restarts the lane", or "this value cannot be used".

#include <QColor>
#include <QWidget>

namespace kernelscope::ui {

class IconMark final : public QWidget {
  Q_OBJECT

 public:
  using QWidget::QWidget;

  // An empty name shows nothing and keeps the place. `size` in pixels.
  void setIcon(const QString& name, const QColor& colour, int size);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString name_;
  QColor colour_;
  int size_ = 12;
};

}  // namespace kernelscope::ui

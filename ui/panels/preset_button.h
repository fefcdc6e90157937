#pragma once
// One thumbnail of the preset strip: picture, small word below, ink frame when it is in use. Without a
// picture it is the dashed tile with a plus that opens a file.

#include <QAbstractButton>
#include <QImage>

namespace kernelscope::ui {

class ThemeController;

class PresetButton final : public QAbstractButton {
  Q_OBJECT

 public:
  PresetButton(const ThemeController& theme, const QString& title, QWidget* parent);

  void setThumbnail(const QImage& image);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  QRectF pictureRect() const;

  const ThemeController& theme_;
  QImage thumbnail_;
  bool focusRing_ = false;  // the keyboard came here
};

}  // namespace kernelscope::ui

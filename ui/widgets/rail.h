#pragma once
// The pages of the program, one below the other: icon over a small word. The open page is bold on its own
// surface with an ink bar at the left.

#include "ui/widgets/surface.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QList>
#include <optional>

class QVBoxLayout;

namespace kernelscope::ui {

class RailItem final : public QAbstractButton {
  Q_OBJECT

 public:
  RailItem(const ThemeController& theme, const QString& title, const QString& iconName,
           QWidget* parent = nullptr);

  // A ring at the icon's corner: the share of the page's run that is done, 0..1; none: no run.
  void setProgress(std::optional<double> done);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void paintProgress(QPainter& painter, const QRectF& icon) const;

  const ThemeController& theme_;
  QString iconName_;
  std::optional<double> done_;
};

class Rail final : public Surface {
  Q_OBJECT

 public:
  explicit Rail(const ThemeController& theme, QWidget* parent = nullptr);

  // Returns the index. The key is Ctrl+1, Ctrl+2, ... in order; the window owns the shortcut.
  int addItem(const QString& title, const QString& iconName);
  void setCurrentIndex(int index);
  int currentIndex() const { return group_.checkedId(); }
  void setProgress(int index, std::optional<double> done);

 signals:
  void selected(int index);

 private:
  QButtonGroup group_;
  QList<RailItem*> items_;
  QVBoxLayout* column_;
};

}  // namespace kernelscope::ui

#pragma once
// A row of choices of which exactly one holds: "Tiles | Wipe | Blink". Arrow keys move the choice.

#include <QButtonGroup>
#include <QList>
#include <QWidget>

class QToolButton;

namespace kernelscope::ui {

class SegmentBar final : public QWidget {
  Q_OBJECT

 public:
  explicit SegmentBar(QWidget* parent = nullptr);

  // Returns the index. `toolTip` says what the choice does, with its key if it has one.
  int addSegment(const QString& text, const QString& toolTip);
  int count() const { return static_cast<int>(buttons_.size()); }
  int currentIndex() const;
  QString text(int index) const;
  // No signal; out of range is ignored.
  void setCurrentIndex(int index);

 signals:
  // By the user only.
  void selected(int index);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void markPlaces();

  QButtonGroup group_;
  QList<QToolButton*> buttons_;
};

}  // namespace kernelscope::ui

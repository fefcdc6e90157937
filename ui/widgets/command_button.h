#pragma once
// A button of a command: takes text, icon, tool tip and enabled state from its QAction, and can show the
// key as a small word inside ("Pause  Space").

#include <QStringList>
#include <QToolButton>

namespace kernelscope::ui {

class ThemeController;

class CommandButton final : public QToolButton {
  Q_OBJECT

 public:
  CommandButton(const ThemeController& theme, QAction* command, QWidget* parent = nullptr);

  void setKeyShown(bool shown);
  void setTextShown(bool shown);
  void setPrimary(bool primary);
  // Room for the longest of these texts, so that the row does not move when the text changes.
  void reserve(const QStringList& texts);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString keyHint() const;
  QFont contentFont() const;

  const ThemeController& theme_;
  QStringList reserved_;
  bool keyShown_ = false;
};

}  // namespace kernelscope::ui

#pragma once
// The top line of a side panel: bold title, what it is about in a quieter colour, and room for one control
// at the right.

#include <QWidget>

class QHBoxLayout;

namespace kernelscope::ui {

class ThemeController;
class ThemedLabel;

class PanelHeader final : public QWidget {
  Q_OBJECT

 public:
  PanelHeader(const ThemeController& theme, const QString& title, QWidget* parent);

  void setSubject(const QString& subject);
  QString subject() const;
  // Takes ownership; shown at the right end. The header has no margins of its own.
  void addTrailing(QWidget* control);

 private:
  const ThemeController& theme_;
  QHBoxLayout* row_;
  ThemedLabel* subject_;
};

}  // namespace kernelscope::ui

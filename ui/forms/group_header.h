#pragma once
// The head of a group of rows: a line, the group's name (groups of a lane or of another series: its mark,
// letter and name), one small fact at the right, and room for a control.

#include <QWidget>
#include <optional>

class QHBoxLayout;

namespace kernelscope::ui {

class ThemeController;
class ThemedLabel;

class GroupHeader final : public QWidget {
  Q_OBJECT

 public:
  // A lane group has its series (0 is lane A, 1 lane B, others follow); others none.
  GroupHeader(const ThemeController& theme, std::optional<int> series, QWidget* parent);

  void setName(const QString& name);
  // "8,192 of 16,384 px", "33,537 parameters"; empty shows none.
  void setFact(const QString& fact, const QString& help = QString());
  QString fact() const;
  // Takes ownership; shown at the right end.
  void addTrailing(QWidget* control);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const ThemeController& theme_;
  QHBoxLayout* row_;
  ThemedLabel* name_;
  ThemedLabel* fact_;
};

}  // namespace kernelscope::ui

#pragma once
// The head of a group of rows: a line, the group's name (lane groups: the lane's mark, letter and name) and
// one small fact at the right.

#include "engine/config/experiment_config.h"

#include <QWidget>
#include <optional>

class QHBoxLayout;

namespace kernelscope::ui {

class ThemeController;
class ThemedLabel;

class GroupHeader final : public QWidget {
  Q_OBJECT

 public:
  // A lane group has its lane; others none.
  GroupHeader(const ThemeController& theme, std::optional<LaneId> lane, QWidget* parent);

  void setName(const QString& name);
  // "8,192 of 16,384 px", "33,537 parameters"; empty shows none.
  void setFact(const QString& fact, const QString& help = QString());
  QString fact() const;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const ThemeController& theme_;
  QHBoxLayout* row_;
  ThemedLabel* name_;
  ThemedLabel* fact_;
};

}  // namespace kernelscope::ui

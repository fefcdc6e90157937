#pragma once
// Tabs as words with an ink bar under the selected one. Widths count the bold form, so that choosing a tab
// moves nothing.

#include <QTabBar>

namespace kernelscope::ui {

class ThemeController;

class TabBar final : public QTabBar {
  Q_OBJECT

 public:
  explicit TabBar(const ThemeController& theme, QWidget* parent = nullptr);

 protected:
  QSize tabSizeHint(int index) const override;
  QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }

 private:
  const ThemeController& theme_;
};

}  // namespace kernelscope::ui

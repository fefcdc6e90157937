#pragma once
// Tabs as words with an ink bar under the selected one. Widths count the bold form, so that choosing a tab
// moves nothing.

#include "ui/theme/theme_tokens.h"

#include <QTabBar>

namespace kernelscope::ui {

class ThemeController;

class TabBar final : public QTabBar {
  Q_OBJECT

 public:
  // As high as the header that it stands in.
  explicit TabBar(const ThemeController& theme, QWidget* parent = nullptr,
                  Height height = Height::StageHeader);

 protected:
  QSize tabSizeHint(int index) const override;
  QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }

 private:
  const ThemeController& theme_;
  Height height_;
};

}  // namespace kernelscope::ui

#include "ui/widgets/tab_bar.h"

#include "ui/theme/theme_controller.h"

namespace kernelscope::ui {

TabBar::TabBar(const ThemeController& theme, QWidget* parent, Height height)
    : QTabBar(parent), theme_(theme), height_(height) {
  setDrawBase(false);
  setExpanding(false);
  setUsesScrollButtons(false);
  setElideMode(Qt::ElideNone);
  setFocusPolicy(Qt::TabFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  theme.follow(this, [this] { updateGeometry(); });
}

QSize TabBar::tabSizeHint(int index) const {
  QFont bold = font();
  bold.setBold(true);
  const Theme& t = theme_.theme();
  return {QFontMetrics(bold).size(Qt::TextShowMnemonic, tabText(index)).width() + t.u(4), t.height(height_)};
}

}  // namespace kernelscope::ui

#include "ui/panels/stage_header.h"

#include "ui/panels/stage_margin.h"
#include "ui/theme/theme_controller.h"

#include <QEvent>

namespace kernelscope::ui {

namespace {

constexpr double kPartGapU = 3;

}  // namespace

StageHeader::StageHeader(const ThemeController& theme, const Parts& parts, QWidget* parent)
    : QWidget(parent), theme_(theme), parts_(parts) {
  for (QWidget* part : {parts.views, parts.race, parts.query, parts.modes, parts.modeButton}) {
    part->setParent(this);
    part->show();
  }
  theme.follow(this, [this] {
    setFixedHeight(theme_.theme().height(Height::StageHeader));
    layParts();
  });
}

QSize StageHeader::minimumSizeHint() const {
  const Theme& theme = theme_.theme();
  const int margins = 2 * theme.width(Width::StageMarginWide);
  return {parts_.views->sizeHint().width() + parts_.query->sizeHint().width() +
              parts_.modeButton->sizeHint().width() + 2 * theme.u(kPartGapU) + margins,
          theme.height(Height::StageHeader)};
}

void StageHeader::layParts() {
  const Theme& theme = theme_.theme();
  const int margin = stageMargin(*this, theme), gap = theme.u(kPartGapU);
  const auto wide = [](const QWidget* part) { return part->sizeHint().width(); };
  int room = width() - 2 * margin - wide(parts_.views) - gap - wide(parts_.query) - gap;
  const bool bar = wide(parts_.modes) <= room;
  QWidget* modes = bar ? parts_.modes : parts_.modeButton;
  parts_.modes->setVisible(bar);
  parts_.modeButton->setVisible(!bar);
  room -= wide(modes) + gap;
  parts_.race->setVisible(wide(parts_.race) <= room);
  const auto place = [this](QWidget* part, int left) {
    const QSize size(part->sizeHint().width(), qMin(part->sizeHint().height(), height()));
    part->setGeometry(left, (height() - size.height()) / 2, size.width(), size.height());
  };
  place(parts_.views, margin);
  int right = width() - margin;
  for (QWidget* part : {modes, parts_.query, parts_.race}) {
    if (part->isHidden()) continue;
    right -= wide(part);
    place(part, right);
    right -= gap;
  }
}

void StageHeader::resizeEvent(QResizeEvent*) {
  layParts();
}

bool StageHeader::event(QEvent* event) {
  if (event->type() == QEvent::LayoutRequest) layParts();
  return QWidget::event(event);
}

}  // namespace kernelscope::ui

#include "ui/forms/group_header.h"

#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/themed_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace kernelscope::ui {

GroupHeader::GroupHeader(const ThemeController& theme, std::optional<int> series, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      row_(new QHBoxLayout(this)),
      name_(new ThemedLabel(theme, FontRole::BodyBold, Colour::Text, this)),
      fact_(new ThemedLabel(theme, FontRole::Small, Colour::TextSecondary, this)) {
  if (series) {
    row_->addWidget(new SeriesMark(theme, *series, this));
    const Colour colour = *series == 0 ? Colour::LaneAText : *series == 1 ? Colour::LaneBText : Colour::Text;
    row_->addWidget(new ThemedLabel(theme, seriesLetter(*series), FontRole::BodyBold, colour, this));
  }
  name_->setElided(true);
  fact_->setElided(true);
  fact_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  row_->addWidget(name_);
  row_->addWidget(fact_, 1);
  theme_.follow(this, [this] {
    const Theme& look = theme_.theme();
    row_->setContentsMargins(look.u(4), look.u(3), look.u(3), 0);
    row_->setSpacing(look.u(2));
    setFixedHeight(look.height(Height::GroupHeader) + look.u(3));
  });
}

void GroupHeader::setName(const QString& name) {
  name_->setText(name);
}

void GroupHeader::setFact(const QString& fact, const QString& help) {
  fact_->setText(fact);
  fact_->setToolTip(help.isEmpty() ? fact : help);
}

QString GroupHeader::fact() const {
  return fact_->text();
}

void GroupHeader::addTrailing(QWidget* control) {
  row_->addWidget(control);
}

void GroupHeader::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Theme& look = theme_.theme();
  drawEdge(painter, rect().adjusted(0, look.u(1), 0, 0), Qt::TopEdge, look.colour(Colour::Line));
}

}  // namespace kernelscope::ui

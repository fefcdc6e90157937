#include "ui/panels/fact_row.h"

#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/themed_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace kernelscope::ui {

FactRow::FactRow(const ThemeController& theme, const std::array<QString, 3>& texts, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      row_(new QHBoxLayout(this)),
      value_(new ThemedLabel(theme, texts[2], FontRole::Body, Colour::Text, this)) {
  if (!texts[0].isEmpty()) {
    const bool capital = texts[0].at(0).isUpper() && texts[0].at(0).unicode() > 0x7f;  // Θ stands upright
    symbol_ = new ThemedLabel(theme, texts[0], capital ? FontRole::Equation : FontRole::EquationVariable,
                              Colour::Text, this);
    row_->addWidget(symbol_);
  }
  auto* what = new ThemedLabel(theme, texts[1], FontRole::Body, Colour::Text, this);
  what->setElided(true);
  row_->addWidget(what, 1);
  value_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  row_->addWidget(value_);
  theme_.follow(this, [this] {
    const Theme& look = theme_.theme();
    row_->setContentsMargins(0, 0, 0, 0);
    row_->setSpacing(look.u(2));
    if (symbol_ != nullptr) symbol_->setFixedWidth(look.u(6));
    setFixedHeight(look.u(5.5));
  });
}

void FactRow::setValue(const QString& text) {
  value_->setText(text);
}

void FactRow::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  drawEdge(painter, rect(), Qt::BottomEdge, theme_.theme().colour(Colour::Line));
}

}  // namespace kernelscope::ui

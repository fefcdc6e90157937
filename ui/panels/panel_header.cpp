#include "ui/panels/panel_header.h"

#include "ui/theme/theme_controller.h"
#include "ui/widgets/themed_label.h"

#include <QHBoxLayout>

namespace kernelscope::ui {

PanelHeader::PanelHeader(const ThemeController& theme, const QString& title, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      row_(new QHBoxLayout(this)),
      subject_(new ThemedLabel(theme, FontRole::Body, Colour::TextSecondary, this)) {
  row_->addWidget(new ThemedLabel(theme, title, FontRole::BodyBold, Colour::Text, this));
  row_->addWidget(subject_, 1);
  subject_->setElided(true);
  theme_.follow(this, [this] {
    const Theme& look = theme_.theme();
    row_->setContentsMargins(0, 0, 0, 0);
    row_->setSpacing(look.u(2));
    setFixedHeight(look.height(Height::PanelHeader));
  });
}

void PanelHeader::setSubject(const QString& subject) {
  subject_->setText(subject);
}

QString PanelHeader::subject() const {
  return subject_->text();
}

void PanelHeader::addTrailing(QWidget* control) {
  row_->addWidget(control);
}

}  // namespace kernelscope::ui

#include "ui/widgets/speed_control.h"

#include "ui/theme/theme_controller.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/themed_label.h"

#include <QHBoxLayout>
#include <QSlider>
#include <array>
#include <utility>

namespace kernelscope::ui {

namespace {

// Steps a second at the places of the slider; the last place is as fast as it goes.
constexpr std::array kPaces = {1, 2, 5, 10, 20, 50, 100, 200, 0};
constexpr int kFastest = static_cast<int>(kPaces.size()) - 1;

}  // namespace

SpeedControl::SpeedControl(const ThemeController& theme, QWidget* parent)
    : QWidget(parent),
      label_(new ThemedLabel(theme, tr("Speed"), FontRole::Body, Colour::TextSecondary)),
      slider_(new QSlider(Qt::Horizontal)),
      value_(new ThemedLabel(theme, FontRole::Body)) {
  slider_->setRange(0, kFastest);
  slider_->setPageStep(2);
  slider_->setValue(kFastest);
  slider_->setFocusPolicy(Qt::StrongFocus);
  slider_->setAccessibleName(tr("Speed"));
  slider_->setToolTip(
      tr("How fast the lanes step, both together. Slower shows more; results stay the same to the bit. "
         "Far right: as fast as this machine can. Keys [ and ], S for slow motion"));
  slider_->setAccessibleDescription(slider_->toolTip());
  value_->reserve(tr("%1 steps/s").arg(200));
  label_->setBuddy(slider_);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  for (QWidget* part :
       {static_cast<QWidget*>(label_), static_cast<QWidget*>(slider_), static_cast<QWidget*>(value_)}) {
    row->addWidget(part);
  }
  connect(slider_, &QSlider::valueChanged, this, [this] {
    show();
    emit paceChosen(stepsPerSecond());
  });
  show();
  theme.follow(this, [this, &theme, row] {
    row->setSpacing(theme.theme().u(2));
    slider_->setFixedWidth(theme.theme().u(24));
  });
}

double SpeedControl::stepsPerSecond() const {
  return kPaces[static_cast<std::size_t>(slider_->value())];
}

QString SpeedControl::text() const {
  const double pace = stepsPerSecond();
  return pace > 0 ? tr("%1 steps/s").arg(countText(static_cast<std::int64_t>(pace))) : tr("Flat out");
}

void SpeedControl::show() {
  value_->setText(text());
}

void SpeedControl::changeBy(int places) {
  slider_->setValue(slider_->value() + places);
}

void SpeedControl::reset() {
  slider_->setValue(kFastest);
}

void SpeedControl::toggleSlowMotion() {
  if (slider_->value() == 0 && placeBeforeSlow_ > 0) {
    slider_->setValue(std::exchange(placeBeforeSlow_, -1));
  } else {
    placeBeforeSlow_ = slider_->value() > 0 ? slider_->value() : kFastest;
    slider_->setValue(0);
  }
}

bool SpeedControl::isDefault() const {
  return slider_->value() == kFastest;
}

void SpeedControl::setLabelShown(bool shown) {
  label_->setVisible(shown);
}

}  // namespace kernelscope::ui

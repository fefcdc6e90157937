#include "ui/forms/number_editor.h"

#include "ui/forms/field_text.h"
#include "ui/forms/form_slider.h"
#include "ui/forms/value_field.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <cmath>
#include <utility>

namespace kernelscope::ui {
namespace {

constexpr int kGap = 2;          // u
constexpr int kFieldWidth = 15;  // u
constexpr qint64 kSameGestureMilliseconds = 700;

}  // namespace

NumberEditor::NumberEditor(const Field& field, const QString& lane, QWidget* parent)
    : FieldEditor(parent), field_(field), scale_(field), valueField_(new ValueField(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  if (scale_.hasSlider()) {
    slider_ = new FormSlider(lane, this);
    slider_->setRange(0, scale_.positions());
    row->addWidget(slider_, 1);
    connectSlider();
  }
  valueField_->setSteppable(true);
  row->addWidget(valueField_, slider_ == nullptr ? 1 : 0);
  connectField();
  setFocusProxy(valueField_);
}

void NumberEditor::connectSlider() {
  connect(slider_, &QSlider::sliderPressed, this, [this] { sliderMoves_ = false; });
  connect(slider_, &QSlider::sliderReleased, this, [this] { setState({true, false, true, value_}); });
  connect(slider_, &QSlider::valueChanged, this, [this](int position) {
    const bool continues = slider_->isSliderDown() ? std::exchange(sliderMoves_, true) : followsClosely();
    report(scale_.valueAt(position), continues);
  });
}

void NumberEditor::connectField() {
  connect(valueField_, &ValueField::committed, this,
          [this](const QString& text) { Q_EMIT edited(parsedValue(text, field_), false); });
  connect(valueField_, &ValueField::dragStarted, this, [this] {
    dragStart_ = value_;
    dragMoves_ = false;
  });
  connect(valueField_, &ValueField::dragged, this, [this](double steps, Qt::KeyboardModifiers modifiers) {
    if (!dragStart_.is_number()) return;
    double value = scale_.stepped(dragStart_.get<double>(), steps, modifiers.testFlag(Qt::ShiftModifier));
    if (modifiers.testFlag(Qt::ControlModifier)) value = scale_.snapped(value);
    report(value, std::exchange(dragMoves_, true));
  });
  connect(valueField_, &ValueField::dragCancelled, this, [this] {
    if (dragMoves_) Q_EMIT edited(dragStart_, true);
  });
  connect(valueField_, &ValueField::stepped, this, &NumberEditor::step);
}

void NumberEditor::setState(const FieldState& state) {
  value_ = state.mixed ? nlohmann::json() : state.value;
  valueField_->setPlaceholderText(state.mixed ? tr("mixed") : QString());
  valueField_->showText(state.mixed ? QString() : valueText(state.value, field_));
  if (slider_ == nullptr || slider_->isSliderDown() || !state.value.is_number()) return;
  const QSignalBlocker quiet(slider_);
  // A position that already stands for the value stays: several positions may round to one value.
  if (scale_.valueAt(slider_->value()) != state.value.get<double>()) {
    slider_->setValue(scale_.positionOf(state.value.get<double>()));
  }
}

void NumberEditor::setWrong(bool wrong) {
  setInvalid(*valueField_, wrong);
}

void NumberEditor::setUnit(int u) {
  layout()->setSpacing(kGap * u);
  if (slider_ != nullptr) valueField_->setFixedWidth(kFieldWidth * u);
}

QString NumberEditor::text() const {
  return valueField_->text();
}

void NumberEditor::report(double value, bool continues) {
  if (value_.is_number() && value_.get<double>() == value) return;
  const bool whole = field_.kind == FieldKind::Integer;
  Q_EMIT edited(whole ? nlohmann::json(std::llround(value)) : nlohmann::json(value), continues);
}

void NumberEditor::step(int steps) {
  if (!value_.is_number()) return;
  report(scale_.stepped(value_.get<double>(), steps, false), followsClosely());
}

bool NumberEditor::followsClosely() {
  const bool close = lastStep_.isValid() && lastStep_.elapsed() < kSameGestureMilliseconds;
  lastStep_.start();
  return close;
}

}  // namespace kernelscope::ui

#include "ui/forms/numbers_editor.h"

#include "ui/forms/field_text.h"
#include "ui/forms/value_field.h"

#include <QHBoxLayout>

namespace kernelscope::ui {

NumbersEditor::NumbersEditor(const Field& field, QWidget* parent)
    : FieldEditor(parent), field_(field), line_(new ValueField(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(line_);
  line_->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  setFocusProxy(line_);
  connect(line_, &ValueField::committed, this,
          [this](const QString& text) { Q_EMIT edited(parsedNumbers(text), false); });
}

void NumbersEditor::setState(const FieldState& state) {
  const bool empty = state.value.is_array() && state.value.empty();
  line_->setPlaceholderText(state.mixed ? tr("mixed") : QString());
  line_->showText(state.mixed || empty ? QString() : valueText(state.value, field_));
  if (!line_->isTyping()) line_->setCursorPosition(0);
}

void NumbersEditor::setWrong(bool wrong) {
  setInvalid(*line_, wrong);
}

QString NumbersEditor::text() const {
  return line_->text();
}

}  // namespace kernelscope::ui

#include "ui/forms/text_editor.h"

#include "ui/forms/field_text.h"
#include "ui/forms/value_field.h"

#include <QHBoxLayout>

namespace kernelscope::ui {

TextEditor::TextEditor(const Field& field, QWidget* parent)
    : FieldEditor(parent), field_(field), line_(new ValueField(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(line_);
  line_->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  setFocusProxy(line_);
  connect(line_, &ValueField::committed, this,
          [this](const QString& text) { Q_EMIT edited(text.toStdString(), false); });
}

void TextEditor::setState(const FieldState& state) {
  line_->setPlaceholderText(state.mixed ? tr("mixed") : QString());
  line_->showText(state.mixed ? QString() : valueText(state.value, field_));
}

void TextEditor::setWrong(bool wrong) {
  setInvalid(*line_, wrong);
}

QString TextEditor::text() const {
  return line_->text();
}

}  // namespace kernelscope::ui

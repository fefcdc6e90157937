#include "ui/forms/choice_editor.h"

#include "ui/forms/field_text.h"
#include "ui/forms/form_combo.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace kernelscope::ui {

ChoiceEditor::ChoiceEditor(const Field& field, QWidget* parent)
    : FieldEditor(parent), field_(field), combo_(new FormCombo(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(combo_);
  for (const FieldChoice& choice : field.choices) combo_->addItem(schemaText(choice.label));
  combo_->setPlaceholderText(tr("mixed"));
  setFocusProxy(combo_);
  connect(combo_, &QComboBox::activated, this, [this](int index) {
    if (index < 0 || index >= static_cast<int>(field_.choices.size())) return;
    if (index != choiceIndex(field_, value_))
      Q_EMIT edited(field_.choices[static_cast<std::size_t>(index)].value, false);
  });
  if (!(field.minimum < field.maximum)) return;
  combo_->setEditable(true);
  combo_->setInsertPolicy(QComboBox::NoInsert);
  combo_->setCompleter(nullptr);
  connect(combo_->lineEdit(), &QLineEdit::editingFinished, this, &ChoiceEditor::commitTyped);
}

void ChoiceEditor::setState(const FieldState& state) {
  value_ = state.mixed ? nlohmann::json() : state.value;
  const int index = state.mixed ? -1 : choiceIndex(field_, state.value);
  combo_->setCurrentIndex(index);
  if (index >= 0) return;
  if (combo_->isEditable()) {
    combo_->setEditText(state.mixed ? QString() : valueText(state.value, field_));
  } else {
    combo_->setPlaceholderText(state.mixed ? tr("mixed") : valueText(state.value, field_));
  }
}

void ChoiceEditor::setWrong(bool wrong) {
  setInvalid(*combo_, wrong);
}

void ChoiceEditor::setAllowed(const std::function<bool(const nlohmann::json& choice)>& allowed) {
  for (std::size_t i = 0; i < field_.choices.size(); ++i)
    combo_->setItemOffered(static_cast<int>(i), allowed(field_.choices[i].value));
}

QString ChoiceEditor::text() const {
  return combo_->currentText();
}

void ChoiceEditor::commitTyped() {
  const QString typed = combo_->lineEdit()->text();
  if (typed == valueText(value_, field_)) return;
  const nlohmann::json value = parsedValue(typed, field_);
  if (!sameValue(value, value_)) Q_EMIT edited(value, false);
}

}  // namespace kernelscope::ui

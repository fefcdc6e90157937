#include "ui/forms/choices_editor.h"

#include "ui/forms/field_text.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <algorithm>

namespace kernelscope::ui {

ChoicesEditor::ChoicesEditor(const Field& field, QWidget* parent)
    : FieldEditor(parent), field_(field), button_(new QPushButton(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(button_, 1);
  button_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  auto* menu = new QMenu(button_);
  for (const FieldChoice& choice : field.choices) {
    QAction* tick = menu->addAction(schemaText(choice.label));
    tick->setCheckable(true);
    connect(tick, &QAction::triggered, this, &ChoicesEditor::report);
    ticks_ << tick;
  }
  button_->setMenu(menu);
  setFocusProxy(button_);
}

void ChoicesEditor::setState(const FieldState& state) {
  value_ = state.mixed ? nlohmann::json() : state.value;
  for (qsizetype i = 0; i < ticks_.size(); ++i) {
    const nlohmann::json& choice = field_.choices[static_cast<std::size_t>(i)].value;
    const bool taken = value_.is_array() && std::find(value_.begin(), value_.end(), choice) != value_.end();
    ticks_[i]->setChecked(taken);
  }
  const bool several = value_.is_array() && value_.size() > 1;
  const QString words = state.mixed ? tr("mixed")
                        : several   ? tr("%n taken", nullptr, static_cast<int>(value_.size()))
                                    : valueText(value_, field_);
  button_->setText(words);
}

void ChoicesEditor::setWrong(bool wrong) {
  setInvalid(*button_, wrong);
}

void ChoicesEditor::setAllowed(const std::function<bool(const nlohmann::json& choice)>& allowed) {
  for (qsizetype i = 0; i < ticks_.size(); ++i)
    ticks_[i]->setVisible(ticks_[i]->isChecked() ||
                          allowed(field_.choices[static_cast<std::size_t>(i)].value));
}

QString ChoicesEditor::text() const {
  return valueText(value_, field_);
}

void ChoicesEditor::report() {
  nlohmann::json taken = nlohmann::json::array();
  for (qsizetype i = 0; i < ticks_.size(); ++i)
    if (ticks_[i]->isChecked()) taken.push_back(field_.choices[static_cast<std::size_t>(i)].value);
  if (!sameValue(taken, value_)) Q_EMIT edited(taken, false);
}

}  // namespace kernelscope::ui

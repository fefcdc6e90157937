#include "ui/forms/flag_editor.h"

#include <QCheckBox>
#include <QHBoxLayout>

namespace kernelscope::ui {

FlagEditor::FlagEditor(QWidget* parent) : FieldEditor(parent), box_(new QCheckBox(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(box_);
  setFocusProxy(box_);
  connect(box_, &QCheckBox::clicked, this, [this](bool on) { Q_EMIT edited(on, false); });
}

void FlagEditor::setState(const FieldState& state) {
  const bool on = state.value.is_boolean() && state.value.get<bool>();
  box_->setCheckState(state.mixed ? Qt::PartiallyChecked : on ? Qt::Checked : Qt::Unchecked);
  box_->setText(state.mixed ? tr("mixed") : on ? tr("on") : tr("off"));
}

QString FlagEditor::text() const {
  return box_->text();
}

}  // namespace kernelscope::ui

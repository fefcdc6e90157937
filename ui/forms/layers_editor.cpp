#include "ui/forms/layers_editor.h"

#include "engine/config/config_codec.h"
#include "engine/config/layer_summary.h"
#include "engine/core/error.h"
#include "ui/forms/field_text.h"
#include "ui/forms/form_combo.h"
#include "ui/forms/layers_popup.h"

#include <QHBoxLayout>

namespace kernelscope::ui {

QString layersText(const nlohmann::json& layers) {
  try {
    const ExperimentConfig config = decodeConfig({{"lanes", {{"A", {{"layers", layers}}}}}});
    return QString::fromStdString(layersSummary(config.lane(LaneId::A).layers));
  } catch (const ConfigError&) {
    return LayersEditor::tr("%n layers", nullptr, layers.is_array() ? static_cast<int>(layers.size()) : 0);
  }
}

LayersEditor::LayersEditor(const Schema& schema, const Field& field, const QString& lane, QWidget* parent)
    : FieldEditor(parent), schema_(schema), field_(field), lane_(lane), combo_(new FormCombo(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(combo_);
  setFocusProxy(combo_);
  connect(combo_, &QComboBox::activated, this, &LayersEditor::activate);
}

void LayersEditor::setState(const FieldState& state) {
  value_ = state.value;
  combo_->clear();
  for (const FieldChoice& choice : field_.choices) combo_->addItem(schemaText(choice.label));
  int current = choiceIndex(field_, value_);
  if (current < 0) {  // a network of the user's own stands after the ready-made ones
    current = combo_->count();
    combo_->addItem(layersText(value_));
  }
  combo_->insertSeparator(combo_->count());
  combo_->addItem(tr("Edit layers…"));
  combo_->setCurrentIndex(current);
  if (popup_ == nullptr) return;
  popup_->setLayers(value_, unit_);
  popup_->showIssues();
}

void LayersEditor::activate(int index) {
  if (index >= 0 && index < static_cast<int>(field_.choices.size())) {
    const nlohmann::json& chosen = field_.choices[static_cast<std::size_t>(index)].value;
    if (!sameValue(chosen, value_)) Q_EMIT edited(chosen, false);
    return;
  }
  setState({true, false, true, value_});
  if (index + 1 == combo_->count()) openPopup();
}

void LayersEditor::setWrong(bool wrong) {
  setInvalid(*combo_, wrong);
}

void LayersEditor::setUnit(int u) {
  unit_ = u;
}

QString LayersEditor::text() const {
  return QString::fromStdString(value_.dump());
}

void LayersEditor::openPopup() {
  if (popup_ == nullptr) {
    popup_ = new LayersPopup(schema_, field_, lane_, this);
    connect(popup_, &LayersPopup::edited, this, &FieldEditor::edited);
  }
  popup_->setLayers(value_, unit_);
  popup_->showIssues();
  popup_->move(combo_->mapToGlobal(QPoint(0, combo_->height())));
  popup_->show();
}

}  // namespace kernelscope::ui

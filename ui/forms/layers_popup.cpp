#include "ui/forms/layers_popup.h"

#include "engine/config/config_override.h"
#include "ui/forms/control_help.h"
#include "ui/forms/layer_row.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kernelscope::ui {
namespace {

constexpr int kMargin = 3;  // u
constexpr int kGap = 1;     // u

}  // namespace

LayersPopup::LayersPopup(const Schema& schema, const Field& field, const QString& lane, QWidget* parent)
    : QFrame(parent, Qt::Popup), schema_(schema), field_(field), lane_(lane), rowsLayout_(new QVBoxLayout) {
  setFrameShape(QFrame::StyledPanel);
  setAccessibleName(tr("Layers of lane %1").arg(lane));
  auto* column = new QVBoxLayout(this);
  column->setSizeConstraint(QLayout::SetFixedSize);
  column->addLayout(rowsLayout_);
  auto* foot = new QHBoxLayout;
  auto* add = new QPushButton(tr("Add layer"), this);
  describeControl(*add, tr("Add a layer to lane %1").arg(lane), tr("Repeats the last hidden layer."));
  connect(add, &QPushButton::clicked, this,
          [this] { duplicateLayer(layers_.is_array() && layers_.size() > 1 ? layers_.size() - 2 : 0); });
  foot->addWidget(add);
  foot->addStretch(1);
  column->addLayout(foot);
}

void LayersPopup::setLayers(const nlohmann::json& layers, int unit) {
  layers_ = layers.is_array() ? layers : nlohmann::json::array();
  unit_ = unit;
  layout()->setContentsMargins(kMargin * unit, kMargin * unit, kMargin * unit, kMargin * unit);
  layout()->setSpacing(2 * kGap * unit);
  rowsLayout_->setSpacing(kGap * unit);
  if (rows_.size() != layers_.size()) rebuildRows();
  for (std::size_t index = 0; index < rows_.size(); ++index) rows_[index]->setLayer(layers_[index], unit);
}

void LayersPopup::showIssues() {
  for (std::size_t index = 0; index < rows_.size(); ++index) {
    if (!layers_[index].is_object()) continue;
    for (const auto& [key, value] : layers_[index].items()) {
      const Field* field = schema_.find(field_.pointer + "/*/" + key);
      rows_[index]->setWrong(key, field != nullptr && !valueIssue(*field, value).empty());
    }
  }
}

void LayersPopup::rebuildRows() {
  for (LayerRow* row : rows_) {
    row->hide();
    row->deleteLater();
  }
  rows_.clear();
  for (std::size_t index = 0; index < layers_.size(); ++index) {
    const bool isOutput = index + 1 == layers_.size();
    auto* row = new LayerRow(schema_, field_.pointer, static_cast<int>(index), isOutput, lane_, this);
    connect(row, &LayerRow::edited, this,
            [this, index](const std::string& key, const nlohmann::json& value, bool continues) {
              changeLayer(index, key, value, continues);
            });
    connect(row, &LayerRow::duplicateRequested, this, [this, index] { duplicateLayer(index); });
    connect(row, &LayerRow::removeRequested, this, [this, index] { removeLayer(index); });
    rowsLayout_->addWidget(row);
    row->show();
    rows_.push_back(row);
  }
}

void LayersPopup::changeLayer(std::size_t index, const std::string& key, const nlohmann::json& value,
                              bool continues) {
  // setConfigValue takes away what the changed layer has no use for; it knows layers by their place in the
  // document.
  nlohmann::json document;
  const nlohmann::json::json_pointer list(field_.pointer);
  document[list] = layers_;
  setConfigValue(document, field_.pointer + '/' + std::to_string(index) + '/' + key, value);
  Q_EMIT edited(document.at(list), continues);
}

void LayersPopup::duplicateLayer(std::size_t index) {
  nlohmann::json next = layers_;
  const auto place = next.begin() + static_cast<std::ptrdiff_t>(index);
  if (index + 1 < layers_.size()) {
    next.insert(place + 1, layers_[index]);
  } else {  // nothing but the output: start from the first layer of the default network
    next.insert(place, field_.defaultValue.at(0));
  }
  Q_EMIT edited(next, false);
}

void LayersPopup::removeLayer(std::size_t index) {
  nlohmann::json next = layers_;
  next.erase(next.begin() + static_cast<std::ptrdiff_t>(index));
  Q_EMIT edited(next, false);
}

}  // namespace kernelscope::ui

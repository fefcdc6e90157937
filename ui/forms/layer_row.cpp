#include "ui/forms/layer_row.h"

#include "ui/forms/control_help.h"
#include "ui/forms/field_editor.h"
#include "ui/forms/field_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace kernelscope::ui {
namespace {

constexpr int kGap = 2;           // u
constexpr int kNumberWidth = 16;  // u: "2 hidden"
constexpr int kComboWidth = 26;   // u
constexpr int kFieldWidth = 15;   // u

// Columns in the order in which people think of a layer; what is rarer (the radial factor, the start) is in
// the form alone, so that a row fits a window of 1366 pixels.
constexpr const char* kKeys[] = {"type",     "width", "activation", "omega0",    "map",
                                 "features", "sigma", "order",      "projection"};

QString caption(const Field& field) {
  return field.symbol.empty() ? schemaText(field.label) : QString::fromStdString(field.symbol);
}

}  // namespace

LayerRow::LayerRow(const Schema& schema, const std::string& layersPointer, int index, bool isOutput,
                   const QString& lane, QWidget* parent)
    : QWidget(parent), index_(index), isOutput_(isOutput) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  auto* number = new QLabel(isOutput ? tr("Output") : tr("Layer %1").arg(index + 1), this);
  number->setObjectName(QStringLiteral("number"));
  row->addWidget(number);
  for (const char* key : kKeys) {
    const Field* field = schema.find(layersPointer + "/*/" + key);
    if (field != nullptr && field->choices.size() != 1) addEntry(*field, key, lane);
  }
  row->addStretch(1);
  if (isOutput) return;
  auto* duplicate = new QPushButton(tr("Duplicate"), this);
  describeControl(*duplicate, tr("Duplicate layer %1").arg(index + 1),
                  tr("Adds a copy of this layer below it."));
  connect(duplicate, &QPushButton::clicked, this, &LayerRow::duplicateRequested);
  auto* remove = new QPushButton(tr("Remove"), this);
  describeControl(*remove, tr("Remove layer %1").arg(index + 1), tr("Takes this layer out of the network."));
  connect(remove, &QPushButton::clicked, this, &LayerRow::removeRequested);
  row->addWidget(duplicate);
  row->addWidget(remove);
}

void LayerRow::addEntry(const Field& field, const std::string& key, const QString& lane) {
  Field compact = field;
  compact.sliderMinimum = compact.sliderMaximum = 0;  // fields only: a row has no room for sliders
  auto* label = new QLabel(caption(field), this);
  FieldEditor* editor = makeFieldEditor({}, compact, lane, this);
  const QString name = tr("Layer %1, %2").arg(index_ + 1).arg(schemaText(field.label));
  describeEditor(*editor, name, fieldHelp(field, QString(), field.defaultValue));
  connect(editor, &FieldEditor::edited, this,
          [this, key](const nlohmann::json& value, bool continues) { Q_EMIT edited(key, value, continues); });
  layout()->addWidget(label);
  layout()->addWidget(editor);
  entries_.push_back({key, label, editor});
}

void LayerRow::setLayer(const nlohmann::json& layer, int unit) {
  layout()->setSpacing(kGap * unit);
  findChild<QWidget*>(QStringLiteral("number"))->setFixedWidth(kNumberWidth * unit);
  for (const Entry& entry : entries_) {
    const bool typeOfOutput = isOutput_ && entry.key == "type";  // the output layer is always dense
    const bool shown = layer.is_object() && layer.contains(entry.key) && !typeOfOutput;
    entry.label->setVisible(shown && entry.key != "type");
    entry.editor->setVisible(shown);
    if (!shown) continue;
    const bool isChoice = layer.at(entry.key).is_string();
    entry.editor->setFixedWidth((isChoice ? kComboWidth : kFieldWidth) * unit);
    entry.editor->setState({true, false, true, layer.at(entry.key)});
  }
}

void LayerRow::setWrong(const std::string& key, bool wrong) {
  for (const Entry& entry : entries_) {
    if (entry.key == key) entry.editor->setWrong(wrong);
  }
}

}  // namespace kernelscope::ui

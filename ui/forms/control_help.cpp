#include "ui/forms/control_help.h"

#include "ui/forms/field_editor.h"
#include "ui/forms/field_text.h"
#include "ui/forms/layers_editor.h"

#include <QCoreApplication>

namespace kernelscope::ui {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("kernelscope::ui::ControlHelp", text);
}

}  // namespace

void describeControl(QWidget& control, const QString& name, const QString& help) {
  control.setToolTip(help);
  control.setAccessibleName(name);
  control.setAccessibleDescription(help);
}

void describeEditor(FieldEditor& editor, const QString& name, const QString& help) {
  describeControl(editor, name, help);
  for (QWidget* child : editor.findChildren<QWidget*>()) {
    if (child->focusPolicy() != Qt::NoFocus && !child->isWindow()) describeControl(*child, name, help);
  }
}

QString fieldHelp(const Field& field, const QString& effect, const nlohmann::json& defaultValue) {
  QStringList lines;
  if (!field.help.empty()) lines.append(schemaText(field.help));
  if (!effect.isEmpty()) lines.append(effect);
  const QString unit = field.unit.empty() ? QString() : QChar(0x00a0) + QString::fromStdString(field.unit);
  const QString text =
      field.kind == FieldKind::Layers ? layersText(defaultValue) : valueText(defaultValue, field);
  lines.append(tr("Default: %1").arg(text + unit));
  lines.append(QString::fromStdString(field.pointer));
  return lines.join(QLatin1Char('\n'));
}

QString fieldLabel(const Field& field) {
  const QString label = schemaText(field.label), symbol = QString::fromStdString(field.symbol);
  if (symbol.isEmpty() || label.endsWith(symbol)) return label;
  return label.isEmpty() ? symbol : label + QLatin1Char(' ') + symbol;
}

QString fieldLane(const Field& field) {
  if (field.group == FieldGroup::LaneA) return QStringLiteral("A");
  if (field.group == FieldGroup::LaneB) return QStringLiteral("B");
  return {};
}

QString effectText(const Field& field) {
  switch (field.effect) {
    case FieldEffect::Live:
      return tr("Acts at once.");
    case FieldEffect::RestartLane:
      return tr("A change restarts lane %1 with the same seed.").arg(fieldLane(field));
    case FieldEffect::RestartBoth:
      return tr("A change restarts both lanes with the same seed.");
  }
  return {};
}

}  // namespace kernelscope::ui

#pragma once
// The words that every control of a form carries: tooltip, accessible name and description.

#include "engine/config/schema.h"

#include <QString>
#include <QWidget>

namespace kernelscope::ui {

class FieldEditor;

// Tooltip, accessible name and accessible description of one control.
void describeControl(QWidget& control, const QString& name, const QString& help);

// The same for an editor and every control inside it.
void describeEditor(FieldEditor& editor, const QString& name, const QString& help);

// What the tooltip of a field says: its help, `effect`, its default and its JSON pointer.
QString fieldHelp(const Field& field, const QString& effect, const nlohmann::json& defaultValue);

// "Features m"; the symbol alone where label and symbol are the same.
QString fieldLabel(const Field& field);

// "A", "B" or empty.
QString fieldLane(const Field& field);

// What changing the field does to a running experiment.
QString effectText(const Field& field);

}  // namespace kernelscope::ui

#include "ui/forms/field_editor.h"

#include "ui/forms/choice_editor.h"
#include "ui/forms/choices_editor.h"
#include "ui/forms/file_editor.h"
#include "ui/forms/flag_editor.h"
#include "ui/forms/layers_editor.h"
#include "ui/forms/number_editor.h"
#include "ui/forms/numbers_editor.h"
#include "ui/forms/text_editor.h"

namespace kernelscope::ui {

void setInvalid(QWidget& control, bool invalid) {
  control.setProperty("invalid", invalid);
  control.update();
}

FieldEditor* makeFieldEditor(const Schema& schema, const Field& field, const QString& lane, QWidget* parent) {
  switch (field.kind) {
    case FieldKind::Integer:
    case FieldKind::Real:
      return new NumberEditor(field, lane, parent);
    case FieldKind::Choice:
      return new ChoiceEditor(field, parent);
    case FieldKind::Text:
      return new TextEditor(field, parent);
    case FieldKind::Flag:
      return new FlagEditor(parent);
    case FieldKind::File:
      return new FileEditor(field, parent);
    case FieldKind::Layers:
      return new LayersEditor(schema, field, lane, parent);
    case FieldKind::Numbers:
      return new NumbersEditor(field, parent);
    case FieldKind::Choices:
      return new ChoicesEditor(field, parent);
    case FieldKind::Objects:  // a group of rows for each entry, not one editor
      break;
  }
  return nullptr;
}

}  // namespace kernelscope::ui

#pragma once
// The control of one field: shows what the document says and reports what the user does. One subclass per
// FieldKind; made by makeFieldEditor.

#include "engine/config/schema.h"
#include "ui/models/document_edit.h"

#include <nlohmann/json.hpp>

#include <QWidget>
#include <functional>

namespace kernelscope::ui {

class FieldEditor : public QWidget {
  Q_OBJECT

 public:
  using QWidget::QWidget;

  // Shows a value without reporting it as an edit.
  virtual void setState(const FieldState& state) = 0;
  // The crimson frame of a wrong value.
  virtual void setWrong(bool wrong) = 0;
  // The unit u of the theme in pixels: gaps and fixed widths follow it.
  virtual void setUnit(int) {}
  // Choices that do not fit what else is set are not offered; editors without choices ignore it.
  virtual void setAllowed(const std::function<bool(const nlohmann::json& choice)>&) {}
  // What "Copy value" puts on the clipboard.
  virtual QString text() const = 0;

 Q_SIGNALS:
  // The user chose a value. `continues`: this belongs to the same gesture (drag, key held down) as the edit
  // before it, so that one undo takes both back.
  void edited(const nlohmann::json& value, bool continues);
};

// Tells the theme to draw a control with the crimson frame of a wrong value, or without.
void setInvalid(QWidget& control, bool invalid);

// The editor for a field. `lane` is "A", "B" or empty: sliders wear that lane's colour.
FieldEditor* makeFieldEditor(const Schema& schema, const Field& field, const QString& lane, QWidget* parent);

}  // namespace kernelscope::ui

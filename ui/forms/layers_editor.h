#pragma once
// The layers of a lane in few words ("3 x 128, sine"): ready-made networks to choose from, and a list to edit
// them one by one.

#include "ui/forms/field_editor.h"

#include <QPointer>

namespace kernelscope::ui {

class FormCombo;
class LayersPopup;

class LayersEditor final : public FieldEditor {
  Q_OBJECT

 public:
  LayersEditor(const Schema& schema, const Field& field, const QString& lane, QWidget* parent);

  void setState(const FieldState& state) override;
  void setWrong(bool wrong) override;
  void setUnit(int u) override;
  QString text() const override;

  // Opens the list of layers below the box.
  void openPopup();

 private:
  void activate(int index);

  Schema schema_;
  Field field_;
  QString lane_;
  FormCombo* combo_;
  QPointer<LayersPopup> popup_;
  nlohmann::json value_;
  int unit_ = 4;
};

// "3 x 128, sine": the hidden layers of a list as it stands in the document, or how many there are when the
// list is not valid.
QString layersText(const nlohmann::json& layers);

}  // namespace kernelscope::ui

#pragma once
// One line of the layers editor: type, width, and the values that this type of layer has. Which controls
// there are, their ranges and their help come from the fields of the Schema.

#include "engine/config/schema.h"

#include <nlohmann/json.hpp>

#include <QWidget>
#include <string>
#include <vector>

namespace kernelscope::ui {

class FieldEditor;

class LayerRow final : public QWidget {
  Q_OBJECT

 public:
  // `layersPointer` is the pattern of the list, "/lanes/A/layers"; `index` counts from 0.
  LayerRow(const Schema& schema, const std::string& layersPointer, int index, bool isOutput,
           const QString& lane, QWidget* parent);

  // Shows the controls that the layer has, with its values.
  void setLayer(const nlohmann::json& layer, int unit);
  void setWrong(const std::string& key, bool wrong);

 Q_SIGNALS:
  void edited(const std::string& key, const nlohmann::json& value, bool continues);
  void duplicateRequested();
  void removeRequested();

 private:
  struct Entry {
    std::string key;
    QWidget* label;
    FieldEditor* editor;
  };
  void addEntry(const Field& field, const std::string& key, const QString& lane);

  int index_;
  bool isOutput_;
  std::vector<Entry> entries_;
};

}  // namespace kernelscope::ui

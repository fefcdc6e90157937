#pragma once
// The list of a lane's layers, each with its own controls: change, duplicate, remove, add. Any layer but the
// output may be dense or SNNK.

#include "engine/config/schema.h"

#include <nlohmann/json.hpp>

#include <QFrame>
#include <vector>

class QVBoxLayout;

namespace kernelscope::ui {

class LayerRow;

class LayersPopup final : public QFrame {
  Q_OBJECT

 public:
  LayersPopup(const Schema& schema, const Field& field, const QString& lane, QWidget* parent);

  void setLayers(const nlohmann::json& layers, int unit);
  // Marks the controls whose values the schema does not allow.
  void showIssues();

 Q_SIGNALS:
  void edited(const nlohmann::json& layers, bool continues);

 private:
  void rebuildRows();
  void changeLayer(std::size_t index, const std::string& key, const nlohmann::json& value, bool continues);
  void duplicateLayer(std::size_t index);
  void removeLayer(std::size_t index);

  Schema schema_;
  Field field_;
  QString lane_;
  nlohmann::json layers_;
  QVBoxLayout* rowsLayout_;
  std::vector<LayerRow*> rows_;
  int unit_ = 4;
};

}  // namespace kernelscope::ui

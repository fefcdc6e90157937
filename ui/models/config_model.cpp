#include "ui/models/config_model.h"

#include "engine/config/config_codec.h"
#include "engine/config/size_race.h"

#include <utility>

namespace kernelscope::ui {

ConfigModel::ConfigModel(const ExperimentConfig& config, QObject* parent)
    : DocumentModel({encodeConfig(config), config.baseDirectory}, parent),
      config_(config),
      previousConfig_(config),
      settledConfig_(config) {
  connect(this, &DocumentModel::experimentChanged, this,
          [this] { Q_EMIT configChanged(update(previousConfig_)); });
  connect(this, &DocumentModel::settled, this,
          [this] { Q_EMIT configSettled(update(std::exchange(settledConfig_, config_))); });
}

void ConfigModel::setConfig(const ExperimentConfig& config, const QString& text) {
  setDocument({encodeConfig(config), config.baseDirectory}, text);
}

nlohmann::json ConfigModel::completed(nlohmann::json document, const std::string& pattern) const {
  if (!pattern.empty() && pointerMatches(kSolvedFeatures, pattern) && config_.race == "size")
    return withValue(std::move(document), "/race", "steps");
  return document;
}

nlohmann::json ConfigModel::accepted(const DocumentState& state) {
  ExperimentConfig next = decodeConfig(state.document);
  next.baseDirectory = state.baseDirectory;
  previousConfig_ = std::exchange(config_, std::move(next));
  return nlohmann::json(encodeConfig(config_));
}

void ConfigModel::write(const std::filesystem::path& file) const {
  saveExperiment(config_, file);
}

ConfigUpdate ConfigModel::update(const ExperimentConfig& before) {
  return {before, config_, configDiff(before, config_), undoStack().index(), byHistory()};
}

}  // namespace kernelscope::ui

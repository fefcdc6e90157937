#pragma once
// The experiment of a training task that the set-up panel edits: a document, and the values that a run takes.
// config() is the last experiment that could be run. Lives on the window's thread.

#include "engine/config/config_diff.h"
#include "engine/config/experiment_config.h"
#include "ui/models/document_model.h"

namespace kernelscope::ui {

// From one valid experiment to the next.
struct ConfigUpdate {
  ExperimentConfig before;
  ExperimentConfig after;
  ConfigChange change = ConfigChange::None;
  int undoPosition = 0;    // of `after` in the undo history
  bool byHistory = false;  // undo or redo led there, not an edit
};

class ConfigModel final : public DocumentModel {
  Q_OBJECT

 public:
  explicit ConfigModel(const ExperimentConfig& config, QObject* parent = nullptr);

  // The experiment of the document when it is valid, else the last valid one.
  const ExperimentConfig& config() const { return config_; }
  // Another experiment as a whole (a preset); one undo command called `text`.
  void setConfig(const ExperimentConfig& config, const QString& text);

 Q_SIGNALS:
  // The experiment changed from one valid config to another. Sent with every single edit, also mid-drag.
  void configChanged(const kernelscope::ui::ConfigUpdate& update);
  // The same, gathered: sent when nothing changed for 150 ms. `before` is the config of the last such signal.
  void configSettled(const kernelscope::ui::ConfigUpdate& update);

 protected:
  // Setting the features that a size race has solved for turns it into a race by steps.
  nlohmann::json completed(nlohmann::json document, const std::string& pattern) const override;
  nlohmann::json accepted(const DocumentState& state) override;
  void write(const std::filesystem::path& file) const override;

 private:
  ConfigUpdate update(const ExperimentConfig& before);

  ExperimentConfig config_, previousConfig_, settledConfig_;
};

}  // namespace kernelscope::ui

#pragma once
// The experiment that the set-up panel edits: its document, its undo history, its file, and what is wrong
// with it. A wrong value stays in the document as typed and is listed in issues(); config() is then still the
// last experiment that could be run. Lives on the window's thread.

#include "engine/config/config_diff.h"
#include "engine/config/experiment_config.h"
#include "engine/config/schema.h"
#include "engine/core/error.h"
#include "ui/models/document_edit.h"

#include <nlohmann/json.hpp>

#include <QObject>
#include <QTimer>
#include <QUndoStack>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace kernelscope::ui {

// From one valid experiment to the next.
struct ConfigUpdate {
  ExperimentConfig before;
  ExperimentConfig after;
  ConfigChange change = ConfigChange::None;
  int undoPosition = 0;    // of `after` in the undo history
  bool byHistory = false;  // undo or redo led there, not an edit
};

// What one undo command remembers.
struct ConfigState {
  nlohmann::json document;
  std::filesystem::path baseDirectory;
  bool operator==(const ConfigState&) const = default;
};

class ConfigModel final : public QObject {
  Q_OBJECT

 public:
  explicit ConfigModel(ExperimentConfig config, QObject* parent = nullptr);

  const Schema& schema() const { return schema_; }
  const nlohmann::json& document() const { return state_.document; }
  // The experiment of the document when it is valid, else the last valid one.
  const ExperimentConfig& config() const { return config_; }
  bool valid() const { return issues_.empty(); }
  const std::vector<ConfigIssue>& issues() const { return issues_; }

  // What the document says about a field of the schema; not present for an unknown pattern.
  FieldState state(const std::string& pattern) const;
  bool isDefault(const std::string& pattern) const { return state(pattern).isDefault; }
  // The default of a field; for one of a layer, that of the first layer that has it.
  nlohmann::json defaultValue(const std::string& pattern) const;

  // Writes `value` at every place of the pattern: one undo command. Edits of one pattern with the same
  // non-zero gesture (one drag) become one command. A value equal to the present one does nothing. Setting
  // the features that a size race has solved for turns it into a race by steps.
  void setValue(const std::string& pattern, const nlohmann::json& value, std::uint64_t gesture = 0);
  std::uint64_t newGesture() { return ++lastGesture_; }
  void resetValue(const std::string& pattern);
  // Every value back to that of the default experiment of the task; one undo command.
  void resetAll();
  bool allDefault() const;
  // Another experiment as a whole (a preset); one undo command called `text`.
  void setConfig(const ExperimentConfig& config, const QString& text);

  // Reads a file: the new clean state, undoable. Throws what loadExperiment throws; nothing changes then.
  void loadFile(const std::filesystem::path& file);
  // Writes the file as saveExperiment does and marks the state clean. Throws ConfigError when the document
  // is not valid, IoError when it cannot be written.
  void saveFile(const std::filesystem::path& file);
  // Whether there is something to save: the document is another one than that last loaded or saved, or than
  // the first.
  bool modified() const { return !undoStack_.isClean() && state_.document != saved_; }
  // The file last loaded or saved; empty for an experiment that has none.
  const std::filesystem::path& file() const { return file_; }

  QUndoStack& undoStack() { return undoStack_; }
  // Puts something that is no edit of the document into the undo history; it was done already. Takes the
  // place of what could be redone, as an edit does.
  void pushDone(std::unique_ptr<QUndoCommand> command);

 Q_SIGNALS:
  // The document changed, valid or not.
  void documentChanged();
  // The experiment changed from one valid config to another. Sent with every single edit, also mid-drag.
  void configChanged(const kernelscope::ui::ConfigUpdate& update);
  // The same, gathered: sent when nothing changed for 150 ms. `before` is the config of the last such signal.
  void configSettled(const kernelscope::ui::ConfigUpdate& update);
  void fileChanged();
  // A new edit reached this position of the undo history; what could be redone from there on is gone.
  void edited(int undoPosition);

 private:
  friend class ConfigCommand;
  // Of one place: what the schema says; for a value of a layer what the default experiment has in that
  // place, else the schema's, else (a width) the present value.
  nlohmann::json defaultAt(const Field& field, const std::string& pointer) const;
  void push(ConfigState next, const QString& text, const std::string& pattern, std::uint64_t gesture);
  void adopt(const ConfigState& state);
  void markSaved();
  void settle();

  Schema schema_;
  nlohmann::json defaults_;
  ConfigUpdate update(const ExperimentConfig& before) const;

  ConfigState state_;
  nlohmann::json saved_;  // the document last loaded or saved
  ExperimentConfig config_, settledConfig_;
  std::vector<ConfigIssue> issues_;
  std::filesystem::path file_;
  QUndoStack undoStack_;
  QTimer settleTimer_;
  std::uint64_t lastGesture_ = 0;
  bool editing_ = false;    // the change comes from an edit, not from undo or redo
  bool byHistory_ = false;  // how the present state was reached
};

}  // namespace kernelscope::ui

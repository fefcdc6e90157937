#include "ui/models/config_model.h"

#include "engine/config/config_check.h"
#include "engine/config/config_codec.h"
#include "engine/config/size_race.h"
#include "ui/models/config_command.h"

#include <utility>

namespace kernelscope::ui {
namespace {

constexpr int kSettleMilliseconds = 150;

nlohmann::json documentOf(const ExperimentConfig& config) {
  return nlohmann::json(encodeConfig(config));
}

}  // namespace

ConfigModel::ConfigModel(ExperimentConfig config, QObject* parent)
    : QObject(parent),
      schema_(taskSchema(config.task)),
      defaults_(documentOf(defaultExperiment())),
      state_{documentOf(config), config.baseDirectory},
      saved_(state_.document),
      config_(config),
      settledConfig_(std::move(config)),
      issues_(checkConfig(config_)) {
  settleTimer_.setSingleShot(true);
  settleTimer_.setInterval(kSettleMilliseconds);
  connect(&settleTimer_, &QTimer::timeout, this, &ConfigModel::settle);
}

FieldState ConfigModel::state(const std::string& pattern) const {
  const Field* field = schema_.find(pattern);
  if (field == nullptr) return {};
  return fieldState(state_.document, pattern,
                    [&](const std::string& pointer) { return defaultAt(*field, pointer); });
}

nlohmann::json ConfigModel::defaultValue(const std::string& pattern) const {
  const Field* field = schema_.find(pattern);
  if (field == nullptr) return {};
  const std::vector<std::string> places = expandPointer(pattern, state_.document);
  return places.empty() ? field->defaultValue : defaultAt(*field, places.front());
}

nlohmann::json ConfigModel::defaultAt(const Field& field, const std::string& pointer) const {
  if (field.pointer.find('*') == std::string::npos) return field.defaultValue;
  const nlohmann::json::json_pointer place(pointer);
  if (defaults_.contains(place)) return defaults_.at(place);
  return field.defaultValue.is_null() ? state_.document.at(place) : field.defaultValue;
}

void ConfigModel::setValue(const std::string& pattern, const nlohmann::json& value, std::uint64_t gesture) {
  ConfigState next{withValue(state_.document, pattern, value), state_.baseDirectory};
  const Field* field = schema_.find(pattern);
  const QString name =
      field == nullptr ? QString::fromStdString(pattern) : QString::fromStdString(field->label);
  push(std::move(next), tr("change of %1").arg(name), pattern, gesture);
}

void ConfigModel::resetValue(const std::string& pattern) {
  const Field* field = schema_.find(pattern);
  if (field == nullptr) return;
  ConfigState next = state_;
  for (const std::string& pointer : expandPointer(pattern, state_.document)) {
    next.document = withValue(std::move(next.document), pointer, defaultAt(*field, pointer));
  }
  push(std::move(next), tr("%1 to default").arg(QString::fromStdString(field->label)), pattern, 0);
}

void ConfigModel::resetAll() {
  push({defaults_, state_.baseDirectory}, tr("all defaults"), {}, 0);
}

bool ConfigModel::allDefault() const {
  return sameValue(state_.document, defaults_);
}

void ConfigModel::setConfig(const ExperimentConfig& config, const QString& text) {
  push({documentOf(config), config.baseDirectory}, text, {}, 0);
}

void ConfigModel::loadFile(const std::filesystem::path& file) {
  const ExperimentConfig loaded = loadExperiment(file);
  setConfig(loaded, tr("open %1").arg(QString::fromStdString(file.filename().string())));
  file_ = file;
  markSaved();
}

void ConfigModel::saveFile(const std::filesystem::path& file) {
  if (!valid()) throw ConfigError(issues_);
  saveExperiment(config_, file);
  file_ = file;
  markSaved();
}

void ConfigModel::markSaved() {
  saved_ = state_.document;
  undoStack_.setClean();
  Q_EMIT fileChanged();
}

void ConfigModel::pushDone(std::unique_ptr<QUndoCommand> command) {
  undoStack_.push(command.release());  // the stack owns its commands
  Q_EMIT edited(undoStack_.index());
}

void ConfigModel::push(ConfigState next, const QString& text, const std::string& pattern,
                       std::uint64_t gesture) {
  if (!pattern.empty() && pointerMatches(kSolvedFeatures, pattern) && config_.race == "size")
    next.document = withValue(std::move(next.document), "/race", "steps");
  if (next == state_) return;
  const int before = undoStack_.index();
  editing_ = true;
  undoStack_.push(new ConfigCommand(*this, state_, std::move(next), text, pattern, gesture));
  editing_ = false;
  // A gesture that ended where it began has left no command: that is as good as undone.
  byHistory_ = undoStack_.index() < before;
  if (!byHistory_) Q_EMIT edited(undoStack_.index());
}

ConfigUpdate ConfigModel::update(const ExperimentConfig& before) const {
  return {before, config_, configDiff(before, config_), undoStack_.index(), byHistory_};
}

void ConfigModel::adopt(const ConfigState& state) {
  state_ = state;
  byHistory_ = !editing_;
  ExperimentConfig next;
  try {
    next = decodeConfig(state_.document);
    next.baseDirectory = state_.baseDirectory;
    issues_.clear();
  } catch (const ConfigError& error) {
    issues_ = error.issues();
    Q_EMIT documentChanged();
    return;
  }
  state_.document = documentOf(next);
  const ExperimentConfig before = std::exchange(config_, next);
  Q_EMIT documentChanged();
  if (before == config_) return;
  settleTimer_.start();
  Q_EMIT configChanged(update(before));
}

void ConfigModel::settle() {
  const ExperimentConfig before = std::exchange(settledConfig_, config_);
  if (before == config_) return;
  Q_EMIT configSettled(update(before));
}

}  // namespace kernelscope::ui

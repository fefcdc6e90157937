#include "ui/models/document_model.h"

#include "engine/config/config_check.h"
#include "ui/models/config_command.h"

#include <utility>

namespace kernelscope::ui {
namespace {

constexpr int kSettleMilliseconds = 150;

void expectTask(const ExperimentDocument& document, const std::string& task) {
  if (document.task() == task) return;
  throw ConfigError({{"/task", "got \"" + document.task() + "\"; needed here: \"" + task + "\""}});
}

}  // namespace

DocumentModel::DocumentModel(const ExperimentDocument& document, QObject* parent)
    : QObject(parent),
      schema_(taskSchema(document.task())),
      defaults_(defaultDocument(document.task()).values),
      state_{nlohmann::json(document.values), document.baseDirectory},
      valid_(state_),
      settled_(state_),
      saved_(state_.document),
      issues_(checkExperimentDocument(state_.document)) {
  settleTimer_.setSingleShot(true);
  settleTimer_.setInterval(kSettleMilliseconds);
  connect(&settleTimer_, &QTimer::timeout, this, &DocumentModel::settle);
}

ExperimentDocument DocumentModel::experiment() const {
  return {resolvedValues(valid_.document), valid_.baseDirectory};
}

FieldState DocumentModel::state(const std::string& pattern) const {
  const Field* field = schema_.find(pattern);
  if (field == nullptr) return {};
  return fieldState(state_.document, pattern,
                    [&](const std::string& pointer) { return defaultAt(*field, pointer); });
}

nlohmann::json DocumentModel::defaultValue(const std::string& pattern) const {
  const Field* field = schema_.find(pattern);
  if (field == nullptr) return {};
  const std::vector<std::string> places = expandPointer(pattern, state_.document);
  return places.empty() ? field->defaultValue : defaultAt(*field, places.front());
}

nlohmann::json DocumentModel::defaultAt(const Field& field, const std::string& pointer) const {
  const nlohmann::json::json_pointer place(pointer);
  // The schema's default of a list of objects leaves out what has a default of its own.
  if (field.kind == FieldKind::Objects) return defaults_.at(place);
  if (field.pointer.find('*') == std::string::npos) return field.defaultValue;
  if (defaults_.contains(place)) return defaults_.at(place);
  return field.defaultValue.is_null() ? state_.document.at(place) : field.defaultValue;
}

void DocumentModel::setValue(const std::string& pattern, const nlohmann::json& value, std::uint64_t gesture) {
  const Field* field = schema_.find(pattern);
  const QString name =
      field == nullptr ? QString::fromStdString(pattern) : QString::fromStdString(field->label);
  edit(withValue(state_.document, pattern, value), tr("change of %1").arg(name), pattern, gesture);
}

void DocumentModel::resetValue(const std::string& pattern) {
  const Field* field = schema_.find(pattern);
  if (field == nullptr) return;
  nlohmann::json next = state_.document;
  for (const std::string& pointer : expandPointer(pattern, state_.document))
    next = withValue(std::move(next), pointer, defaultAt(*field, pointer));
  edit(std::move(next), tr("%1 to default").arg(QString::fromStdString(field->label)), pattern);
}

void DocumentModel::resetAll() {
  edit(defaults_, tr("all defaults"));
}

bool DocumentModel::allDefault() const {
  return sameValue(state_.document, defaults_);
}

void DocumentModel::setDocument(const ExperimentDocument& document, const QString& text) {
  expectTask(document, schema_.task);
  push({nlohmann::json(document.values), document.baseDirectory}, text, {}, 0);
}

void DocumentModel::open(const ExperimentDocument& document, const std::filesystem::path& file) {
  setDocument(document, tr("open %1").arg(QString::fromStdString(file.filename().string())));
  file_ = file;
  markSaved();
}

void DocumentModel::loadFile(const std::filesystem::path& file) {
  open(loadDocument(file), file);
}

void DocumentModel::saveFile(const std::filesystem::path& file) {
  if (!valid()) throw ConfigError(issues_);
  write(file);
  file_ = file;
  markSaved();
}

void DocumentModel::markSaved() {
  saved_ = state_.document;
  undoStack_.setClean();
  Q_EMIT fileChanged();
}

void DocumentModel::pushDone(std::unique_ptr<QUndoCommand> command) {
  undoStack_.push(command.release());  // the stack owns its commands
  Q_EMIT edited(undoStack_.index());
}

void DocumentModel::write(const std::filesystem::path& file) const {
  saveDocument(rebasedTo(experiment(), file.parent_path()), file);
}

void DocumentModel::setFindings(std::vector<ConfigIssue> findings) {
  findings_ = std::move(findings);
  Q_EMIT findingsChanged();
}

nlohmann::json DocumentModel::completed(nlohmann::json document, const std::string&) const {
  return document;
}

nlohmann::json DocumentModel::accepted(const DocumentState& state) {
  return nlohmann::json(resolvedValues(state.document));
}

void DocumentModel::edit(nlohmann::json document, const QString& text, const std::string& pattern,
                         std::uint64_t gesture) {
  push({completed(std::move(document), pattern), state_.baseDirectory}, text, pattern, gesture);
}

void DocumentModel::push(DocumentState next, const QString& text, const std::string& pattern,
                         std::uint64_t gesture) {
  if (next == state_) return;
  const int before = undoStack_.index();
  editing_ = true;
  undoStack_.push(new ConfigCommand(*this, state_, std::move(next), text, pattern, gesture));
  editing_ = false;
  // A gesture that ended where it began has left no command: that is as good as undone.
  byHistory_ = undoStack_.index() < before;
  if (!byHistory_) Q_EMIT edited(undoStack_.index());
}

void DocumentModel::adopt(const DocumentState& state) {
  state_ = state;
  findings_.clear();
  byHistory_ = !editing_;
  try {
    state_.document = accepted(state_);
    issues_.clear();
  } catch (const ConfigError& error) {
    issues_ = error.issues();
    Q_EMIT documentChanged();
    return;
  }
  const DocumentState before = std::exchange(valid_, state_);
  Q_EMIT documentChanged();
  if (before == valid_) return;
  settleTimer_.start();
  Q_EMIT experimentChanged();
}

void DocumentModel::settle() {
  const DocumentState before = std::exchange(settled_, valid_);
  if (before != settled_) Q_EMIT settled();
}

}  // namespace kernelscope::ui

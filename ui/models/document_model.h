#pragma once
// An experiment of any task as a set-up panel edits it: its document, its undo history, its file, and what is
// wrong with it. A wrong value stays in the document as typed and is listed in issues(); experiment() is then
// still the last one that could be used. Lives on the window's thread.

#include "engine/config/experiment_document.h"
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

// What one undo command remembers.
struct DocumentState {
  nlohmann::json document;
  std::filesystem::path baseDirectory;
  bool operator==(const DocumentState&) const = default;
};

class DocumentModel : public QObject {
  Q_OBJECT

 public:
  explicit DocumentModel(const ExperimentDocument& document, QObject* parent = nullptr);

  const Schema& schema() const { return schema_; }
  const nlohmann::json& document() const { return state_.document; }
  // Paths in the document are relative to this.
  const std::filesystem::path& baseDirectory() const { return state_.baseDirectory; }
  // The experiment of the document when it is valid, else the last valid one; keys in the schema's order.
  ExperimentDocument experiment() const;
  bool valid() const { return issues_.empty(); }
  const std::vector<ConfigIssue>& issues() const { return issues_; }

  // What was found wrong when a valid experiment was used (a formula that does not parse). Forgotten with the
  // next change.
  void setFindings(std::vector<ConfigIssue> findings);
  const std::vector<ConfigIssue>& findings() const { return findings_; }

  // What the document says about a field of the schema; not present for an unknown pattern.
  FieldState state(const std::string& pattern) const;
  bool isDefault(const std::string& pattern) const { return state(pattern).isDefault; }
  // The default of a field; for one in a list, that of the first entry that has it.
  nlohmann::json defaultValue(const std::string& pattern) const;

  // Writes `value` at every place of the pattern: one undo command. Edits of one pattern with the same
  // non-zero gesture (one drag) become one command. A value equal to the present one does nothing.
  void setValue(const std::string& pattern, const nlohmann::json& value, std::uint64_t gesture = 0);
  std::uint64_t newGesture() { return ++lastGesture_; }
  void resetValue(const std::string& pattern);
  // Every value back to that of the default experiment of the task; one undo command.
  void resetAll();
  bool allDefault() const;
  // Another experiment of the task as a whole (a preset); one undo command called `text`.
  void setDocument(const ExperimentDocument& document, const QString& text);

  // Takes over what was read from a file: the new clean state, undoable.
  void open(const ExperimentDocument& document, const std::filesystem::path& file);
  // Reads a file and opens it. Throws what loadDocument throws, ConfigError for another task; nothing
  // changes then.
  void loadFile(const std::filesystem::path& file);
  // Writes the file and marks the state clean. Throws ConfigError when the document is not valid, IoError
  // when it cannot be written.
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
  // From one valid experiment to another. Sent with every single edit, also mid-drag, after documentChanged.
  void experimentChanged();
  // The same, gathered: sent when nothing changed for 150 ms.
  void settled();
  void fileChanged();
  void findingsChanged();
  // A new edit reached this position of the undo history; what could be redone from there on is gone.
  void edited(int undoPosition);

 protected:
  // One undo command that makes `document` the document.
  void edit(nlohmann::json document, const QString& text, const std::string& pattern = {},
            std::uint64_t gesture = 0);
  // What an edit of `pattern` brings along in the same undo command.
  virtual nlohmann::json completed(nlohmann::json document, const std::string& pattern) const;
  // The document with every key resolved. Throws ConfigError with every issue.
  virtual nlohmann::json accepted(const DocumentState& state);
  // The default at one place: what the default experiment has there, else the schema's, else (a width) the
  // present value.
  virtual nlohmann::json defaultAt(const Field& field, const std::string& pointer) const;
  // Writes the last valid experiment, whole or not at all.
  virtual void write(const std::filesystem::path& file) const;
  // Whether undo or redo led to the present state, not an edit.
  bool byHistory() const { return byHistory_; }

 private:
  friend class ConfigCommand;
  void push(DocumentState next, const QString& text, const std::string& pattern, std::uint64_t gesture);
  void adopt(const DocumentState& state);
  void markSaved();
  void settle();

  Schema schema_;
  nlohmann::json defaults_;
  DocumentState state_, valid_, settled_;
  nlohmann::json saved_;  // the document last loaded or saved
  std::vector<ConfigIssue> issues_, findings_;
  std::filesystem::path file_;
  QUndoStack undoStack_;
  QTimer settleTimer_;
  std::uint64_t lastGesture_ = 0;
  bool editing_ = false;    // the change comes from an edit, not from undo or redo
  bool byHistory_ = false;  // how the present state was reached
};

}  // namespace kernelscope::ui

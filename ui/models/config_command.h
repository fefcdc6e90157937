#pragma once
// One undoable step of a DocumentModel: the document before and after.

#include "ui/models/document_model.h"

#include <QUndoCommand>
#include <cstdint>
#include <string>

namespace kernelscope::ui {

class ConfigCommand final : public QUndoCommand {
 public:
  ConfigCommand(DocumentModel& model, DocumentState before, DocumentState after, const QString& text,
                std::string pattern, std::uint64_t gesture);

  void undo() override;
  void redo() override;
  int id() const override { return gesture_ == 0 ? -1 : 1; }
  // Joins edits of one pattern within one gesture; a gesture that ends where it began leaves no command.
  bool mergeWith(const QUndoCommand* other) override;

 private:
  DocumentModel& model_;
  DocumentState before_, after_;
  std::string pattern_;
  std::uint64_t gesture_;
};

}  // namespace kernelscope::ui

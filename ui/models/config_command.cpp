#include "ui/models/config_command.h"

#include <utility>

namespace kernelscope::ui {

ConfigCommand::ConfigCommand(DocumentModel& model, DocumentState before, DocumentState after,
                             const QString& text, std::string pattern, std::uint64_t gesture)
    : QUndoCommand(text),
      model_(model),
      before_(std::move(before)),
      after_(std::move(after)),
      pattern_(std::move(pattern)),
      gesture_(gesture) {}

void ConfigCommand::undo() {
  model_.adopt(before_);
}
void ConfigCommand::redo() {
  model_.adopt(after_);
}

bool ConfigCommand::mergeWith(const QUndoCommand* other) {
  const auto* next = dynamic_cast<const ConfigCommand*>(other);
  if (next == nullptr || next->gesture_ != gesture_ || next->pattern_ != pattern_) return false;
  after_ = next->after_;
  setObsolete(before_ == after_);
  return true;
}

}  // namespace kernelscope::ui

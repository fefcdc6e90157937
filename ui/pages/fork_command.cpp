#include "ui/pages/fork_command.h"

#include "ui/models/config_model.h"
#include "ui/presenters/run_presenter.h"
#include "ui/widgets/number_text.h"

#include <QCoreApplication>
#include <utility>

namespace kernelscope::ui {

ForkCommand::ForkCommand(const ConfigModel& model, RunPresenter& presenter, std::int64_t step, int before,
                         int after, std::function<void()> lost)
    : QUndoCommand(QCoreApplication::translate("ForkCommand", "continue from step %1").arg(countText(step))),
      model_(model),
      presenter_(presenter),
      before_(before),
      after_(after),
      lost_(std::move(lost)) {}

void ForkCommand::undo() {
  goTo(before_);
}

void ForkCommand::redo() {
  if (std::exchange(done_, true)) goTo(after_);
}

void ForkCommand::goTo(int position) {
  if (!presenter_.returnTo(model_.config(), position)) lost_();
}

}  // namespace kernelscope::ui

#pragma once
// "Continue from here" in the undo history: undo brings back the run that the fork was cut from, redo the
// fork, both where they were left.

#include <QUndoCommand>
#include <cstdint>
#include <functional>

namespace kernelscope::ui {

class ConfigModel;
class RunPresenter;

class ForkCommand final : public QUndoCommand {
 public:
  // Of a fork that was made already. The runs stand at these positions of the undo history. `lost` is called
  // where a run is no longer kept. Model and presenter must outlive it.
  ForkCommand(const ConfigModel& model, RunPresenter& presenter, std::int64_t step, int before, int after,
              std::function<void()> lost);

  void undo() override;
  void redo() override;

 private:
  void goTo(int position);

  const ConfigModel& model_;
  RunPresenter& presenter_;
  int before_, after_;
  std::function<void()> lost_;
  bool done_ = false;  // the first redo is the fork itself
};

}  // namespace kernelscope::ui

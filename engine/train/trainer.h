#pragma once
// Trains one network on one task, a step at a time: strips of the batch on all workers, sums in strip
// order, one Adam update. The bits of a step depend on the state before it, never on the thread count.

#include "engine/nn/network.h"
#include "engine/optim/adam.h"
#include "engine/tasks/task.h"
#include "engine/train/batch_splitter.h"
#include "engine/train/worker_contexts.h"

#include <memory>
#include <vector>

namespace kernelscope {

class Trainer {
 public:
  // Starts from `parameters` (network.parameterLayout().totalCount() values), moments 0, step 0.
  Trainer(std::shared_ptr<const Network> network, Task& task, WorkerContexts& workers,
          const HostTensor& parameters);

  // Takes up an earlier state; the moments cover the trainable parameters.
  void restore(std::int64_t step, std::span<const float> firstMoment, std::span<const float> secondMoment);

  std::int64_t stepsDone() const { return stepsDone_; }

  // The batch's loss at the present parameters, with gradients; the parameters stay.
  double computeLossAndGradient();
  // The Adam update with the gradients of the last computeLossAndGradient; one more step is done.
  void update(const AdamStep& step);
  // Takes the last update back (parameters only): what is kept when the loss after it is not finite.
  void revertParameters();

  // The present parameters, bound for evaluateNetwork.
  const NetworkParameters& parameters() const { return bound_; }
  std::vector<float> downloadParameters();
  std::vector<float> downloadFirstMoment();
  std::vector<float> downloadSecondMoment();

 private:
  void trainStrip(ExecutionContext& context, const BatchPlan& plan, const RowSpan& strip, std::size_t index);
  void growStrips(std::size_t count);

  std::shared_ptr<const Network> network_;
  Task& task_;
  WorkerContexts& workers_;
  std::int64_t stepsDone_ = 0;
  Tensor flat_, previous_, firstMoment_, secondMoment_;
  NetworkParameters bound_;
  struct Strip {
    Tensor gradient;  // [1, trainable]
    NetworkParameters bound;
    Tensor lossSum;  // [1, 1] float64
  };
  std::vector<Strip> strips_;
  std::size_t usedStrips_ = 0;
};

}  // namespace kernelscope

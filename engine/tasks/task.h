#pragma once
// What is learnt: inputs, targets, loss. A task knows no layer and no device beyond the Backend it is given.
// Data tensors are uploaded once and only read afterwards, so tiles may be cut on any thread.

#include "engine/nn/jet.h"

#include <cstdint>
#include <vector>

namespace kernelscope {

// The rows of one step: all training rows in order, or the listed ones.
struct BatchPlan {
  std::int64_t size = 0;
  std::vector<std::int32_t> rows;  // empty: the full batch
};

// A piece of a batch: inputs [n, inWidth], targets [n, as many as the loss compares].
struct TaskTile {
  Tensor inputs, targets;
};

class Task {
 public:
  virtual ~Task() = default;

  virtual int inWidth() const = 0;
  virtual int outWidth() const = 0;
  // The derivatives that the loss needs.
  virtual JetLayout requiredJet() const = 0;

  // The rows of step `step` (first step 1); depends on the seed and the step only. The trainer's thread.
  virtual BatchPlan plan(std::int64_t step) = 0;
  // Rows first..first+count of a plan; views or workspace tensors.
  virtual TaskTile tile(ExecutionContext& context, const BatchPlan& plan, std::int64_t first,
                        std::int64_t count) const = 0;

  // Adds the tile's sum of squared errors to `lossSum` [1, 1] float64 and returns the adjoint of `out` for
  // the loss of the whole batch, lossSum / lossDenominator(batchSize).
  virtual Jet evaluate(ExecutionContext& context, const Jet& out, const TaskTile& tile,
                       std::int64_t batchSize, const Tensor& lossSum) const = 0;

  // Turns the sum over a batch into its loss: the number of squared errors, times a task's own unit.
  virtual double lossDenominator(std::int64_t batchSize) const {
    return static_cast<double>(batchSize) * outWidth();
  }
};

}  // namespace kernelscope

#pragma once
// A network with fixed parameters, asked for values and derivatives at many points. Training, scrubbing,
// export and the headless program all ask the same object.

#include "engine/nn/network.h"
#include "engine/train/worker_contexts.h"

#include <memory>
#include <span>
#include <vector>

namespace kernelscope {

// channels[0] values, then d/dx_k, then the Laplacian, as the layout says; each [points, outWidth].
struct HostJet {
  JetLayout layout;
  std::vector<HostTensor> channels;
  const HostTensor& values() const { return channels.front(); }
  const HostTensor& derivative(int k) const { return channels[static_cast<std::size_t>(1 + k)]; }
  const HostTensor& laplacian() const { return channels.back(); }
};

// Evaluates the network at `inputs` [points, inWidth] on all workers; the dtype is the inputs'.
// 2 x parameters x channels flops per point.
HostJet evaluateNetwork(WorkerContexts& workers, const Network& network, const NetworkParameters& parameters,
                        const Tensor& inputs, const JetLayout& layout);

class Predictor {
 public:
  // `parameters` as in a Checkpoint: flat, totalCount() values. Computes in `dtype`.
  Predictor(std::shared_ptr<const Network> network, std::span<const float> parameters,
            std::shared_ptr<WorkerContexts> workers, DType dtype);

  // `inputs` [points, inWidth] of the predictor's dtype. Throws ShapeError.
  HostJet evaluate(const HostTensor& inputs, const JetLayout& layout) const;

 private:
  std::shared_ptr<const Network> network_;
  std::shared_ptr<WorkerContexts> workers_;
  DType dtype_;
  Tensor flat_;
  NetworkParameters bound_;
};

}  // namespace kernelscope

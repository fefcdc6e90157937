#include "engine/train/worker_contexts.h"

#include "engine/backend/backend_registry.h"

namespace kernelscope {

WorkerContexts::WorkerContexts(std::shared_ptr<ComputePool> pool, const std::string& backendId)
    : pool_(std::move(pool)) {
  for (int worker = 0; worker < pool_->threads(); ++worker) {
    workers_.push_back(std::make_unique<Worker>(makeBackend(backendId)));
  }
}

}  // namespace kernelscope

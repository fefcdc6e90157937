#pragma once
// A backend and a workspace for each worker of the compute pool, so that strips need no locks.

#include "engine/backend/execution_context.h"
#include "engine/core/compute_pool.h"

#include <memory>
#include <string>
#include <vector>

namespace kernelscope {

class WorkerContexts {
 public:
  // One context per thread of the pool. Throws DeviceError if the backend is not available.
  WorkerContexts(std::shared_ptr<ComputePool> pool, const std::string& backendId);

  ComputePool& pool() const { return *pool_; }
  // Valid inside a part that the pool runs as `worker`, and for worker 0 outside.
  ExecutionContext& operator[](int worker) { return workers_[static_cast<std::size_t>(worker)]->context; }

 private:
  struct Worker {
    explicit Worker(std::unique_ptr<Backend> owned)
        : backend(std::move(owned)), workspace(*backend), context{*backend, workspace} {}
    std::unique_ptr<Backend> backend;
    Workspace workspace;
    ExecutionContext context;
  };
  std::shared_ptr<ComputePool> pool_;
  std::vector<std::unique_ptr<Worker>> workers_;
};

}  // namespace kernelscope

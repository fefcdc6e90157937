#pragma once
// The one pool of compute threads of a process. Work is cut into numbered parts whose sizes never depend
// on the thread count; which thread takes which part does not matter, because each part writes its own
// output and sums are taken afterwards in part order.

#include <cstdint>
#include <functional>
#include <memory>

namespace kernelscope {

class ComputePool {
 public:
  // threads >= 1, the calling thread included. Pool threads run at lower priority than the window.
  explicit ComputePool(int threads);
  ~ComputePool();
  ComputePool(const ComputePool&) = delete;
  ComputePool& operator=(const ComputePool&) = delete;

  int threads() const;

  // Calls work(part, worker) for part = 0..parts-1, worker in 0..threads-1, and returns when all are done.
  // The caller works too. One caller at a time: a second one waits. The first exception is rethrown here
  // after all parts have ended or been skipped.
  void run(std::int64_t parts, const std::function<void(std::int64_t part, int worker)>& work);

 private:
  struct Internals;
  std::unique_ptr<Internals> internals_;
};

// Threads of this machine that are worth using: the CPUs this process may run on.
int availableThreads();

// Lowers the calling thread's priority, so that the window stays responsive. Does nothing where the system
// does not know priorities by thread.
void lowerThreadPriority();

}  // namespace kernelscope

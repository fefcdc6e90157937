#include "engine/core/compute_pool.h"

#include "engine/core/contract.h"

#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace kernelscope {

namespace {
using Work = std::function<void(std::int64_t, int)>;
}

struct ComputePool::Internals {
  std::mutex callers;  // held by the one caller of run()

  std::mutex mutex;
  std::condition_variable wake, done;
  const Work* work = nullptr;
  std::int64_t parts = 0, next = 0;
  int active = 0;  // pool threads inside the current work
  std::uint64_t generation = 0;
  std::exception_ptr failure;
  bool ending = false;
  std::vector<std::thread> threads;

  // Takes parts until none is left. The lock is held on entry and on return.
  void takeParts(std::unique_lock<std::mutex>& lock, int worker) {
    const Work& current = *work;
    while (next < parts) {
      const std::int64_t part = next++;
      lock.unlock();
      std::exception_ptr problem;
      try {
        current(part, worker);
      } catch (...) {
        problem = std::current_exception();
      }
      lock.lock();
      if (problem) {
        if (!failure) failure = problem;
        next = parts;
      }
    }
  }

  void threadMain(int worker) {
    lowerThreadPriority();
    std::unique_lock lock(mutex);
    std::uint64_t seen = 0;
    while (true) {
      wake.wait(lock, [&] { return ending || generation != seen; });
      if (ending) return;
      seen = generation;
      if (work == nullptr) continue;
      ++active;
      takeParts(lock, worker);
      if (--active == 0) done.notify_one();
    }
  }
};

ComputePool::ComputePool(int threads) : internals_(std::make_unique<Internals>()) {
  KS_EXPECT(threads >= 1, "a pool has at least the calling thread");
  for (int worker = 1; worker < threads; ++worker) {
    internals_->threads.emplace_back([pool = internals_.get(), worker] { pool->threadMain(worker); });
  }
}

ComputePool::~ComputePool() {
  {
    const std::scoped_lock lock(internals_->mutex);
    internals_->ending = true;
  }
  internals_->wake.notify_all();
  for (std::thread& thread : internals_->threads) thread.join();
}

int ComputePool::threads() const {
  return static_cast<int>(internals_->threads.size()) + 1;
}

void ComputePool::run(std::int64_t parts, const Work& work) {
  const std::scoped_lock caller(internals_->callers);
  Internals& pool = *internals_;
  std::unique_lock lock(pool.mutex);
  pool.work = &work;
  pool.parts = parts;
  pool.next = 0;
  pool.failure = nullptr;
  ++pool.generation;
  if (parts > 1) pool.wake.notify_all();
  pool.takeParts(lock, 0);
  pool.done.wait(lock, [&] { return pool.active == 0; });
  pool.work = nullptr;
  if (pool.failure) std::rethrow_exception(pool.failure);
}

int availableThreads() {
  cpu_set_t set;
  CPU_ZERO(&set);
  if (sched_getaffinity(0, sizeof set, &set) == 0) return CPU_COUNT(&set);
  const unsigned count = std::thread::hardware_concurrency();
  return count == 0 ? 1 : static_cast<int>(count);
}

void lowerThreadPriority() {
  constexpr int kNice = 10;
  setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), kNice);
}

}  // namespace kernelscope

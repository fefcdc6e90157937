#include "engine/run/job_thread.h"

#include "engine/core/compute_pool.h"

namespace kernelscope {

JobThread::JobThread() : thread_([this](const std::stop_token& stop) { work(stop); }) {}

JobThread::~JobThread() {
  thread_.request_stop();
}

void JobThread::submit(Job job, std::string key) {
  {
    const std::scoped_lock lock(mutex_);
    if (!key.empty()) std::erase_if(jobs_, [&key](const Waiting& waiting) { return waiting.key == key; });
    jobs_.push_back({std::move(job), std::move(key)});
  }
  changed_.notify_one();
}

void JobThread::deliver() {
  std::deque<Delivery> done;
  {
    const std::scoped_lock lock(mutex_);
    done.swap(deliveries_);
  }
  for (const Delivery& delivery : done) delivery();
}

bool JobThread::idle() const {
  const std::scoped_lock lock(mutex_);
  return !busy_ && jobs_.empty() && deliveries_.empty();
}

void JobThread::work(const std::stop_token& stop) {
  lowerThreadPriority();
  std::unique_lock lock(mutex_);
  while (changed_.wait(lock, stop, [this] { return !jobs_.empty(); })) {
    const Job job = std::move(jobs_.front().job);
    jobs_.pop_front();
    busy_ = true;
    lock.unlock();
    Delivery delivery = job();
    lock.lock();
    if (delivery) deliveries_.push_back(std::move(delivery));
    busy_ = false;
    if (stop.stop_requested()) return;
  }
}

}  // namespace kernelscope

#pragma once
// A thread for work that its owner must not wait for: reading and writing files, pictures of kept states.
// A job runs on the thread and returns what is to be done with its result; the owner runs that when it asks
// for deliveries, on its own thread.

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

namespace kernelscope {

class JobThread {
 public:
  using Delivery = std::function<void()>;
  using Job = std::function<Delivery()>;  // must not throw; may return an empty function

  JobThread();
  ~JobThread();  // waits for the job at hand; jobs and deliveries that still wait are dropped
  JobThread(const JobThread&) = delete;
  JobThread& operator=(const JobThread&) = delete;

  // Adds a job. One with the same non-empty key that still waits is dropped: the newest wins.
  void submit(Job job, std::string key = {});
  // Runs the deliveries of the jobs that are done, in their order. Owner's thread.
  void deliver();
  // Whether nothing runs, waits or is to be delivered.
  bool idle() const;

 private:
  struct Waiting {
    Job job;
    std::string key;
  };
  void work(const std::stop_token& stop);

  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<Waiting> jobs_;
  std::deque<Delivery> deliveries_;
  bool busy_ = false;
  std::jthread thread_;  // last: it ends before what it uses
};

}  // namespace kernelscope

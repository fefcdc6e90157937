#include "engine/run/job_thread.h"

#include <gtest/gtest.h>

#include <future>
#include <string>

namespace kernelscope {

namespace {

void deliverAll(JobThread& thread) {
  while (!thread.idle()) {
    thread.deliver();
    std::this_thread::yield();
  }
}

}  // namespace

TEST(JobThread, jobsRunInOrderElsewhereAndTheirResultsAreDeliveredHere) {
  JobThread thread;
  const std::thread::id here = std::this_thread::get_id();
  std::string order;
  for (const char name : {'a', 'b', 'c'}) {
    thread.submit([&, name]() -> JobThread::Delivery {
      EXPECT_NE(std::this_thread::get_id(), here);
      return [&order, name, here] {
        EXPECT_EQ(std::this_thread::get_id(), here);
        order += name;
      };
    });
  }
  deliverAll(thread);
  EXPECT_EQ(order, "abc");
}

TEST(JobThread, theNewestOfAKeyReplacesThoseThatWait) {
  JobThread thread;
  std::promise<void> open;
  std::string done;
  thread.submit([gate = open.get_future().share()]() -> JobThread::Delivery {
    gate.wait();
    return {};
  });
  for (const char name : {'1', '2', '3'})
    thread.submit([&done, name]() -> JobThread::Delivery { return [&done, name] { done += name; }; }, "key");
  thread.submit([&done]() -> JobThread::Delivery { return [&done] { done += 'x'; }; }, "other");
  open.set_value();
  deliverAll(thread);
  EXPECT_EQ(done, "3x");
}

TEST(JobThread, endingDropsWhatWaits) {
  std::promise<void> begun;
  {
    JobThread thread;
    thread.submit([&begun]() -> JobThread::Delivery {
      begun.set_value();
      return {};
    });
    begun.get_future().wait();
    for (int i = 0; i < 100; ++i) thread.submit([]() -> JobThread::Delivery { return {}; });
  }
  SUCCEED();
}

}  // namespace kernelscope

#include "engine/core/compute_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

namespace kernelscope {

TEST(ComputePool, everyPartIsDoneOnceByAValidWorker) {
  for (const int threads : {1, 2, 4}) {
    ComputePool pool(threads);
    EXPECT_EQ(pool.threads(), threads);
    for (int round = 0; round < 50; ++round) {
      std::vector<int> done(97, 0);
      std::atomic<bool> strange = false;
      pool.run(97, [&](std::int64_t part, int worker) {
        ++done[static_cast<std::size_t>(part)];
        if (worker < 0 || worker >= threads) strange = true;
      });
      EXPECT_FALSE(strange);
      EXPECT_EQ(done, std::vector<int>(97, 1));
    }
  }
}

TEST(ComputePool, noPartsIsFine) {
  ComputePool pool(2);
  pool.run(0, [](std::int64_t, int) { FAIL(); });
}

TEST(ComputePool, anExceptionReachesTheCallerAndThePoolLivesOn) {
  ComputePool pool(3);
  EXPECT_THROW(pool.run(20,
                        [](std::int64_t part, int) {
                          if (part == 7) throw std::runtime_error("part 7");
                        }),
               std::runtime_error);
  std::atomic<int> count = 0;
  pool.run(20, [&](std::int64_t, int) { ++count; });
  EXPECT_EQ(count, 20);
}

TEST(ComputePool, callersFromSeveralThreadsTakeTurns) {
  ComputePool pool(2);
  std::atomic<int> count = 0;
  {
    std::vector<std::jthread> callers;
    for (int caller = 0; caller < 3; ++caller) {
      callers.emplace_back([&] {
        for (int round = 0; round < 100; ++round) pool.run(5, [&](std::int64_t, int) { ++count; });
      });
    }
  }
  EXPECT_EQ(count, 1500);
}

}  // namespace kernelscope

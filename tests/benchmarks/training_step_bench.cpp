// How close a training step comes to the machine's matrix product, and what lane B saves.
// A: SIREN 2-256-256-256-1 on 65,536 points. B: its last hidden layer replaced by an SNNK, m = 32.
// Ratios of medians over interleaved repetitions of one process; run it alone:
//   build/release-bench/bin/training_step_bench [repetitions]

#include "engine/backend/cpu/cpu_backend.h"
#include "engine/config/experiment_config.h"
#include "engine/nn/network_builder.h"
#include "engine/nn/network_cost.h"
#include "engine/tasks/image_field_task.h"
#include "engine/train/trainer.h"

#include <cblas.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace kernelscope;  // a program of its own, not a header

constexpr int kSide = 256, kWidth = 256, kTile = 256, kThreads = 2;
constexpr double kPoints = kSide * kSide;

double secondsOf(const std::function<void()>& work) {
  const auto begun = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

ExperimentConfig wideExperiment() {
  ExperimentConfig config = defaultExperiment();
  config.image.trainPixels = "all";
  for (LaneSpec& lane : config.lanes) {
    for (LayerSpec& layer : lane.layers) {
      if (layer.width > 0) layer.width = kWidth;
    }
  }
  return config;
}

std::shared_ptr<const ImageDataset> rampPicture(const ExperimentConfig& config) {
  Picture picture;
  picture.height = picture.width = kSide;
  for (int i = 0; i < kSide * kSide; ++i)
    picture.samples.push_back(static_cast<float>((i * 7919) % 256) / 255.0F);
  return std::make_shared<const ImageDataset>(std::move(picture), config.image, config.seed);
}

struct Lane {
  Lane(const ExperimentConfig& config, LaneId id, const std::shared_ptr<ComputePool>& pool)
      : workers(pool, "cpu"),
        task(rampPicture(config), workers[0].backend, {}, config.seed),
        network(std::make_shared<Network>(buildNetwork(config.lane(id), 2, 1))),
        trainer(network, task, workers, network->initialParameters(config.seed)),
        flops(static_cast<double>(networkCost(*network).trainingFlopsPerSample) * kPoints) {}

  void step() {
    trainer.computeLossAndGradient();
    trainer.update({1e-4, 0.9, 0.999, 1e-8, trainer.stepsDone() + 1});
  }

  WorkerContexts workers;
  ImageFieldTask task;
  std::shared_ptr<const Network> network;
  Trainer trainer;
  double flops;
};

// The three products of a hidden layer on one tile that stays in cache, over and over, on each thread.
struct ResidentTile {
  explicit ResidentTile(std::shared_ptr<ComputePool> computePool) : pool(std::move(computePool)) {
    for (int i = 0; i < 4 * kThreads; ++i) {
      tensors.push_back(backend.allocate(DType::Float32, kTile, kWidth));
      backend.fill(tensors.back(), 1e-3);
    }
  }
  double run() {  // returns flops
    constexpr int kRounds = 400;
    pool->run(kThreads, [&](std::int64_t part, int) {
      const std::size_t at = 4 * static_cast<std::size_t>(part);
      const Tensor &x = tensors[at], &w = tensors[at + 1], &y = tensors[at + 2], &g = tensors[at + 3];
      for (int round = 0; round < kRounds; ++round) {
        backend.gemm(Transpose::No, Transpose::Yes, 1e-3, x, w, 0, y);
        backend.gemm(Transpose::No, Transpose::No, 1e-3, y, w, 0, g);
        backend.gemm(Transpose::Yes, Transpose::No, 1e-6, y, x, 0, g);
      }
    });
    return 3.0 * 2.0 * kTile * kWidth * kWidth * kRounds * kThreads;
  }
  std::shared_ptr<ComputePool> pool;
  CpuBackend backend;
  std::vector<Tensor> tensors;
};

// OpenBLAS's own threads on the whole batch at once.
struct WholeBatchProduct {
  WholeBatchProduct()
      : x(static_cast<std::size_t>(kPoints) * kWidth, 1e-3F), w(kWidth * kWidth, 1e-3F), y(x.size()) {}
  double run() {
    openblas_set_num_threads(kThreads);
    for (int round = 0; round < 3; ++round) {
      cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, static_cast<int>(kPoints), kWidth, kWidth, 1,
                  x.data(), kWidth, w.data(), kWidth, 0, y.data(), kWidth);
    }
    openblas_set_num_threads(1);
    return 3.0 * 2.0 * kPoints * kWidth * kWidth;
  }
  std::vector<float> x, w, y;
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  const int repetitions = argc > 1 ? std::max(1, std::atoi(argv[1])) : 15;
  auto pool = std::make_shared<ComputePool>(kThreads);
  const ExperimentConfig config = wideExperiment();
  Lane a(config, LaneId::A, pool), b(config, LaneId::B, pool);
  ResidentTile tile(pool);
  WholeBatchProduct whole;
  std::map<std::string, std::vector<double>> seconds;
  double tileFlops = tile.run(), wholeFlops = whole.run();
  a.step();
  b.step();
  for (int repetition = 0; repetition < repetitions; ++repetition) {
    seconds["a"].push_back(secondsOf([&] { a.step(); }));
    seconds["tile"].push_back(secondsOf([&] { tileFlops = tile.run(); }));
    seconds["b"].push_back(secondsOf([&] { b.step(); }));
    seconds["whole"].push_back(secondsOf([&] { wholeFlops = whole.run(); }));
  }
  const double stepA = median(seconds["a"]), stepB = median(seconds["b"]);
  const double rateA = a.flops / stepA, rateTile = tileFlops / median(seconds["tile"]);
  const double rateWhole = wholeFlops / median(seconds["whole"]);
  const double flopsRatio = a.flops / b.flops;
  std::printf("%s, %s, %d threads, %d repetitions\n", tile.backend.device().name.c_str(),
              tile.backend.device().simdLevel.c_str(), kThreads, repetitions);
  std::printf("step A %.1f ms, step B %.1f ms; A computes %.1f GF/s\n", stepA * 1e3, stepB * 1e3,
              rateA * 1e-9);
  std::printf("resident tile, two serial threads   %.1f GF/s   step A reaches %.3f of it (wanted 0.80)\n",
              rateTile * 1e-9, rateA / rateTile);
  std::printf("OpenBLAS's two threads, whole batch %.1f GF/s   step A reaches %.3f of it (wanted 0.95)\n",
              rateWhole * 1e-9, rateA / rateWhole);
  std::printf("B is %.3f times as fast as A; flops would allow %.3f: %.3f of that (wanted 0.85)\n",
              stepA / stepB, flopsRatio, stepA / stepB / flopsRatio);
  return 0;
}

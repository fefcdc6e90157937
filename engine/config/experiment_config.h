#pragma once
// The values of one training experiment: two lanes that share data, seed, batch order and optimiser.
// A plain value; config_codec reads and writes it, config_check judges it, config_diff compares two.

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kernelscope {

enum class LaneId { A = 0, B = 1 };
inline constexpr std::array<LaneId, 2> kLanes = {LaneId::A, LaneId::B};
constexpr std::size_t laneIndex(LaneId lane) {
  return static_cast<std::size_t>(lane);
}
constexpr const char* laneName(LaneId lane) {
  return lane == LaneId::A ? "A" : "B";
}

// One layer as the user writes it. Fields that a type does not use keep their defaults and are not written.
struct LayerSpec {
  std::string type = "dense";  // dense | snnk
  int width = 0;               // outputs; 0 for the last layer, whose width comes from the task
  std::string activation =
      "identity";                     // dense, and snnk universal: names of backend/scalar_math/activations.h
  double omega0 = 30;                 // dense sine only: y = sin(omega0 (W x + b))
  std::string map = "trigonometric";  // snnk: trigonometric | arc-cosine | universal
  int features = 32;                  // snnk: number m of projections
  double sigma = 0.1;                 // snnk trigonometric, universal: multiplies the projections
  int order = 1;                      // snnk arc-cosine: n = 0, 1, 2
  std::string radial = "off";         // snnk trigonometric, universal: off | exact
  std::string projection = "orthogonal";  // snnk: orthogonal | iid
  std::string start = "random";           // snnk universal: random | dense
  bool operator==(const LayerSpec&) const = default;
};

struct LaneSpec {
  std::string name;
  std::vector<LayerSpec> layers;
  bool operator==(const LaneSpec&) const = default;
};

// Learning rate at step s (first step 1): base rate, times a linear warm-up over `warmupSteps`, times the
// schedule: constant; cosine from 1 to `finalFraction` at the last step; step: `stepFactor` each `stepEvery`.
struct ScheduleSpec {
  std::string kind = "constant";  // constant | cosine | step
  std::int64_t warmupSteps = 0;
  double finalFraction = 0;
  std::int64_t stepEvery = 500;
  double stepFactor = 0.5;
  bool operator==(const ScheduleSpec&) const = default;
};

struct OptimizerSpec {
  std::string kind = "adam";
  double learningRate = 5e-4;
  double beta1 = 0.9;
  double beta2 = 0.999;
  double epsilon = 1e-8;
  ScheduleSpec schedule;
  bool operator==(const OptimizerSpec&) const = default;
};

struct CropSpec {  // pixels of the decoded picture, before resizing
  int x = 0, y = 0, width = 0, height = 0;
  bool operator==(const CropSpec&) const = default;
};

struct ImageSpec {
  std::string source = "builtin:camera_128";  // path, or builtin:NAME
  std::string trainPixels = "every-other";    // all | every-other | checkerboard | fraction
  double fraction = 0.5;                      // used when trainPixels is "fraction"
  int maximumSide = 512;                      // larger pictures are area-averaged down to this many pixels
  std::optional<CropSpec> crop;
  std::string channels = "as-is";  // as-is | grey
  bool operator==(const ImageSpec&) const = default;
};

// When a lane stops before its steps are used up.
struct StopSpec {
  double divergenceRatio = 1e4;        // diverged when the loss exceeds this many times the first loss
  std::int64_t plateauSteps = 0;       // 0: off. Stop when the best train PSNR of the last N steps ...
  double plateauGainDb = 0.1;          // ... is less than this much above the best before them
  std::optional<double> targetPsnrDb;  // stop when the train PSNR reaches this
  bool operator==(const StopSpec&) const = default;
};

struct ExperimentConfig {
  std::string task = "image-field";
  std::string title;
  std::uint64_t seed = 7;
  std::int64_t steps = 1000;
  std::optional<std::int64_t> batch;  // empty: the full batch
  std::string race = "steps";         // steps | time | size: what is equal for both lanes
  OptimizerSpec optimizer;
  ImageSpec image;
  std::string supervise = "value";
  StopSpec stop;
  std::string backend = "auto";         // auto | cpu | cuda
  std::array<LaneSpec, 2> lanes;        // by laneIndex
  std::filesystem::path baseDirectory;  // paths in the experiment are relative to this; not part of the file

  const LaneSpec& lane(LaneId id) const { return lanes[laneIndex(id)]; }
  bool operator==(const ExperimentConfig&) const = default;
};

// The default experiment: SIREN 3 x 128 against the same with its last hidden layer replaced by an SNNK.
ExperimentConfig defaultExperiment();

}  // namespace kernelscope

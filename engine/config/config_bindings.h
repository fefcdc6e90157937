#pragma once
// Which key of the document holds which value of ExperimentConfig: one list for reading and writing. Its
// order is the order in which an experiment is written.

#include "engine/config/experiment_config.h"

namespace kernelscope {

// "train_pixels": a word, or { "fraction": f }.
template <class Image>
struct TrainPixels {
  Image& image;
};

// "batch": "full", or a number.
template <class Batch>
struct BatchSize {
  Batch& batch;
};

// Calls visit(pointer, value) for every value; Config is ExperimentConfig or const ExperimentConfig.
template <class Config, class Visitor>
void visitConfig(Config& config, Visitor&& visit) {
  visit("/task", config.task);
  visit("/title", config.title);
  visit("/seed", config.seed);
  visit("/steps", config.steps);
  visit("/batch", BatchSize<decltype((config.batch))>{config.batch});
  visit("/race", config.race);
  auto& optimizer = config.optimizer;
  visit("/optimizer/kind", optimizer.kind);
  visit("/optimizer/learning_rate", optimizer.learningRate);
  visit("/optimizer/beta1", optimizer.beta1);
  visit("/optimizer/beta2", optimizer.beta2);
  visit("/optimizer/epsilon", optimizer.epsilon);
  visit("/optimizer/schedule/kind", optimizer.schedule.kind);
  visit("/optimizer/schedule/warmup_steps", optimizer.schedule.warmupSteps);
  visit("/optimizer/schedule/final_fraction", optimizer.schedule.finalFraction);
  visit("/optimizer/schedule/step_every", optimizer.schedule.stepEvery);
  visit("/optimizer/schedule/step_factor", optimizer.schedule.stepFactor);
  visit("/image/source", config.image.source);
  visit("/image/train_pixels", TrainPixels<decltype((config.image))>{config.image});
  visit("/image/maximum_side", config.image.maximumSide);
  visit("/image/crop", config.image.crop);
  visit("/image/channels", config.image.channels);
  visit("/supervise", config.supervise);
  visit("/stop/divergence_ratio", config.stop.divergenceRatio);
  visit("/stop/plateau_steps", config.stop.plateauSteps);
  visit("/stop/plateau_gain_db", config.stop.plateauGainDb);
  visit("/stop/target_psnr_db", config.stop.targetPsnrDb);
  visit("/backend", config.backend);
  for (const LaneId lane : kLanes) {
    auto& spec = config.lanes[laneIndex(lane)];
    const std::string base = std::string("/lanes/") + laneName(lane);
    visit(base + "/name", spec.name);
    visit(base + "/layers", spec.layers);
  }
}

}  // namespace kernelscope

#include "engine/config/training_fields.h"

namespace kernelscope {

namespace {

constexpr double kLargestStepCount = 10'000'000;
constexpr double kLargestSeed = 9007199254740991;  // 2^53 - 1: exact in every JSON reader
constexpr double kLargestBatch = 134'217'728;      // 2^27, the most pixels that a picture may have

std::vector<Field> budgetFields() {
  return {
      {.pointer = "/optimizer/learning_rate",
       .label = "Rate",
       .scale = FieldScale::Logarithmic,
       .effect = FieldEffect::Live,
       .exclusiveMinimum = true,
       .minimum = 0,
       .maximum = 10000,
       .sliderMinimum = 1e-5,
       .sliderMaximum = 1e-1,
       .help = "Learning rate: how far one step moves the parameters. Too high diverges, too low crawls."},
      {.pointer = "/steps",
       .label = "Steps",
       .kind = FieldKind::Integer,
       .scale = FieldScale::Logarithmic,
       .effect = FieldEffect::Live,
       .minimum = 1,
       .maximum = kLargestStepCount,
       .sliderMinimum = 10,
       .sliderMaximum = 20000,
       .help = "Training steps of each lane; then it stops by itself."},
      {.pointer = "/batch",
       .label = "Batch",
       .kind = FieldKind::Choice,
       .advanced = true,
       .minimum = 1,
       .maximum = kLargestBatch,
       .choices =
           {{"full", "all samples"}, {256, "256"}, {1024, "1,024"}, {4096, "4,096"}, {16384, "16,384"}},
       .help = "Samples per step: all of them, or a random part drawn anew at each step, the same in both "
               "lanes."},
      {.pointer = "/race",
       .label = "Race",
       .kind = FieldKind::Choice,
       .hidden = true,
       .choices = {{"steps", "equal steps"}, {"time", "equal time"}, {"size", "equal size"}},
       .help =
           "What is equal for both lanes: their steps, their own training time, or their number of trained "
           "parameters. In a size race lane B's features are solved for."},
      {.pointer = "/title",
       .label = "Title",
       .kind = FieldKind::Text,
       .effect = FieldEffect::Live,
       .hidden = true,
       .minimum = 0,
       .maximum = 200,
       .help = "What the experiment is called."},
      {.pointer = "/seed",
       .label = "Seed",
       .kind = FieldKind::Integer,
       .hidden = true,
       .minimum = 0,
       .maximum = kLargestSeed,
       .sliderMinimum = 0,
       .sliderMaximum = 100,
       .help = "Start of every random number: the first weights, the random features, the order of samples."},
  };
}

std::vector<Field> optimizerFields() {
  const std::string schedule = "/optimizer/schedule/";
  return {
      {.pointer = "/optimizer/kind",
       .label = "Optimiser",
       .kind = FieldKind::Choice,
       .hidden = true,
       .choices = {{"adam", "Adam"}},
       .help = "Adam (Kingma and Ba 2015)."},
      {.pointer = "/optimizer/beta1",
       .label = "Beta 1",
       .symbol = "β₁",
       .advanced = true,
       .exclusiveMaximum = true,
       .minimum = 0,
       .maximum = 1,
       .sliderMinimum = 0.5,
       .sliderMaximum = 0.99,
       .help = "How long Adam remembers the direction of past gradients."},
      {.pointer = "/optimizer/beta2",
       .label = "Beta 2",
       .symbol = "β₂",
       .advanced = true,
       .exclusiveMaximum = true,
       .minimum = 0,
       .maximum = 1,
       .sliderMinimum = 0.9,
       .sliderMaximum = 0.9999,
       .help = "How long Adam remembers the size of past gradients."},
      {.pointer = "/optimizer/epsilon",
       .label = "Epsilon",
       .symbol = "ε",
       .scale = FieldScale::Logarithmic,
       .advanced = true,
       .exclusiveMinimum = true,
       .minimum = 0,
       .maximum = 1,
       .sliderMinimum = 1e-10,
       .sliderMaximum = 1e-2,
       .help = "Added to the gradient's size before dividing by it, so that tiny gradients do not make huge "
               "steps."},
      {.pointer = schedule + "kind",
       .label = "Schedule",
       .kind = FieldKind::Choice,
       .advanced = true,
       .choices = {{"constant", "constant"}, {"cosine", "cosine"}, {"step", "steps down"}},
       .help = "How the learning rate changes during the run: not at all, along half a cosine, or in steps."},
      {.pointer = schedule + "warmup_steps",
       .label = "Warm-up",
       .unit = "steps",
       .kind = FieldKind::Integer,
       .advanced = true,
       .minimum = 0,
       .maximum = kLargestStepCount,
       .sliderMinimum = 0,
       .sliderMaximum = 1000,
       .help = "The rate rises linearly from 0 over this many steps."},
      {.pointer = schedule + "final_fraction",
       .label = "Final rate",
       .advanced = true,
       .minimum = 0,
       .maximum = 1,
       .sliderMinimum = 0,
       .sliderMaximum = 1,
       .help = "Cosine schedule: the rate at the last step as a fraction of the rate."},
      {.pointer = schedule + "step_every",
       .label = "Step every",
       .unit = "steps",
       .kind = FieldKind::Integer,
       .scale = FieldScale::Logarithmic,
       .advanced = true,
       .minimum = 1,
       .maximum = kLargestStepCount,
       .sliderMinimum = 10,
       .sliderMaximum = 10000,
       .help = "Schedule in steps: the rate falls once in this many steps."},
      {.pointer = schedule + "step_factor",
       .label = "Step factor",
       .advanced = true,
       .exclusiveMinimum = true,
       .minimum = 0,
       .maximum = 1,
       .sliderMinimum = 0.05,
       .sliderMaximum = 1,
       .help = "Schedule in steps: each fall multiplies the rate by this."},
  };
}

std::vector<Field> stopFields() {
  return {
      {.pointer = "/stop/divergence_ratio",
       .label = "Diverged at",
       .unit = "× first loss",
       .scale = FieldScale::Logarithmic,
       .effect = FieldEffect::Live,
       .advanced = true,
       .exclusiveMinimum = true,
       .minimum = 1,
       .maximum = 1e12,
       .sliderMinimum = 10,
       .sliderMaximum = 1e6,
       .help = "A lane stops as diverged when its loss exceeds this many times its first loss."},
      {.pointer = "/stop/plateau_steps",
       .label = "Plateau",
       .unit = "steps",
       .kind = FieldKind::Integer,
       .effect = FieldEffect::Live,
       .advanced = true,
       .minimum = 0,
       .maximum = kLargestStepCount,
       .sliderMinimum = 0,
       .sliderMaximum = 2000,
       .help = "A lane stops when so many steps bring too little gain in its fit. 0: it never does."},
      {.pointer = "/stop/plateau_gain_db",
       .label = "Plateau gain",
       .unit = "dB",
       .effect = FieldEffect::Live,
       .advanced = true,
       .minimum = 0,
       .maximum = 100,
       .sliderMinimum = 0,
       .sliderMaximum = 3,
       .help =
           "The gain that counts as progress for the plateau rule: in train PSNR or, where derivatives are "
           "compared, in the loss on a scale of decibels."},
      {.pointer = "/stop/target_psnr_db",
       .label = "Target PSNR",
       .unit = "dB",
       .kind = FieldKind::Choice,
       .effect = FieldEffect::Live,
       .advanced = true,
       .exclusiveMinimum = true,
       .minimum = 0,
       .maximum = 200,
       .choices = {{nullptr, "off"}, {30.0, "30 dB"}, {40.0, "40 dB"}, {50.0, "50 dB"}},
       .help =
           "A lane stops when its train PSNR reaches this; that of a picture recovered from derivatives is "
           "measured every few steps."},
  };
}

}  // namespace

std::vector<Field> trainingFields() {
  std::vector<Field> fields = budgetFields();
  for (Field& field : optimizerFields()) fields.push_back(std::move(field));
  for (Field& field : stopFields()) fields.push_back(std::move(field));
  fields.push_back({.pointer = "/backend",
                    .label = "Compute on",
                    .kind = FieldKind::Choice,
                    .advanced = true,
                    .choices = {{"auto", "automatic"}, {"cpu", "CPU"}, {"cuda", "GPU (CUDA)"}},
                    .help = "Where the lanes train. Automatic takes a GPU where there is one that works."});
  return fields;
}

}  // namespace kernelscope

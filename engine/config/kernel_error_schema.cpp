#include "engine/config/kernel_error_schema.h"

#include "engine/config/kernel_error_fields.h"

namespace kernelscope {

namespace {

constexpr double kLargestSeed = 9007199254740991;  // 2^53 - 1: exact in every JSON reader

std::vector<Field> commonFields() {
  return {
      {.pointer = "/title",
       .label = "Title",
       .kind = FieldKind::Text,
       .effect = FieldEffect::Live,
       .hidden = true,
       .maximum = 200,
       .defaultValue = "",
       .help = "What the study is called."},
      {.pointer = "/seed",
       .label = "Seed",
       .kind = FieldKind::Integer,
       .hidden = true,
       .maximum = kLargestSeed,
       .sliderMaximum = 100,
       .defaultValue = 7,
       .help = "Everything random follows from it: the pairs and the projections."},
  };
}

std::vector<Field> studyFields() {
  return {
      {.pointer = "/features",
       .label = "Features",
       .symbol = "m",
       .kind = FieldKind::Numbers,
       .scale = FieldScale::Logarithmic,
       .advanced = true,
       .minimum = 1,
       .maximum = 262144,
       .fewest = 1,
       .most = 64,
       .wholeNumbers = true,
       .defaultValue = {8, 16, 24, 32, 64, 96, 128, 256, 512, 1024, 2048, 4096},
       .help = "The numbers m of random features at which the error is measured."},
      {.pointer = "/trials",
       .label = "Trials",
       .symbol = "s",
       .kind = FieldKind::Integer,
       .scale = FieldScale::Logarithmic,
       .minimum = 2,
       .maximum = 100000,
       .sliderMinimum = 20,
       .sliderMaximum = 5000,
       .defaultValue = 500,
       .help = "Draws of all projections. More of them narrow the band's uncertainty, not the band."},
      {.pointer = "/wished_error",
       .label = "Wished error",
       .scale = FieldScale::Logarithmic,
       .exclusiveMinimum = true,
       .minimum = 0,
       .maximum = 100,
       .sliderMinimum = 0.001,
       .sliderMaximum = 1,
       .defaultValue = 0.05,
       .help = "Standard deviation wished for, relative to the exact value: how many features does it take?"},
      {.pointer = "/confidence",
       .label = "Confidence",
       .advanced = true,
       .exclusiveMinimum = true,
       .exclusiveMaximum = true,
       .minimum = 0,
       .maximum = 1,
       .sliderMinimum = 0.5,
       .sliderMaximum = 0.999,
       .defaultValue = 0.95,
       .help = "With what probability the certificate of bounded features holds."},
      {.pointer = "/gram_size",
       .label = "Gram matrix",
       .kind = FieldKind::Integer,
       .advanced = true,
       .maximum = 128,
       .sliderMaximum = 128,
       .defaultValue = 40,
       .help = "Rows and columns of the picture of the kernel: inputs along one smooth curve, weights along "
               "another. 0 leaves it out."},
      {.pointer = "/gram_features",
       .label = "Picture's m",
       .symbol = "m",
       .kind = FieldKind::Integer,
       .scale = FieldScale::Logarithmic,
       .minimum = 1,
       .maximum = 65536,
       .sliderMinimum = 8,
       .sliderMaximum = 4096,
       .defaultValue = 128,
       .help = "Features of the estimate in the matrices, the histogram and the table."},
      {.pointer = "/advise",
       .label = "Advice",
       .kind = FieldKind::Flag,
       .advanced = true,
       .defaultValue = true,
       .help = "Looks through all features that estimate the kernel for those that need the fewest."},
  };
}

}  // namespace

Schema kernelErrorSchema() {
  Schema schema{.task = "kernel-error", .title = "Kernel error", .fields = commonFields()};
  for (const auto& part : {targetFields(), pairFields(), studyFields(), methodFields()})
    schema.fields.insert(schema.fields.end(), part.begin(), part.end());
  return schema;
}

}  // namespace kernelscope

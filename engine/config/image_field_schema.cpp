#include "engine/config/image_field_schema.h"

#include "engine/config/config_codec.h"
#include "engine/config/image_source.h"
#include "engine/config/lane_fields.h"
#include "engine/config/presets.h"
#include "engine/config/training_fields.h"
#include "engine/core/error.h"

#include <algorithm>

namespace kernelscope {

namespace {

constexpr double kLargestSide = 16384;  // pixels; larger pictures are refused before they are decoded

std::vector<FieldChoice> pictureChoices() {
  std::vector<FieldChoice> choices;
  try {
    for (const std::string& name : builtinImages()) {
      std::string label = name;
      std::replace(label.begin(), label.end(), '_', ' ');
      choices.push_back({kBuiltinPrefix + name, label});
    }
  } catch (const Error&) {
    choices.clear();  // resources that are missing are reported where one is asked for
  }
  return choices;
}

Field cropField(const char* key, const char* label, double minimum) {
  return {.pointer = std::string("/image/crop/") + key,
          .label = label,
          .unit = "px",
          .kind = FieldKind::Integer,
          .group = FieldGroup::Data,
          .advanced = true,
          .minimum = minimum,
          .maximum = minimum == 0 ? kLargestSide - 1 : kLargestSide,
          .sliderMinimum = minimum,
          .sliderMaximum = 1024,
          .defaultValue = minimum == 0 ? 0 : 64,
          .help = "A side of the rectangle that is cut out of the picture, before it is made smaller."};
}

std::vector<Field> sourceFields() {
  return {
      {.pointer = "/image/source",
       .label = "Picture",
       .kind = FieldKind::File,
       .minimum = 1,
       .maximum = 4096,
       .choices = pictureChoices(),
       .help = "The picture that both lanes learn: a shipped one, or a PNG, JPEG, PGM or PPM file."},
      {.pointer = "/image/train_pixels",
       .label = "Train on",
       .kind = FieldKind::Choice,
       .choices = {{"all", "all pixels"},
                   {"every-other", "every other"},
                   {"checkerboard", "checkerboard"},
                   {{{"fraction", 0.5}}, "random fraction"}},
       .help =
           "The pixels that the lanes train on. The rest is held out and shows what they do between them."},
      {.pointer = "/image/train_pixels/fraction",
       .label = "Fraction",
       .advanced = true,
       .exclusiveMinimum = true,
       .exclusiveMaximum = true,
       .minimum = 0,
       .maximum = 1,
       .sliderMinimum = 0.01,
       .sliderMaximum = 0.99,
       .defaultValue = 0.5,
       .help = "The part of the pixels that is trained on, drawn at random from the seed."},
      {.pointer = "/image/maximum_side",
       .label = "Largest side",
       .unit = "px",
       .kind = FieldKind::Integer,
       .scale = FieldScale::Logarithmic,
       .advanced = true,
       .minimum = 2,
       .maximum = kLargestSide,
       .sliderMinimum = 32,
       .sliderMaximum = 1024,
       .help = "Larger pictures are averaged down to this many pixels a side."},
      {.pointer = "/image/channels",
       .label = "Channels",
       .kind = FieldKind::Choice,
       .advanced = true,
       .choices = {{"as-is", "as in the file"}, {"grey", "grey"}},
       .help = "Colour as in the file, or its grey value."},
      {.pointer = "/image/crop",
       .label = "Cut out",
       .kind = FieldKind::Choice,
       .advanced = true,
       .choices = {{nullptr, "whole picture"},
                   {{{"x", 0}, {"y", 0}, {"width", 64}, {"height", 64}}, "a rectangle"}},
       .help = "The whole picture, or a rectangle of it."},
      cropField("x", "Left", 0),
      cropField("y", "Top", 0),
      cropField("width", "Width", 1),
      cropField("height", "Height", 1),
      {.pointer = "/supervise",
       .label = "Compare",
       .kind = FieldKind::Choice,
       .advanced = true,
       .choices = {{"value", "pixel values"}, {"gradient", "gradients"}, {"laplacian", "Laplacians"}},
       .help = "What the loss compares: the picture's values, its slopes along x and y, or its Laplacian "
               "(smoothed "
               "by 2 pixels). What derivatives leave open, a constant or a plane, is fitted and added."},
  };
}

}  // namespace

Schema imageFieldSchema() {
  Schema schema{.task = "image-field", .title = "Image field", .fields = sourceFields()};
  for (Field& field : schema.fields) field.group = FieldGroup::Data;
  for (Field& field : trainingFields()) schema.fields.push_back(std::move(field));
  for (const LaneId lane : kLanes)
    for (Field& field : laneFields(lane)) schema.fields.push_back(std::move(field));

  const nlohmann::json defaults = encodeConfig(defaultExperiment());
  for (Field& field : schema.fields) {
    const nlohmann::json::json_pointer pointer(field.pointer);
    if (field.pointer.find('*') == std::string::npos && defaults.contains(pointer))
      field.defaultValue = defaults[pointer];
  }
  return schema;
}

}  // namespace kernelscope

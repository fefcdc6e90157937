#include "engine/config/lane_fields.h"

#include "engine/config/layer_keys.h"
#include "engine/config/layer_summary.h"

#include <string>

namespace kernelscope {

namespace {

std::vector<LayerSpec> plainNetwork(int hidden, int width, const char* activation) {
  LayerSpec layer;
  layer.width = width;
  layer.activation = activation;
  std::vector<LayerSpec> layers(static_cast<std::size_t>(hidden), layer);
  layers.emplace_back();
  return layers;
}

std::vector<LayerSpec> snnkNetwork(int hidden, int width, const char* activation, int features,
                                   const char* map) {
  std::vector<LayerSpec> layers = plainNetwork(hidden, width, activation);
  LayerSpec snnk;
  snnk.type = "snnk";
  snnk.width = width;
  snnk.features = features;
  snnk.map = map;
  layers[static_cast<std::size_t>(hidden - 1)] = snnk;
  return layers;
}

std::vector<FieldChoice> activationChoices() {
  return {{"sine", "sine"}, {"relu", "ReLU"},        {"tanh", "tanh"},         {"gelu", "GELU"},
          {"silu", "SiLU"}, {"sigmoid", "sigmoid"},  {"softplus", "softplus"}, {"gaussian", "Gaussian"},
          {"sinc", "sinc"}, {"identity", "identity"}};
}

// Rows of the form besides the list of layers, which stands for type and activation.
std::vector<Field> denseFields(const std::string& layer, bool omegaIsAdvanced) {
  return {
      {.pointer = layer + "type",
       .label = "Type",
       .kind = FieldKind::Choice,
       .hidden = true,
       .choices = {{"dense", "dense (FFL)"}, {"snnk", "SNNK"}},
       .help =
           "Dense: an activation of a weighted sum. SNNK: a weighted sum of random features of the input."},
      {.pointer = layer + "width",
       .label = "Width",
       .kind = FieldKind::Integer,
       .scale = FieldScale::Logarithmic,
       .advanced = true,
       .minimum = 1,
       .maximum = 4096,
       .sliderMinimum = 16,
       .sliderMaximum = 512,
       .help =
           "Outputs of every hidden layer. Parameters of a dense layer grow with the square of the width."},
      {.pointer = layer + "activation",
       .label = "Activation",
       .kind = FieldKind::Choice,
       .hidden = true,
       .choices = activationChoices(),
       .help = "The function after the weighted sum of a dense layer."},
      {.pointer = layer + "omega0",
       .label = "ω₀",
       .kind = FieldKind::Real,
       .scale = FieldScale::Logarithmic,
       .advanced = omegaIsAdvanced,
       .exclusiveMinimum = true,
       .minimum = 0,
       .maximum = 10000,
       .sliderMinimum = 1,
       .sliderMaximum = 100,
       .help = "Frequency of the sine layers, y = sin(ω₀ (W x + b)). Higher follows finer detail and "
               "overfits sooner."},
  };
}

std::vector<Field> snnkFields(const std::string& layer) {
  return {
      {.pointer = layer + "map",
       .label = "Map",
       .kind = FieldKind::Choice,
       .advanced = true,
       .choices = {{"trigonometric", "trigonometric"},
                   {"arc-cosine", "arc-cosine"},
                   {"universal", "universal"}},
       .help = "The random features of an SNNK layer: cosines and sines of projections, powers of their "
               "positive part, or universal features, made of the waves of an activation."},
      {.pointer = layer + "features",
       .label = "Features",
       .symbol = "m",
       .kind = FieldKind::Integer,
       .scale = FieldScale::Logarithmic,
       .minimum = 1,
       .maximum = 4096,
       .sliderMinimum = 4,
       .sliderMaximum = 512,
       .help = "Random projections of an SNNK layer. Fewer are cheaper and noisier; trigonometric ones make "
               "2 m columns."},
      {.pointer = layer + "sigma",
       .label = "Scale",
       .symbol = "σ",
       .kind = FieldKind::Real,
       .scale = FieldScale::Logarithmic,
       .exclusiveMinimum = true,
       .minimum = 0,
       .maximum = 1000,
       .sliderMinimum = 0.01,
       .sliderMaximum = 2,
       .help = "Multiplies the projections of trigonometric and universal features. It sets how fine a "
               "detail an SNNK layer can follow."},
      {.pointer = layer + "radial",
       .label = "Radial factor",
       .kind = FieldKind::Choice,
       .advanced = true,
       .choices = {{"off", "off"}, {"exact", "exact"}},
       .help = "Off: the trained weights absorb the size of the features. Exact: features grow as "
               "exp(σ² |x|² / 2), which an unbiased estimate of a dense layer needs; for inputs of bounded "
               "size."},
      {.pointer = layer + "projection",
       .label = "Projection",
       .kind = FieldKind::Choice,
       .advanced = true,
       .choices = {{"orthogonal", "orthogonal"}, {"iid", "independent"}},
       .help = "Orthogonal blocks of projections, or independent Gaussian ones."},
      {.pointer = layer + "start",
       .label = "Start",
       .kind = FieldKind::Choice,
       .advanced = true,
       .choices = {{"random", "random"}, {"dense", "from the dense layer"}},
       .help =
           "Random weights, or those by which a universal layer estimates the dense layer that would stand "
           "in its place with the same seed. The latter needs the exact radial factor."},
      {.pointer = layer + "order",
       .label = "Order",
       .symbol = "n",
       .kind = FieldKind::Choice,
       .advanced = true,
       .choices = {{0, "0: step"}, {1, "1: ReLU"}, {2, "2: ReLU squared"}},
       .help = "Power of the positive part in arc-cosine features."},
  };
}

nlohmann::json layerDefault(const std::string& key) {
  nlohmann::json value;
  if (key == "type") return LayerSpec().type;
  if (key == "width") return value;  // null: a hidden layer needs one, the last takes it from the task
  const LayerSpec defaults;
  visitLayer(defaults, [&](const std::string& name, const auto& member) {
    if (name == key) value = member;
  });
  return value;
}

}  // namespace

std::vector<FieldChoice> networkChoices() {
  const std::vector<std::vector<LayerSpec>> networks = {plainNetwork(3, 128, "sine"),
                                                        plainNetwork(2, 64, "sine"),
                                                        plainNetwork(3, 256, "sine"),
                                                        plainNetwork(3, 128, "relu"),
                                                        plainNetwork(3, 128, "gelu"),
                                                        snnkNetwork(3, 128, "sine", 32, "trigonometric"),
                                                        snnkNetwork(3, 256, "sine", 32, "trigonometric"),
                                                        snnkNetwork(3, 128, "relu", 128, "arc-cosine")};
  std::vector<FieldChoice> choices;
  for (const std::vector<LayerSpec>& layers : networks)
    choices.push_back({encodeLayers(layers), layersSummary(layers)});
  return choices;
}

std::vector<Field> laneFields(LaneId lane) {
  const std::string base = std::string("/lanes/") + laneName(lane), layer = base + "/layers/*/";
  const bool isB = lane == LaneId::B;
  std::vector<Field> fields = {{.pointer = base + "/name",
                                .label = "Name",
                                .kind = FieldKind::Text,
                                .effect = FieldEffect::Live,
                                .advanced = true,
                                .minimum = 1,
                                .maximum = 40,
                                .help = "What the lane is called over its picture and in results."},
                               {.pointer = base + "/layers",
                                .label = "Layers",
                                .kind = FieldKind::Layers,
                                .advanced = isB,
                                .minimum = 1,
                                .maximum = 16,
                                .choices = networkChoices(),
                                .help = "The network of this lane, from the coordinates to the picture's "
                                        "values. The output layer comes on top."}};
  for (Field& field : denseFields(layer, isB)) fields.push_back(std::move(field));
  for (Field& field : snnkFields(layer)) fields.push_back(std::move(field));
  for (Field& field : fields) {
    field.group = isB ? FieldGroup::LaneB : FieldGroup::LaneA;
    if (field.effect == FieldEffect::RestartBoth) field.effect = FieldEffect::RestartLane;
    if (field.pointer.starts_with(layer))
      field.defaultValue = layerDefault(field.pointer.substr(layer.size()));
  }
  return fields;
}

}  // namespace kernelscope

#include "engine/config/layer_summary.h"

#include <fmt/format.h>

namespace kernelscope {

namespace {

std::string activationText(const std::string& activation) {
  if (activation == "relu") return "ReLU";
  if (activation == "gelu") return "GELU";
  if (activation == "silu") return "SiLU";
  if (activation == "gaussian") return "Gaussian";
  return activation;
}

bool sameKind(const LayerSpec& a, const LayerSpec& b) {
  if (a.type != b.type || a.width != b.width) return false;
  return a.type == "snnk" ? a.features == b.features && a.map == b.map && a.activation == b.activation
                          : a.activation == b.activation;
}

std::string layerText(const LayerSpec& layer, std::size_t count) {
  const std::string times = count > 1 ? fmt::format("{} × ", count) : "";
  if (layer.type != "snnk")
    return fmt::format("{}{}, {}", times, layer.width, activationText(layer.activation));
  std::string map;
  if (layer.map == "arc-cosine") map = " arc-cosine";
  if (layer.map == "universal")
    map = layer.activation == "sine" ? " URF" : " URF " + activationText(layer.activation);
  return fmt::format("{}m = {}{}", times, layer.features, map);
}

}  // namespace

std::string layersSummary(const std::vector<LayerSpec>& layers) {
  std::string text;
  for (std::size_t index = 0; index + 1 < layers.size();) {
    std::size_t end = index;
    while (end + 1 < layers.size() && sameKind(layers[index], layers[end])) ++end;
    text += (text.empty() ? "" : " + ") + layerText(layers[index], end - index);
    index = end;
  }
  return text.empty() ? "linear" : text;
}

}  // namespace kernelscope

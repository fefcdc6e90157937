#include "engine/backend/activation.h"

#include "engine/core/error.h"

#include <array>
#include <limits>

namespace kernelscope {

namespace {
constexpr std::array<std::string_view, kActivationCount> kNames = {
    "identity", "sine",     "relu", "tanh",   "gelu", "silu",        "sigmoid",
    "softplus", "gaussian", "sinc", "cosine", "step", "squared-relu"};
}

std::string_view activationName(ActivationKind kind) {
  return kNames[static_cast<std::size_t>(kind)];
}

ActivationKind activationFromName(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<ActivationKind>(i);
  }
  std::string known;
  for (const std::string_view candidate : kNames)
    known += (known.empty() ? "" : ", ") + std::string(candidate);
  throw ConfigError({{"", "\"" + std::string(name) + "\" is not an activation; known are " + known}});
}

double activationBound(ActivationKind kind) {
  switch (kind) {
    case ActivationKind::Sine:
    case ActivationKind::Cosine:
    case ActivationKind::Tanh:
    case ActivationKind::Sigmoid:
    case ActivationKind::Gaussian:
    case ActivationKind::Sinc:
    case ActivationKind::Step:
      return 1;
    default:
      return std::numeric_limits<double>::infinity();
  }
}

std::vector<double> activationKinks(ActivationKind kind) {
  switch (kind) {
    case ActivationKind::ReLU:
    case ActivationKind::Step:
    case ActivationKind::SquaredReLU:
      return {0.0};
    default:
      return {};
  }
}

}  // namespace kernelscope

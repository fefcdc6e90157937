#pragma once
// A pointwise function with two scales: y = amplitude * s(frequency * z). Sine networks, random features
// and plain activations are all of this form.

#include <string>
#include <string_view>
#include <vector>

namespace kernelscope {

// In the order of scalar_math/activations.h. The first ten are what a dense layer may use; the others are
// what feature maps are made of.
enum class ActivationKind {
  Identity,
  Sine,
  ReLU,
  Tanh,
  GELU,
  SiLU,
  Sigmoid,
  Softplus,
  Gaussian,
  Sinc,
  Cosine,
  Step,
  SquaredReLU,
};
inline constexpr int kDenseActivationCount = 10;
inline constexpr int kActivationCount = 13;

struct Activation {
  ActivationKind kind = ActivationKind::Identity;
  double frequency = 1;
  double amplitude = 1;
};

// "sine", "relu", "squared-relu", ...
std::string_view activationName(ActivationKind kind);
// Throws ConfigError for an unknown name, listing the known ones.
ActivationKind activationFromName(std::string_view name);
// The largest size of s: 1, or infinity.
double activationBound(ActivationKind kind);
// The points where a derivative up to the third jumps, for frequency 1; empty for smooth ones.
std::vector<double> activationKinks(ActivationKind kind);

}  // namespace kernelscope

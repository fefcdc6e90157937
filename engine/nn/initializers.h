#pragma once
// Starting values. Every number is a function of (stream, row-major element index) alone, so it depends
// neither on the order of drawing nor on other layers.

#include "engine/backend/activation.h"
#include "engine/core/rng.h"
#include "engine/tensor/host_tensor.h"

#include <cstdint>
#include <optional>

namespace kernelscope {

// Weights and biases are drawn from U(-bound, bound).
struct UniformBounds {
  double weight = 0, bias = 0;
};

// Where in its network a layer stands.
struct LayerPosition {
  bool isFirst = false;
  std::optional<double> sineOmega0;  // of the network's last sine layer; empty: no layer is a sine layer
};

// Bounds of a dense layer with `inWidth` inputs.
// - Sine, and linear layers of a network with sine layers: the first layer 1 / inWidth, others
//   sqrt(6 / inWidth) / omega0, the output layer included. Source: Sitzmann et al. 2020, section 3.2, with
//   the first layer as in their released code.
// - ReLU, GELU, SiLU, softplus: sqrt(6 / inWidth). Source: He et al. 2015, eq. 10, as a uniform law.
// - Others: sqrt(6 / (inWidth + outWidth)). Source: Glorot and Bengio 2010, eq. 16.
// Biases are U(+-1 / sqrt(inWidth)) everywhere: with few inputs, zero biases would send the kink of every
// unit through the origin.
UniformBounds denseBounds(int inWidth, int outWidth, const Activation& activation,
                          const LayerPosition& position);

// Bound of an SNNK layer's theta: sqrt(6 / featureColumns).
double thetaBound(int featureColumns);

// [rows, cols] float64 of U(-bound, bound).
HostTensor uniformTensor(const RngStream& stream, std::int64_t rows, std::int64_t cols, double bound);

}  // namespace kernelscope

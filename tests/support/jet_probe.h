#pragma once
// Runs a network (or one layer) forward and backward on host numbers, so that tests can compare and perturb.

#include "engine/backend/cpu/cpu_backend.h"
#include "engine/nn/network.h"

#include <vector>

namespace kernelscope::test {

// Numbers drawn from U(-scale, scale).
HostTensor randomTensor(std::uint64_t seed, std::int64_t rows, std::int64_t cols, double scale);

// sum of a_ij b_ij.
double innerProduct(const HostTensor& a, const HostTensor& b);

struct Gradients {
  HostTensor parameters;  // [1, trainable]
  HostTensor input;       // as x; empty for a network of several layers
};

class JetProbe {
 public:
  explicit JetProbe(Network network) : network_(std::move(network)), workspace_(backend_) {}

  const Network& network() const { return network_; }
  // Starting values with every trainable one replaced by a draw from U(-1, 1) / sqrt(columns), biases
  // included; float64 [1, total].
  HostTensor randomParameters(std::uint64_t seed) const;

  // y for x [channels batch, inWidth] and flat parameters, in the dtype of x.
  HostTensor forward(const JetLayout& layout, const HostTensor& parameters, const HostTensor& x);
  // The adjoints of <u, y>. Parameter gradients are added to `start` times ones.
  Gradients backward(const JetLayout& layout, const HostTensor& parameters, const HostTensor& x,
                     const HostTensor& u, double start = 0);
  // y of the network at plain inputs, with derivatives seeded by seedJet.
  HostTensor forwardSeeded(const JetLayout& layout, const HostTensor& parameters,
                           const HostTensor& coordinates);
  // The smallest |z| that a nonlinearity with a kink at 0 could meet in this forward pass.
  double distanceFromZero(const JetLayout& layout, const HostTensor& parameters, const HostTensor& x);

 private:
  Tensor onDevice(const HostTensor& host);
  Jet run(const HostTensor& parameters, const Jet& x);

  Network network_;
  CpuBackend backend_;
  Workspace workspace_;
  NetworkTape tape_;
  NetworkParameters parameters_;
};

}  // namespace kernelscope::test

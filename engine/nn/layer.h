#pragma once
// A differentiable map between jets. Layers are immutable values without parameters of their own:
// parameters live in one flat tensor outside (ParameterStore), activations in a LayerTape, so one layer
// serves training, scrubbing and export on any thread.

#include "engine/core/rng.h"
#include "engine/nn/jet.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace kernelscope {

struct ParameterShape {
  std::string name;  // "weight", "bias", "projection", "theta"
  std::int64_t rows = 0, cols = 0;
  bool trainable = true;
};

// One tensor per entry of Layer::parameterShapes(), in that order. As gradients: frozen entries are
// unallocated.
using LayerParameters = std::vector<Tensor>;

// What forward leaves for backward.
struct LayerTape {
  Jet input;
  std::vector<Tensor> saved;
};

// Flops of matrix products per sample, 2 per multiply-add. Forward: one product per matrix. Training: three
// (forward, weight gradient, input gradient); a network's first layer needs no input gradient, a frozen
// matrix no weight gradient.
struct LayerFlops {
  std::int64_t forward = 0;
  std::int64_t training = 0;
  std::int64_t trainingAsFirst = 0;
};

class Layer {
 public:
  virtual ~Layer() = default;

  virtual int inWidth() const = 0;
  virtual int outWidth() const = 0;
  virtual std::vector<ParameterShape> parameterShapes() const = 0;
  virtual LayerFlops flops() const = 0;
  // The largest size an output can have; infinite where there is none.
  virtual double outputBound() const { return std::numeric_limits<double>::infinity(); }

  // Starting values, float64, in the order of parameterShapes(). `trainable` and `frozen` are this layer's
  // own streams.
  virtual std::vector<HostTensor> initialValues(const RngStream& trainable,
                                                const RngStream& frozen) const = 0;

  // y = layer(x). The returned jet and the tape live in the context's workspace.
  // Throws ShapeError if x is not inWidth() wide.
  virtual Jet forward(ExecutionContext& context, const LayerParameters& parameters, const Jet& x,
                      LayerTape& tape) const = 0;

  // Adds the parameter gradients to `gradients` and, if gx is not null, makes the adjoint of the input.
  // `gy` is used up (its memory may be overwritten).
  virtual void backward(ExecutionContext& context, const LayerParameters& parameters, const LayerTape& tape,
                        const Jet& gy, Jet* gx, const LayerParameters& gradients) const = 0;
};

}  // namespace kernelscope

#pragma once
// The ordinary feed-forward layer. y = s(omega0 (x W^T + b)); omega0 is 1 except for sine layers
// (Sitzmann et al. 2020, section 3.2).  x [rows, in], W [out, in], b [1, out], y [rows, out].

#include "engine/nn/initializers.h"
#include "engine/nn/layer.h"

namespace kernelscope {

struct DenseOptions {
  int inWidth = 0, outWidth = 0;
  Activation activation;  // frequency is omega0
  UniformBounds initial;  // starting values of weight and bias
};

// Parameters: weight [out, in], bias [1, out].
class DenseLayer final : public Layer {
 public:
  // Throws ShapeError for a width below 1.
  explicit DenseLayer(const DenseOptions& options);

  int inWidth() const override { return options_.inWidth; }
  int outWidth() const override { return options_.outWidth; }
  const Activation& activation() const { return options_.activation; }
  std::vector<ParameterShape> parameterShapes() const override;
  LayerFlops flops() const override;
  double outputBound() const override;
  std::vector<HostTensor> initialValues(const RngStream& trainable, const RngStream& frozen) const override;
  Jet forward(ExecutionContext& context, const LayerParameters& parameters, const Jet& x,
              LayerTape& tape) const override;
  void backward(ExecutionContext& context, const LayerParameters& parameters, const LayerTape& tape,
                const Jet& gy, Jet* gx, const LayerParameters& gradients) const override;

 private:
  // Whether y is z itself, so that nothing is computed, copied or saved.
  bool isLinear() const;

  DenseOptions options_;
};

}  // namespace kernelscope

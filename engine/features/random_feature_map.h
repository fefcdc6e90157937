#pragma once
// Random feature maps: Phi with k(x, y) = E[Phi(x) . Phi(y)] over random projections G. They work on all
// rows of a jet, so that derivatives with respect to the network's input pass through (engine/README.md
// "Random features"). A map is an immutable value; the projections are a parameter outside.

#include "engine/backend/execution_context.h"

namespace kernelscope {

class RandomFeatureMap {
 public:
  virtual ~RandomFeatureMap() = default;

  virtual int inWidth() const = 0;
  virtual int projections() const = 0;     // m, rows of G
  virtual int featureColumns() const = 0;  // columns of Phi

  // z = x G^T, phi = Phi(x).  x [rows, inWidth], projection G [m, inWidth], z [rows, m],
  // phi [rows, featureColumns], rows = layout.channels() * batch.
  virtual void forward(ExecutionContext& context, const JetLayout& layout, const Tensor& projection,
                       const Tensor& x, const Tensor& z, const Tensor& phi) const = 0;

  // gx = adjoint of forward at z, applied to gphi [rows, featureColumns].  gx [rows, inWidth].
  virtual void backward(ExecutionContext& context, const JetLayout& layout, const Tensor& projection,
                        const Tensor& z, const Tensor& gphi, const Tensor& gx) const = 0;
};

}  // namespace kernelscope

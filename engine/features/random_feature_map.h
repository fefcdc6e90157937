#pragma once
// Random feature maps: Phi with k(x, y) = E[Phi(x) . Phi(y)] over random projections G. They work on all
// rows of a jet, so that derivatives with respect to the network's input pass through (engine/README.md
// "Random features"). A map is an immutable value; what it draws is a parameter outside.

#include "engine/backend/execution_context.h"
#include "engine/core/rng.h"
#include "engine/tensor/host_tensor.h"

namespace kernelscope {

// What is drawn once and then frozen: projection G [m, inWidth]; scale [1, m] for maps that have scales,
// else unallocated.
template <class AnyTensor>
struct FeatureDraw {
  AnyTensor projection, scale;
};

class RandomFeatureMap {
 public:
  virtual ~RandomFeatureMap() = default;

  virtual int inWidth() const = 0;
  virtual int projections() const = 0;     // m, rows of G
  virtual int featureColumns() const = 0;  // columns of Phi

  // Whether every projection has a scale of its own, as where each stands for a frequency.
  virtual bool hasScales() const { return false; }
  // [1, m] float64; empty without scales.
  virtual HostTensor drawScales(const RngStream& /*stream*/) const { return {}; }

  // z = x G^T, phi = Phi(x).  x [rows, inWidth], z [rows, m], phi [rows, featureColumns],
  // rows = layout.channels() * batch.
  virtual void forward(ExecutionContext& context, const JetLayout& layout, const FeatureDraw<Tensor>& draw,
                       const Tensor& x, const Tensor& z, const Tensor& phi) const = 0;

  // gx = adjoint of forward at x and its z, applied to gphi [rows, featureColumns].  gx [rows, inWidth].
  virtual void backward(ExecutionContext& context, const JetLayout& layout, const FeatureDraw<Tensor>& draw,
                        const Tensor& x, const Tensor& z, const Tensor& gphi, const Tensor& gx) const = 0;

  // Divides the columns of theta [out, featureColumns] by the typical size of their features, for maps whose
  // features are not of order 1.
  virtual void normalizeTheta(const HostTensor& /*scale*/, HostTensor& /*theta*/) const {}
  // Whether mapWeights is there.
  virtual bool mapsWeights() const { return false; }
  // Psi: theta and bias [1, out] whose layer estimates f(x W^T + b) without bias over the draws; W [out,
  // inWidth], b [1, out], all float64.
  virtual void mapWeights(const FeatureDraw<HostTensor>& draw, const HostTensor& weight, const HostTensor& b,
                          HostTensor& theta, HostTensor& bias) const;
};

}  // namespace kernelscope

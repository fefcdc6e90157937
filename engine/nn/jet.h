#pragma once
// Values of a layer together with their derivatives with respect to the network's input.

#include "engine/backend/execution_context.h"
#include "engine/backend/jet_layout.h"
#include "engine/tensor/tensor.h"

namespace kernelscope {

// data [layout.channels() * batch, width], channel blocks one under the other.
struct Jet {
  JetLayout layout;
  std::int64_t batch = 0;
  Tensor data;

  std::int64_t width() const { return data.cols(); }
  Tensor values() const { return data.rowRange(0, batch); }
  // d/dx_k of the values.
  Tensor derivative(int k) const { return data.rowRange((1 + k) * batch, batch); }
  Tensor laplacian() const { return data.rowRange((1 + layout.coordinates) * batch, batch); }
  // All rows below the values; empty for a plain jet.
  Tensor derivativeRows() const { return data.rowRange(batch, data.rows() - batch); }
};

// An uninitialised jet in the workspace.
Jet makeJet(ExecutionContext& context, const JetLayout& layout, std::int64_t batch, std::int64_t width,
            DType dtype);

// The jet of the identity at `coordinates` [batch, d]: dx_j/dx_k = 1 if j = k, Laplacian 0.
// layout.coordinates must be 0 or d.
Jet seedJet(ExecutionContext& context, const JetLayout& layout, const Tensor& coordinates);

}  // namespace kernelscope

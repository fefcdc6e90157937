#pragma once
// Losses of a tile: value and adjoint. The mean is over the whole batch, of which a tile is a part.

#include "engine/nn/jet.h"

namespace kernelscope {

// The mean squared error L = sum (out - target)^2 / (batchRows outWidth), over all tiles of a batch.
// Returns dL/d(out) of this tile, zero in derivative channels, in the workspace; sum [1, 1] float64 grows
// by the tile's sum of squares.  out.values() and target [rows, outWidth].
Jet meanSquaredErrorAdjoint(ExecutionContext& context, const Jet& out, const Tensor& target,
                            std::int64_t batchRows, const Tensor& sum);

// The squared error of a gradient, S = sum over k of (d out/dx_k - target_k)^2, target [rows, d outWidth]
// with the columns of x_0 first. Returns scale/2 dS/d(out), zero in the other channels; sum grows by S.
// Throws ShapeError if `out` carries no derivatives or the target does not fit.
Jet gradientErrorAdjoint(ExecutionContext& context, const Jet& out, const Tensor& target, double scale,
                         const Tensor& sum);

// The same for S = sum (L out - target)^2, the Laplacian channel and target [rows, outWidth].
Jet laplacianErrorAdjoint(ExecutionContext& context, const Jet& out, const Tensor& target, double scale,
                          const Tensor& sum);

}  // namespace kernelscope

#pragma once
// Losses of a tile: value and adjoint. The mean is over the whole batch, of which a tile is a part.

#include "engine/nn/jet.h"

namespace kernelscope {

// The mean squared error L = sum (out - target)^2 / (batchRows outWidth), over all tiles of a batch.
// Returns dL/d(out) of this tile, zero in derivative channels, in the workspace; sum [1, 1] float64 grows
// by the tile's sum of squares.  out.values() and target [rows, outWidth].
Jet meanSquaredErrorAdjoint(ExecutionContext& context, const Jet& out, const Tensor& target,
                            std::int64_t batchRows, const Tensor& sum);

}  // namespace kernelscope

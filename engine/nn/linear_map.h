#pragma once
// The linear map that every layer ends in, on jets: y = x W^T + b. The bias acts on the values only,
// because a constant has no derivative (engine/README.md "Layers").

#include "engine/nn/jet.h"

namespace kernelscope {

// x [rows, in], weight [out, in], bias [1, out] -> y, a jet of [rows, out].  2 rows in out flops.
Jet linearForward(ExecutionContext& context, const JetLayout& layout, std::int64_t batch, const Tensor& x,
                  const Tensor& weight, const Tensor& bias);

// weightGradient += gy^T x over all rows; biasGradient += sum of the value rows of gy.
void addLinearGradients(ExecutionContext& context, const Jet& gy, const Tensor& x,
                        const Tensor& weightGradient, const Tensor& biasGradient);

// gx = gy W.
void linearInputAdjoint(ExecutionContext& context, const Tensor& gy, const Tensor& weight, const Tensor& gx);

// Throws ShapeError unless the jet is `inWidth` wide and has the rows its layout asks for.
void checkLayerInput(const Jet& x, int inWidth);

}  // namespace kernelscope

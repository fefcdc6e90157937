#pragma once
// Which picture of a fitted field a reader wants. What is hidden is not computed.

namespace kernelscope {

enum class FieldView { Value, Gradient, Laplacian, Error };

}  // namespace kernelscope

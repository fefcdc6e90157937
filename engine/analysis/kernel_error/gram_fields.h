#pragma once
// Gram matrices as pictures of numbers: exact, one draw's estimate, their difference, and the limits that all
// three are shown with.

#include "engine/analysis/kernel_error/gram_comparison.h"
#include "engine/observe/field2d.h"

namespace kernelscope {

struct GramFields {
  Field2d exact, estimate, difference;  // [inputs, weights]; empty without matrices
  double largest = 0;                   // |entry| of the exact matrix
};

// Rounded to float: pictures need no more; readouts take the matrices themselves.
GramFields gramFields(const GramExact& exact, const GramEstimate& estimate);

}  // namespace kernelscope

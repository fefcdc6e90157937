#pragma once
// Lane A minus lane B, sample by sample.

#include "engine/observe/field2d.h"

namespace kernelscope {

struct FieldDifference {
  Field2d field;              // a - b, one channel: the mean over the channels
  double rootMeanSquare = 0;  // over all samples of all channels
};

// Of two fields of one shape; an empty field when the shapes differ. Name and unit are those of `a`.
FieldDifference fieldDifference(const Field2d& a, const Field2d& b);

}  // namespace kernelscope

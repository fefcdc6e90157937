#pragma once
// The fields of task image-field: two lanes fit one picture.

#include "engine/config/schema.h"

namespace kernelscope {

// Built anew at each call; taskSchema keeps one. The choices of the picture are the shipped ones that are
// found; without resources there are none.
Schema imageFieldSchema();

}  // namespace kernelscope

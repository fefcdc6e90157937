#pragma once
// The fields of task kernel-error: random-feature estimates of f(w.x + b) against the exact value.

#include "engine/config/schema.h"

namespace kernelscope {

Schema kernelErrorSchema();

}  // namespace kernelscope

#pragma once
// Groups of fields of the task kernel-error.

#include "engine/config/schema.h"

#include <vector>

namespace kernelscope {

std::vector<Field> targetFields();  // /target/...: the function f or the kernel
std::vector<Field> pairFields();    // /pairs/...: inputs x, weights w and biases b
std::vector<Field> methodFields();  // /methods and the keys of one

}  // namespace kernelscope

#pragma once
// What a computation may use: the device, scratch memory, and the wish to stop.

#include "engine/backend/backend.h"
#include "engine/backend/workspace.h"

#include <stop_token>

namespace kernelscope {

struct ExecutionContext {
  Backend& backend;
  Workspace& workspace;
  std::stop_token stop = {};
};

}  // namespace kernelscope

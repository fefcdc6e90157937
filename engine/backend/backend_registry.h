#pragma once
// The devices of this machine, and how to get one.

#include "engine/backend/backend.h"

#include <memory>
#include <string>
#include <vector>

namespace kernelscope {

// The CPU first; it is always there.
std::vector<DeviceInfo> listDevices();

// "auto" and "cpu" give the CPU. Throws DeviceError for a device that this machine or build does not have,
// naming those it has.
std::unique_ptr<Backend> makeBackend(const std::string& id);

}  // namespace kernelscope

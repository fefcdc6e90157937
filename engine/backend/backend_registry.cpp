#include "engine/backend/backend_registry.h"

#include "engine/backend/cpu/cpu_backend.h"
#include "engine/core/error.h"

namespace kernelscope {

std::vector<DeviceInfo> listDevices() {
  return {CpuBackend().device()};
}

std::unique_ptr<Backend> makeBackend(const std::string& id) {
  if (id == "auto" || id == "cpu") return std::make_unique<CpuBackend>();
  throw DeviceError("the device \"" + id +
                    "\" is not available: this build knows cpu only; use --backend cpu");
}

}  // namespace kernelscope

#include "app/headless/commands.h"
#include "engine/backend/backend_registry.h"
#include "engine/config/config_check.h"
#include "engine/config/presets.h"

#include <algorithm>
#include <cstdio>

namespace kernelscope {

ExitCode printPresets() {
  const std::vector<PresetInfo> presets = listPresets();
  std::size_t width = 0;
  for (const PresetInfo& preset : presets) width = std::max(width, preset.name.size());
  for (const PresetInfo& preset : presets) {
    const int indent = static_cast<int>(width);
    std::printf("%-*s  %s\n", indent, preset.name.c_str(), preset.title.c_str());
    if (!preset.description.empty()) std::printf("%-*s    %s\n", indent, "", preset.description.c_str());
  }
  return ExitCode::Finished;
}

ExitCode printSchema(const std::string& task) {
  std::printf("%s\n", jsonSchema(task).dump(2).c_str());
  return ExitCode::Finished;
}

ExitCode printDevices() {
  for (const DeviceInfo& device : listDevices()) {
    std::printf("%s  %s, %d threads, %.1f GB memory, kernels for %s, %s\n", device.id.c_str(),
                device.name.c_str(), device.threads, static_cast<double>(device.memoryBytes) * 1e-9,
                device.simdLevel.c_str(), device.blasLibrary.c_str());
  }
  return ExitCode::Finished;
}

}  // namespace kernelscope

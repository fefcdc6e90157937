#include "engine/backend/cpu/cpu_backend.h"

#include "engine/backend/cpu/pointwise_table.h"
#include "engine/core/compute_pool.h"

#include <cblas.h>
#include <unistd.h>

#include <fstream>
#include <string>

namespace kernelscope {

namespace {

// OpenBLAS must stay serial: our strips are the parallelism, and its own threads would change sums.
const PointwiseTable& startedTable() {
  openblas_set_num_threads(1);
  return choosePointwiseTable();
}

std::string processorName() {
  std::ifstream file("/proc/cpuinfo");
  std::string line;
  while (std::getline(file, line)) {
    if (line.rfind("model name", 0) == 0) {
      const auto colon = line.find(':');
      if (colon != std::string::npos && colon + 2 < line.size()) return line.substr(colon + 2);
    }
  }
  return "CPU";
}

}  // namespace

CpuBackend::CpuBackend() : table_(startedTable()) {}

DeviceInfo CpuBackend::device() const {
  DeviceInfo info;
  info.id = "cpu";
  info.name = processorName();
  info.simdLevel = table_.level;
  info.blasLibrary = std::string(openblas_get_config()) + ", core " + openblas_get_corename();
  info.memoryBytes = static_cast<std::int64_t>(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGE_SIZE);
  info.threads = availableThreads();
  return info;
}

}  // namespace kernelscope

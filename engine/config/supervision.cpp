#include "engine/config/supervision.h"

#include "engine/core/contract.h"

#include <array>

namespace kernelscope {

namespace {
constexpr std::array kAll = {Supervision::Value, Supervision::Gradient, Supervision::Laplacian};
}

Supervision supervisionOf(const ExperimentConfig& config) {
  for (const Supervision supervision : kAll) {
    if (config.supervise == supervisionName(supervision)) return supervision;
  }
  KS_EXPECT(false, "a checked experiment names a known supervision");
  return Supervision::Value;
}

const char* supervisionName(Supervision supervision) {
  constexpr std::array kNames = {"value", "gradient", "laplacian"};
  return kNames[static_cast<std::size_t>(supervision)];
}

}  // namespace kernelscope

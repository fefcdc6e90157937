#pragma once
// Small kernel-error studies, computed by the engine.

#include "engine/analysis/kernel_error/kernel_error_report.h"
#include "engine/config/kernel_error_config.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace kernelscope::testing {

struct SampleStudy {
  std::shared_ptr<const KernelErrorReport> report;
  std::shared_ptr<const KernelErrorConfig> config;
};

// The default study with the keys of `changes` replaced (nested objects are merged) and 200 trials.
std::shared_ptr<const KernelErrorConfig> sampleConfig(
    const nlohmann::json& changes = nlohmann::json::object());
SampleStudy sampleStudy(const nlohmann::json& changes = nlohmann::json::object());
// The report of the first tenth of the trials.
SampleStudy samplePreview(const nlohmann::json& changes = nlohmann::json::object());

}  // namespace kernelscope::testing

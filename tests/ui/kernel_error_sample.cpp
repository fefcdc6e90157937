#include "tests/ui/kernel_error_sample.h"

#include "engine/config/experiment_document.h"
#include "engine/core/compute_pool.h"

namespace kernelscope::testing {

std::shared_ptr<const KernelErrorConfig> sampleConfig(const nlohmann::json& changes) {
  nlohmann::json values = defaultDocument("kernel-error").values;
  values["trials"] = 200;
  values.merge_patch(changes);
  return std::make_shared<const KernelErrorConfig>(readKernelError(resolvedValues(values)));
}

SampleStudy sampleStudy(const nlohmann::json& changes) {
  const auto config = sampleConfig(changes);
  ComputePool pool(availableThreads());
  return {kernelErrorReport(*config, {}, pool), config};
}

SampleStudy samplePreview(const nlohmann::json& changes) {
  SampleStudy study{nullptr, sampleConfig(changes)};
  ComputePool pool(availableThreads());
  KernelErrorHooks hooks;
  hooks.preview = [&](std::shared_ptr<const KernelErrorReport> report) {
    if (!study.report) study.report = std::move(report);
  };
  kernelErrorReport(*study.config, {}, pool, hooks);
  return study;
}

}  // namespace kernelscope::testing

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

// What a study that takes long sends first: a tenth of the trials, without matrices.
SampleStudy samplePreview(const nlohmann::json& changes) {
  SampleStudy study{nullptr, sampleConfig(changes)};
  KernelErrorConfig first = *study.config;
  first.trials /= 10;
  first.gramSize = 0;
  first.advise = false;
  ComputePool pool(availableThreads());
  auto report = std::make_shared<KernelErrorReport>(*kernelErrorReport(first, {}, pool));
  report->preview = true;
  study.report = report;
  return study;
}

}  // namespace kernelscope::testing

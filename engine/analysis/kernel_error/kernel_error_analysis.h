#pragma once
// The task kernel-error for kernelscope-run: the report as arrays, metrics and a table.
//
// arrays.npz: exact [pairs], features [k], x and w [pairs, d], b [pairs]; for each method ID/estimates
// [k, trials, pairs] (the first m features of one draw), ID/predicted_std [k, pairs] (NaN where no closed
// form holds, infinite where there is no variance), ID/mean_relative_error, ID/error_10, ID/error_90, ID/std,
// ID/bias [k]; with a Gram matrix gram/exact [n, n], gram/singular_values [n], ID/gram/estimate,
// ID/gram/singular_values, ID/gram/difference_singular_values.

#include "engine/analysis/analysis.h"
#include "engine/analysis/kernel_error/kernel_error_report.h"

namespace kernelscope {

class KernelErrorAnalysis final : public Analysis {
 public:
  std::string task() const override { return "kernel-error"; }
  AnalysisResult answer(const ExperimentDocument& experiment, const AnalysisContext& context) const override;
};

std::vector<NamedArray> kernelErrorArrays(const KernelErrorReport& report);
nlohmann::ordered_json kernelErrorMetrics(const KernelErrorReport& report);
// method, m, mean relative error, 10 and 90 % quantile, standard deviation measured and predicted, bias, z.
std::string kernelErrorTable(const KernelErrorReport& report);

}  // namespace kernelscope

#include "engine/analysis/kernel_error/kernel_error_analysis.h"

#include "engine/io/csv_writer.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace kernelscope {

namespace {

using nlohmann::ordered_json;
using Shape = std::vector<std::int64_t>;

// Numbers that JSON has: infinity and "not known" are null.
ordered_json number(double value) {
  return std::isfinite(value) ? ordered_json(value) : ordered_json(nullptr);
}

std::int64_t size(std::size_t count) {
  return static_cast<std::int64_t>(count);
}

template <class Read>
NamedArray perPoint(const MethodReport& method, const char* name, const Read& read) {
  std::vector<double> values;
  for (const ErrorPoint& point : method.curve) values.push_back(read(point));
  return {method.id + name, {size(values.size())}, std::move(values)};
}

void addMethod(const KernelErrorReport& report, const MethodReport& method, std::vector<NamedArray>& arrays) {
  const std::int64_t k = size(report.features.size()), pairs = size(report.pairs.size());
  arrays.push_back({method.id + "/estimates", {k, report.trials, pairs}, method.estimates.estimates});
  arrays.push_back({method.id + "/predicted_std", {k, pairs}, method.estimates.predictedStd});
  arrays.push_back(
      perPoint(method, "/mean_relative_error", [](const ErrorPoint& point) { return point.mean; }));
  arrays.push_back(perPoint(method, "/error_10", [](const ErrorPoint& point) { return point.low; }));
  arrays.push_back(perPoint(method, "/error_90", [](const ErrorPoint& point) { return point.high; }));
  arrays.push_back(perPoint(method, "/std", [](const ErrorPoint& point) { return point.std; }));
  arrays.push_back(perPoint(method, "/bias", [](const ErrorPoint& point) { return point.bias; }));
  if (report.gram.empty()) return;
  const Shape matrix = {report.gram.rows, report.gram.columns};
  arrays.push_back({method.id + "/gram/estimate", matrix, method.gram.values});
  const auto singular = [&](const char* name, const std::vector<double>& values) {
    arrays.push_back({method.id + name, {size(values.size())}, values});
  };
  singular("/gram/singular_values", method.gram.singularValues);
  singular("/gram/difference_singular_values", method.gram.differenceSingularValues);
}

ordered_json methodMetrics(const MethodReport& method) {
  const ErrorPoint& last = method.curve.back();
  ordered_json metrics = {{"mean_relative_error", number(last.mean)},
                          {"std", number(last.std)},
                          {"predicted_std", number(method.predictable ? last.predictedStd : NAN)},
                          {"predicted_std_of_one_feature", number(method.predictedStdOfOne)},
                          {"bias", number(last.bias)},
                          {"bias_z", number(last.biasZ)},
                          {"bias_bound", number(method.biasBound)},
                          {"features_for_wished_error", number(method.featuresForError)},
                          {"certified_features", number(method.certifiedFeatures)},
                          {"tail_measure", number(method.tailMeasure)},
                          {"heavy_tails", method.tailMeasure > 1},
                          {"infinite_variance", !method.whyNoVariance.empty()}};
  if (!method.whyNoVariance.empty()) metrics["why_infinite_variance"] = method.whyNoVariance;
  if (method.A) metrics["A"] = *method.A;
  if (method.slope) {
    metrics["slope"] = number(method.slope->slope);
    metrics["slope_low"] = number(method.slope->low);
    metrics["slope_high"] = number(method.slope->high);
  }
  if (!method.gram.values.empty()) metrics["gram_relative_error"] = number(method.gram.relativeNorm);
  return metrics;
}

ordered_json adviceOf(const Advice& advice) {
  ordered_json entry = {{"map", advice.method.map}};
  if (advice.A)
    entry["A"] = *advice.A;
  else if (advice.method.choiceOfA == KernelMethodSpec::AChoice::FrequencyDependent)
    entry.update({{"A", "frequency-dependent"}, {"growth", advice.method.growth}});
  const bool universal = advice.method.map.starts_with("universal");
  if (universal) entry["proposal"] = advice.method.proposal;
  if (advice.method.map == "universal-complex") entry["split"] = advice.method.split;
  if (advice.method.map == "maclaurin" || advice.method.map == "eugen")
    entry["degree"] = advice.method.degree;
  entry["projections_per_feature"] = advice.projections;
  entry["relative_std_of_one_feature"] = number(advice.relativeStdOfOne);
  entry["features_for_wished_error"] = number(advice.features);
  return entry;
}

std::string line(const MethodReport& method, int features) {
  const ErrorPoint& last = method.curve.back();
  std::string text = fmt::format("  {}  mean relative error {:.3g} % at m = {}  std {:.3g}", method.id,
                                 100 * last.mean, features, last.std);
  if (method.predictable) text += fmt::format(" (predicted {:.3g})", last.predictedStd);
  if (method.slope)
    text += fmt::format("  slope {:.3f} ({:.3f} .. {:.3f})", method.slope->slope, method.slope->low,
                        method.slope->high);
  if (!method.whyNoVariance.empty()) text += "\n      infinite variance: " + method.whyNoVariance;
  if (method.tailMeasure > 1)
    text += fmt::format("\n      heavy tails (eta |w| = {:.2g}): a measured deviation is not reliable",
                        method.tailMeasure);
  if (method.biasBound > 1e-6)
    text += fmt::format("\n      biased by up to {:.2g} by construction", method.biasBound);
  return text;
}

}  // namespace

std::vector<NamedArray> kernelErrorArrays(const KernelErrorReport& report) {
  const std::int64_t pairs = size(report.pairs.size()), d = size(report.pairs.front().x.size());
  std::vector<double> x, w, b;
  for (const KernelPair& pair : report.pairs) {
    x.insert(x.end(), pair.x.begin(), pair.x.end());
    w.insert(w.end(), pair.w.begin(), pair.w.end());
    b.push_back(pair.bias);
  }
  std::vector<NamedArray> arrays = {
      {"exact", {pairs}, report.exact},
      {"features",
       {size(report.features.size())},
       std::vector<std::int64_t>(report.features.begin(), report.features.end())},
      {"x", {pairs, d}, std::move(x)},
      {"w", {pairs, d}, std::move(w)},
      {"b", {pairs}, std::move(b)},
  };
  if (!report.gram.empty()) {
    arrays.push_back({"gram/exact", {report.gram.rows, report.gram.columns}, report.gram.values});
    arrays.push_back(
        {"gram/singular_values", {size(report.gram.singularValues.size())}, report.gram.singularValues});
  }
  for (const MethodReport& method : report.methods) addMethod(report, method, arrays);
  return arrays;
}

ordered_json kernelErrorMetrics(const KernelErrorReport& report) {
  ordered_json metrics = {{"features", report.features.back()}, {"trials", report.trials}};
  std::int64_t small = 0;
  for (const bool marked : report.smallPair) small += marked ? 1 : 0;
  metrics["pairs"] = report.pairs.size();
  metrics["pairs_relative_to_largest_value"] = small;
  for (const MethodReport& method : report.methods) metrics["methods"][method.id] = methodMetrics(method);
  metrics["advice"] = ordered_json::array();
  for (const Advice& advice : report.advice) metrics["advice"].push_back(adviceOf(advice));
  return metrics;
}

std::string kernelErrorTable(const KernelErrorReport& report) {
  const std::array<std::string, 9> header = {"method",        "features", "mean_relative_error",
                                             "error_10",      "error_90", "std",
                                             "predicted_std", "bias",     "bias_z"};
  CsvTable table(header);
  for (const MethodReport& method : report.methods) {
    for (const ErrorPoint& point : method.curve) {
      table.cell(method.id)
          .cell(point.features)
          .cell(point.mean)
          .cell(point.low)
          .cell(point.high)
          .cell(point.std);
      table.cell(method.predictable ? point.predictedStd : NAN).cell(point.bias).cell(point.biasZ);
      table.endRow();
    }
  }
  return table.takeText();
}

AnalysisResult KernelErrorAnalysis::answer(const ExperimentDocument& experiment,
                                           const AnalysisContext& context) const {
  const KernelErrorConfig config = readKernelError(nlohmann::json(experiment.values));
  const auto report =
      kernelErrorReport(config, experiment.baseDirectory, context.pool, {context.stop, context.progress, {}});
  AnalysisResult result{
      kernelErrorArrays(*report), kernelErrorMetrics(*report), kernelErrorTable(*report), {}};
  for (const MethodReport& method : report->methods)
    result.lines.push_back(line(method, report->features.back()));
  if (!report->advice.empty())
    result.lines.push_back(
        fmt::format("  advice: {} with {:.0f} features for a relative standard deviation of {}",
                    report->advice.front().method.map, report->advice.front().features, config.wishedError));
  return result;
}

}  // namespace kernelscope

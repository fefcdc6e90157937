#pragma once
// A kernel-error study, answered: what the page shows and the run folder keeps.

#include "engine/analysis/kernel_error/advisor.h"
#include "engine/analysis/kernel_error/error_statistics.h"
#include "engine/analysis/kernel_error/estimate_distribution.h"
#include "engine/analysis/kernel_error/gram_comparison.h"
#include "engine/analysis/kernel_error/kernel_error_study.h"
#include "engine/config/kernel_error_config.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace kernelscope {

class ComputePool;

struct MethodReport {
  std::string id;
  std::optional<double> A;       // what was taken, where the features have a fixed one
  bool predictable = false;      // the predictions hold: independent draws, nothing as released
  double predictedStdOfOne = 0;  // root mean square over the pairs; infinite, or NaN if not predictable
  std::string whyNoVariance;     // a sentence, where it is infinite
  double tailMeasure = 0;        // above 1 the tails are heavy
  double biasBound = 0;
  std::optional<TypicalFeature> typical;  // at the first pair, where features are exponentials of waves
  MethodEstimates estimates;
  std::vector<ErrorPoint> curve;      // one for each m
  std::optional<ErrorSlope> slope;    // two or more m
  double featuresForError = 0;        // m for the wished error; infinite without a variance
  double measuredFeatures = 0;        // the same from the deviation measured at the largest m
  double certifiedFeatures = 0;       // m that Hoeffding certifies; infinite where features are not bounded
  GramEstimate gram;                  // empty without a Gram matrix
  Histogram histogram;                // of the first pair's estimates at features[shown]; same bins for all
  std::vector<EstimateRange> ranges;  // of each pair's, at features[shown]
};

struct KernelErrorReport {
  std::uint64_t seed = 0;
  std::vector<int> features;  // m, ascending
  std::size_t shown = 0;      // the m nearest to gram_features
  int trials = 0;             // done; fewer than wanted in a preview
  bool preview = false;
  std::vector<KernelPair> pairs;
  std::vector<double> exact;
  double scale = 1;             // what values below 1e-3 of it are measured against
  std::vector<bool> smallPair;  // measured against the scale
  std::vector<MethodReport> methods;
  GramExact gram;
  std::vector<Advice> advice;  // best first
  double seconds = 0;          // without the advice
};

struct KernelErrorHooks {
  std::stop_token stop;
  // Share done of the whole, from any thread.
  std::function<void(double share)> progress;
  // Reports of the first trials where the rest takes longer than a glance, and the whole one before there is
  // advice; from the calling thread.
  std::function<void(std::shared_ptr<const KernelErrorReport>)> preview;
  KeptDraws* kept = nullptr;  // draws of earlier studies, used and added to; null: none are kept
};

// Throws ConfigError, ContentError, IoError, NumericalError for what cannot be answered; Cancelled when
// stopped.
std::shared_ptr<const KernelErrorReport> kernelErrorReport(const KernelErrorConfig& config,
                                                           const std::filesystem::path& base,
                                                           ComputePool& pool,
                                                           const KernelErrorHooks& hooks = {});

}  // namespace kernelscope

#pragma once
// The values of a kernel-error study, as kernel_error_schema.h describes them.

#include "engine/core/error.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace kernelscope {

struct KernelTarget {
  std::string kind;        // activation | formula | arc-cosine | softmax | gaussian
  std::string name;        // of the activation
  double frequency = 1;    // f(frequency z); activations only
  std::string expression;  // a formula of z
  int order = 1;           // arc-cosine
};

// Numbers given in the experiment, or the path of an .npy file that has them.
struct NumberTable {
  std::string file;
  std::vector<std::vector<double>> rows;
  bool empty() const { return file.empty() && rows.empty(); }
};

struct KernelPairs {
  NumberTable x, w, b;  // empty: pairs are drawn
  int dimension = 16;
  double normX = 0.8, normW = 0.8;
  double angleDegrees = 60;  // used unless randomAngle
  bool randomAngle = false;
  double bias = 0;
  int count = 1;
};

struct KernelMethodSpec {
  enum class AChoice { Fixed, Optimal, FrequencyDependent };
  std::string id, map, sampling;
  AChoice choiceOfA = AChoice::Fixed;
  double A = 0;
  double growth = 3;
  std::string proposal, split;
  bool scaleByNorms = true;
  double scale = 1;
  int degree = 7;
  std::string projection;
  std::vector<std::string> asReleased;

  bool released(const std::string& defect) const;
};

struct KernelErrorConfig {
  std::uint64_t seed = 7;
  KernelTarget target;
  KernelPairs pairs;
  std::vector<int> features;  // as given; a study sorts them
  int trials = 500;
  double wishedError = 0.05;  // relative standard deviation
  double confidence = 0.95;
  int gramSize = 40;
  int gramFeatures = 128;
  bool advise = true;
  std::vector<KernelMethodSpec> methods;
};

// Reads a resolved document of task kernel-error that its schema found right.
KernelErrorConfig readKernelError(const nlohmann::json& values);

// Issues between values: pairs whose shapes disagree, methods that do not estimate the target, studies too
// large to hold. Does not read files.
std::vector<ConfigIssue> kernelErrorIssues(const KernelErrorConfig& config);

// Whether features of this map estimate a target of this kind. `nameOrEmpty` is the activation's name.
bool mapEstimates(const std::string& map, const KernelTarget& target);

}  // namespace kernelscope

#pragma once
// A kernel as a matrix: exact values over inputs (rows) and weights (columns), one draw's estimate of them,
// and the singular values of both. All [rows, columns], row-major.

#include "engine/analysis/kernel_error/method_factory.h"
#include "engine/analysis/kernel_error/study_pairs.h"

#include <stop_token>
#include <vector>

namespace kernelscope {

class ComputePool;

struct GramExact {
  int rows = 0, columns = 0;
  std::vector<double> values, singularValues;
  bool empty() const { return values.empty(); }
};

struct GramEstimate {
  int features = 0;
  std::vector<double> values, singularValues;
  std::vector<double> differenceSingularValues;
  double relativeNorm = 0;  // |estimate - exact| / |exact|, Frobenius
};

GramExact exactGram(const TargetKernel& kernel, const GramPoints& points);

// All entries share the projections of one draw. rows x columns x features features; throws Cancelled when
// stopped, ConfigError where the projections would need more than 400 MB.
GramEstimate estimatedGram(const PreparedMethod& method, const GramPoints& points, const GramExact& exact,
                           int features, const RngStream& stream, ComputePool& pool, std::stop_token stop);

}  // namespace kernelscope

#pragma once
// What a kernel-error curve says: mean relative error with its band, standard deviation, bias, slope.

#include "engine/analysis/kernel_error/kernel_error_study.h"

#include <vector>

namespace kernelscope {

// |estimate - exact| / |exact|; where |exact| < 1e-3 scale it is divided by `scale` (the largest |f|)
// instead.
double relativeBase(double exact, double scale);  // the divisor
double relativeError(double estimate, double exact, double scale);

struct ErrorPoint {
  int features = 0;
  double mean = 0, low = 0,
         high = 0;          // of the relative errors of all trials and pairs; 10 % and 90 % quantile
  double std = 0;           // of the estimates about their mean, root mean square over pairs
  double predictedStd = 0;  // the same from the closed forms; infinite where there is none
  double bias = 0;          // mean estimate - exact of the pair with the largest |z|
  double biasZ = 0;         // |bias| sqrt(trials) / std of that pair: above 4 is no accident
};

// log(mean error) = intercept + slope log(m), by least squares, with the 95 % interval of a bootstrap over
// trials (errors at different m share draws, so their residuals would mislead).
struct ErrorSlope {
  double slope = 0, low = 0, high = 0;
};

std::vector<ErrorPoint> errorCurve(const StudyPlan& plan, const MethodEstimates& estimates, double scale);
ErrorSlope errorSlope(const StudyPlan& plan, const MethodEstimates& estimates, double scale,
                      int resamples = 200);

// m for which std sqrt(1/m) reaches `error`; infinite where the std is.
double featuresNeeded(double stdOfOne, double error);

// P(|mean of m draws in [-bound, bound] - expectation| >= epsilon) <= 2 exp(-m eps^2 / (2 bound^2)).
// Source: Hoeffding 1963, theorem 2. Independent draws only.
double hoeffdingProbability(double bound, int features, double epsilon);

}  // namespace kernelscope

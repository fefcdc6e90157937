#pragma once
// Draws frequencies s for the integral of a SpectralForm with a density that is known exactly: constant
// within cells that are fine near 0. Either proportional to |amplitude| (times what the wave takes away at a
// pole), or to |amplitude| sqrt(E X^2), which minimises the variance.

#include "engine/features/spectral_form.h"

#include <functional>
#include <vector>

namespace kernelscope {

class FrequencyProposal {
 public:
  // `weight(s)` >= 0 up to a factor. Frequencies beyond the point where the rest of the weight is below
  // 1e-14 of it are left out, or beyond form.upper. Throws NumericalError when the weight is zero or not
  // finite.
  FrequencyProposal(const SpectralForm& form, const std::function<double(double s)>& weight);

  // The frequency at quantile u in [0, 1), and the density there.
  struct Drawn {
    double s, density;
  };
  Drawn draw(double u) const;
  double density(double s) const;
  double upper() const { return edges_.back(); }

  // int f(s) ds over the support, cell by cell (2 Gauss points each).
  double integrate(const std::function<double(double s)>& f) const;
  // The largest f at the edges and middles of the cells that are drawn at all.
  double largest(const std::function<double(double s)>& f) const;

 private:
  std::vector<double> edges_;        // cells + 1
  std::vector<double> probability_;  // of each cell
  std::vector<double> cumulative_;   // probability up to each edge
};

// |amplitude| times min(1, s)^k: k = 0 for cosine, 1 for sine, 2 for 1 - cosine.
double plainWeight(const SpectralForm& form, double s);

}  // namespace kernelscope

#include "engine/features/frequency_proposal.h"

#include "engine/core/error.h"
#include "engine/features/quadrature.h"

#include <algorithm>
#include <cmath>

namespace kernelscope {

namespace {

constexpr int kCells = 1024;
constexpr int kPoints = 2;  // of Gauss in each cell
constexpr double kRest = 1e-14;
constexpr double kFarthest = 1e4;

double overCell(const std::function<double(double)>& f, double from, double to) {
  const QuadratureRule& rule = gaussLegendre(kPoints);
  const double middle = (from + to) / 2, half = (to - from) / 2;
  double sum = 0;
  for (std::size_t i = 0; i < rule.nodes.size(); ++i)
    sum += rule.weights[i] * f(middle + half * rule.nodes[i]);
  return sum * half;
}

// Where the weight has died away: the end of the support.
double supportEnd(const SpectralForm& form, const std::function<double(double)>& weight) {
  double sum = 0, from = 0;
  for (double to = 1.0 / 64; from < std::min(form.upper, kFarthest); from = to, to *= 1.25) {
    const double share = overCell(weight, from, std::min(to, form.upper));
    // Moments of tiny amplitudes overflow long after the weight has died away.
    if (!std::isfinite(share)) return from;
    sum += share;
    if (from > 1 && share <= kRest * sum) return to;
  }
  return std::min(form.upper, kFarthest);
}

}  // namespace

FrequencyProposal::FrequencyProposal(const SpectralForm& form, const std::function<double(double)>& weight) {
  const double end = supportEnd(form, weight);
  edges_.resize(kCells + 1);
  cumulative_.assign(kCells + 1, 0);
  for (int i = 0; i <= kCells; ++i) {
    const double t = static_cast<double>(i) / kCells;
    edges_[static_cast<std::size_t>(i)] = end * t * t;
  }
  for (std::size_t i = 0; i < kCells; ++i) {
    probability_.push_back(overCell(weight, edges_[i], edges_[i + 1]));
    cumulative_[i + 1] = cumulative_[i] + probability_[i];
  }
  const double total = cumulative_.back();
  if (!(total > 0) || !std::isfinite(total))
    throw NumericalError(
        "the density of the frequencies cannot be normalised: its integral is not a positive number");
  for (double& value : probability_) value /= total;
  for (double& value : cumulative_) value /= total;
  cumulative_.back() = 1;
}

FrequencyProposal::Drawn FrequencyProposal::draw(double u) const {
  const auto after = std::upper_bound(cumulative_.begin(), cumulative_.end() - 1, u);
  const auto cell = static_cast<std::size_t>(after - cumulative_.begin()) - 1;
  const double share = std::min(1.0, (u - cumulative_[cell]) / probability_[cell]);
  const double width = edges_[cell + 1] - edges_[cell];
  return {edges_[cell] + share * width, probability_[cell] / width};
}

double FrequencyProposal::density(double s) const {
  const auto after = std::upper_bound(edges_.begin(), edges_.end() - 1, s);
  if (after == edges_.begin()) return 0;
  const auto cell = static_cast<std::size_t>(after - edges_.begin()) - 1;
  return probability_[cell] / (edges_[cell + 1] - edges_[cell]);
}

double FrequencyProposal::integrate(const std::function<double(double)>& f) const {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < edges_.size(); ++i) sum += overCell(f, edges_[i], edges_[i + 1]);
  return sum;
}

double FrequencyProposal::largest(const std::function<double(double)>& f) const {
  double most = 0;
  for (std::size_t i = 0; i + 1 < edges_.size(); ++i) {
    if (probability_[i] <= 0) continue;
    most = std::max(most, f((edges_[i] + edges_[i + 1]) / 2));
    if (edges_[i] > 0) most = std::max(most, f(edges_[i]));
  }
  return most;
}

double plainWeight(const SpectralForm& form, double s) {
  const double below = std::min(1.0, s);
  const double amplitude = std::abs(form.amplitude(s));
  if (form.wave == Wave::Cosine) return amplitude;
  return form.wave == Wave::Sine ? amplitude * below : amplitude * below * below;
}

}  // namespace kernelscope

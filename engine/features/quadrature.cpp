#include "engine/features/quadrature.h"

#include "engine/core/contract.h"

#include <cmath>
#include <map>
#include <mutex>
#include <numbers>

namespace kernelscope {

namespace {

constexpr int kPanelPoints = 16;
constexpr double kPanelWidth = 0.25;  // an oscillation of |z| <= 10 has many points in it
constexpr double kLastPanel = 1e5;
constexpr double kNegligible = 1e-13;
constexpr int kQuietPanels = 8;  // negligible panels in a row that end the sum

QuadratureRule computeRule(int count) {
  QuadratureRule rule;
  rule.nodes.resize(static_cast<std::size_t>(count));
  rule.weights.resize(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    double x = std::cos(std::numbers::pi * (i + 0.75) / (count + 0.5)), slope = 1;
    for (int iteration = 0; iteration < 100; ++iteration) {
      double p = 1, previous = 0;
      for (int k = 1; k <= count; ++k) {
        const double next = ((2 * k - 1) * x * p - (k - 1) * previous) / k;
        previous = p;
        p = next;
      }
      slope = count * (x * p - previous) / (x * x - 1);
      const double change = p / slope;
      x -= change;
      if (std::abs(change) < 1e-15) break;
    }
    rule.nodes[static_cast<std::size_t>(i)] = x;
    rule.weights[static_cast<std::size_t>(i)] = 2 / ((1 - x * x) * slope * slope);
  }
  return rule;
}

double panel(const QuadratureRule& rule, const std::function<double(double)>& f, double from, double to) {
  const double middle = (from + to) / 2, half = (to - from) / 2;
  double sum = 0;
  for (std::size_t i = 0; i < rule.nodes.size(); ++i)
    sum += rule.weights[i] * f(middle + half * rule.nodes[i]);
  return sum * half;
}

}  // namespace

const QuadratureRule& gaussLegendre(int count) {
  KS_EXPECT(count >= 1, "a quadrature rule needs points");
  static std::mutex mutex;
  static std::map<int, QuadratureRule> rules;
  const std::scoped_lock lock(mutex);
  const auto found = rules.find(count);
  return found != rules.end() ? found->second : rules.emplace(count, computeRule(count)).first->second;
}

double integratePanels(const std::function<double(double)>& f, double from, double to, int panels) {
  const QuadratureRule& rule = gaussLegendre(kPanelPoints);
  const double width = (to - from) / panels;
  double sum = 0;
  for (int i = 0; i < panels; ++i) sum += panel(rule, f, from + i * width, from + (i + 1) * width);
  return sum;
}

double integrateWaves(const std::function<double(double)>& f, double upper) {
  const QuadratureRule& rule = gaussLegendre(kPanelPoints);
  double sum = 0, from = 0;
  int quiet = 0;
  while (from < upper && from < kLastPanel && quiet < kQuietPanels) {
    const double to = std::min(upper, from + kPanelWidth);
    const double share = panel(rule, f, from, to);
    sum += share;
    quiet = std::abs(share) <= kNegligible * (std::abs(sum) + kNegligible) ? quiet + 1 : 0;
    from = to;
  }
  return sum;
}

}  // namespace kernelscope

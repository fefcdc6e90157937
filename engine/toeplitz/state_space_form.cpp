#include "engine/toeplitz/state_space_form.h"

#include "engine/backend/cpu/real_fourier_plan.h"
#include "engine/core/error.h"

#include <algorithm>
#include <numbers>
#include <numeric>

namespace kernelscope {

using Complex = std::complex<double>;

std::vector<DiagonalState> stateSpaceForm(std::span<const double> taps, double gamma) {
  if (taps.empty()) throw ShapeError("a recurrence of 0 taps; it needs at least 1");
  const std::size_t length = taps.size() + 1;
  const RealFourierPlan plan(length);
  FourierBuffer<double> samples(length);
  FourierBuffer<Complex> bins(plan.bins());
  std::ranges::copy(taps, samples.data());
  samples.values()[taps.size()] = -std::accumulate(taps.begin(), taps.end(), 0.0);
  plan.forward(samples, bins);
  std::vector<DiagonalState> states;
  for (std::size_t s = 1; s < plan.bins(); ++s) {
    // The state M - s is the conjugate of s; both real parts are one of twice the size.
    const double pairs = 2 * s == length ? 1 : 2;
    const double turn = -2 * std::numbers::pi * static_cast<double>(s) / static_cast<double>(length);
    states.push_back(
        {std::polar(gamma, turn), pairs * std::conj(bins.values()[s]) / static_cast<double>(length)});
  }
  return states;
}

std::vector<double> impulseResponse(std::span<const DiagonalState> states, std::int64_t count) {
  std::vector<double> impulse(static_cast<std::size_t>(count));
  if (!impulse.empty()) impulse.front() = 1;
  return runRecurrence(states, impulse);
}

std::vector<double> runRecurrence(std::span<const DiagonalState> states, std::span<const double> x) {
  std::vector<Complex> u(states.size());
  std::vector<double> y;
  y.reserve(x.size());
  for (const double input : x) {
    double sum = 0;
    for (std::size_t s = 0; s < states.size(); ++s) {
      u[s] = states[s].lambda * u[s] + states[s].b * input;
      sum += u[s].real();
    }
    y.push_back(sum);
  }
  return y;
}

}  // namespace kernelscope

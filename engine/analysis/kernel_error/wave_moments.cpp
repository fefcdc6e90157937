#include "engine/analysis/kernel_error/wave_moments.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kernelscope {

namespace {

const Complex kImaginary{0, 1};

// E Y^2, E Y Z: Y = Re L_g(0) L_g(eta w). With a complex eta the real part of Y is used, so that both parts
// of the moments enter.
struct UnitMoments {
  double yy, yz;  // E (Re Y)^2, E (Re Y)(Re Z)
};

UnitMoments unitMoments(const PairGeometry& pair, const Split& split, double s, double A) {
  const PairVector zero{0, 0}, x{split.rho, 0}, w{0, split.eta};
  const PairVector xc{std::conj(split.rho), 0}, wc{0, std::conj(split.eta)};
  const Complex turn = kImaginary * (s * pair.bias);
  const double absolute = std::exp(logFourthMoment(pair, A, {zero, w, zero, wc})).real();
  const Complex square = std::exp(logFourthMoment(pair, A, {zero, w, zero, w}));
  const Complex same = std::exp(logFourthMoment(pair, A, {zero, w, x, w}) + turn);
  const Complex crossed = std::exp(logFourthMoment(pair, A, {zero, w, xc, wc}) - turn);
  return {(absolute + square.real()) / 2, (same.real() + crossed.real()) / 2};
}

double secondMomentAt(Wave wave, const PairGeometry& pair, const Split& split, double s, double A) {
  const SecondMoments z = featureMoments(pair, split, s, A);
  if (!std::isfinite(z.absolute)) return std::numeric_limits<double>::infinity();
  if (wave == Wave::Sine) return (z.absolute - z.square.real()) / 2;
  const double cosine = (z.absolute + z.square.real()) / 2;
  if (wave == Wave::Cosine) return cosine;
  const UnitMoments unit = unitMoments(pair, split, s, A);
  return unit.yy - 2 * unit.yz + cosine;
}

}  // namespace

// The differences below lose their digits where the feature itself vanishes like s^2 or s^4.
double waveSecondMoment(Wave wave, const PairGeometry& pair, const SplitRule& rule, double s) {
  const double smallest = wave == Wave::OneMinusCosine ? 3e-3 : wave == Wave::Sine ? 1e-5 : 0;
  const double at = std::max(s, smallest);
  const double moment = secondMomentAt(wave, pair, rule.split(at), at, rule.A(at));
  if (s >= smallest) return moment;
  const double ratio = s / smallest;
  return moment * (wave == Wave::OneMinusCosine ? ratio * ratio * ratio * ratio : ratio * ratio);
}

}  // namespace kernelscope

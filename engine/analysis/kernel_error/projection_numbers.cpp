#include "engine/analysis/kernel_error/projection_numbers.h"

#include "engine/backend/cpu/random_kernels.h"
#include "engine/core/random_sequence.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kernelscope {

namespace {

// Both numbers of every pair, one after the other.
template <class FillPairs>
std::vector<double> inTurn(const RngStream& stream, std::size_t count, const FillPairs& fill) {
  std::vector<double> a((count + 1) / 2), b(a.size()), values(count);
  fill(stream, 0, a, b);
  for (std::size_t i = 0; i < count; ++i) values[i] = i % 2 == 0 ? a[i / 2] : b[i / 2];
  return values;
}

}  // namespace

std::vector<double> normalNumbers(const RngStream& stream, std::size_t count) {
  return inTurn(stream, count, fillNormalPairs);
}

std::vector<double> uniformNumbers(const RngStream& stream, std::size_t count) {
  return inTurn(stream, count, fillUniformPairs);
}

std::vector<double> signNumbers(const RngStream& stream, std::size_t count) {
  constexpr std::size_t kBitsOfWord = 32, kBits = 4 * kBitsOfWord;
  std::vector<double> values(count);
  for (std::size_t first = 0; first < count; first += kBits) {
    const std::array<std::uint32_t, 4> words = stream.words(first / kBits);
    for (std::size_t i = first; i < std::min(count, first + kBits); ++i)
      values[i] = (words[(i - first) / kBitsOfWord] >> (i % kBitsOfWord)) & 1U ? 1 : -1;
  }
  return values;
}

// Twice a Gamma(degrees / 2) variable (Marsaglia and Tsang 2000): one proposal for each at once, and the few
// that are refused drawn one by one.
std::vector<double> chiSquaredNumbers(const RngStream& stream, int degrees, std::size_t count) {
  enum { kNormals, kAcceptance, kRest };
  const RngStream rest = stream.substream(kRest);
  const auto drawnAlone = [&](std::size_t i) {
    return RandomSequence(rest.substream(i)).chiSquared(degrees);
  };
  std::vector<double> values(count);
  if (degrees < 2) {
    for (std::size_t i = 0; i < count; ++i) values[i] = drawnAlone(i);
    return values;
  }
  const std::vector<double> normals = normalNumbers(stream.substream(kNormals), count);
  const std::vector<double> accept = uniformNumbers(stream.substream(kAcceptance), count);
  const double d = 0.5 * degrees - 1.0 / 3, c = 1 / std::sqrt(9 * d);
  for (std::size_t i = 0; i < count; ++i) {
    const double x = normals[i], root = 1 + c * x, v = root * root * root;
    const bool sure = root > 0 && accept[i] < 1 - 0.0331 * (x * x) * (x * x);
    const bool kept = sure || (root > 0 && std::log(accept[i]) < 0.5 * x * x + d * (1 - v + std::log(v)));
    values[i] = kept ? 2 * d * v : drawnAlone(i);
  }
  return values;
}

}  // namespace kernelscope

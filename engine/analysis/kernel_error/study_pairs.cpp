#include "engine/analysis/kernel_error/study_pairs.h"

#include "engine/core/error.h"
#include "engine/core/random_sequence.h"
#include "engine/io/npy.h"
#include "engine/linalg/host_linalg.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kernelscope {

namespace {

constexpr std::uint64_t kPairStream = 0, kCurveStream = 1;
constexpr int kHarmonics = 3;  // of the curves of a Gram matrix

RngStream pairStream(std::uint64_t seed, std::uint64_t part) {
  return randomStream(seed, RandomPurpose::KernelPairs).substream(part);
}

std::vector<double> gaussian(RandomSequence& random, std::size_t count) {
  std::vector<double> values(count);
  for (double& value : values) value = random.normal();
  return values;
}

std::vector<double> scaledTo(std::vector<double> vector, double length) {
  double square = 0;
  for (const double value : vector) square += value * value;
  const double factor = square > 0 ? length / std::sqrt(square) : 0;
  for (double& value : vector) value *= factor;
  return vector;
}

KernelPair drawnPair(const KernelPairs& pairs, RandomSequence& random) {
  const auto d = static_cast<std::size_t>(pairs.dimension);
  if (pairs.randomAngle) {
    std::vector<double> x = scaledTo(gaussian(random, d), pairs.normX);
    return makePair(std::move(x), scaledTo(gaussian(random, d), pairs.normW), pairs.bias);
  }
  const double angle = pairs.angleDegrees * std::numbers::pi / 180;
  if (d == 1) return makePair({pairs.normX}, {std::cos(angle) < 0 ? -pairs.normW : pairs.normW}, pairs.bias);
  std::vector<double> plane = gaussian(random, 2 * d);
  orthonormalizeRows(plane, 2, pairs.dimension);
  std::vector<double> x(d), w(d);
  for (std::size_t k = 0; k < d; ++k) {
    x[k] = pairs.normX * plane[k];
    w[k] = pairs.normW * (std::cos(angle) * plane[k] + std::sin(angle) * plane[d + k]);
  }
  return makePair(std::move(x), std::move(w), pairs.bias);
}

std::vector<std::vector<double>> rowsOf(const NumberTable& table, const std::filesystem::path& base,
                                        const char* pointer) {
  if (table.file.empty()) return table.rows;
  const std::filesystem::path file = base / table.file;
  const NamedArray array = readNpy(file);
  if (array.shape.empty() || array.shape.size() > 2)
    throw ContentError(file, std::string("has shape ") + shapeText(array.shape) + "; " + pointer +
                                 " takes a list or a table of numbers");
  const auto rows = static_cast<std::size_t>(array.shape[0]);
  const std::size_t columns = array.shape.size() == 2 ? static_cast<std::size_t>(array.shape[1]) : 1;
  std::vector<std::vector<double>> result(rows, std::vector<double>(columns));
  std::visit(
      [&](const auto& values) {
        for (std::size_t i = 0; i < values.size(); ++i) {
          result[i / columns][i % columns] = static_cast<double>(values[i]);
          if (!std::isfinite(result[i / columns][i % columns]))
            throw ContentError(file, "entry " + std::to_string(i) + " is not a finite number");
        }
      },
      array.values);
  return result;
}

[[noreturn]] void refuseShape(const char* pointer, std::size_t got, std::size_t wanted, const char* what) {
  throw ConfigError({{pointer, "has " + std::to_string(got) + " " + what +
                                   "; allowed: " + std::to_string(wanted) + ", as x has"}});
}

std::vector<KernelPair> givenPairs(const KernelPairs& pairs, const std::filesystem::path& base) {
  const auto x = rowsOf(pairs.x, base, "/pairs/x"), w = rowsOf(pairs.w, base, "/pairs/w"),
             b = rowsOf(pairs.b, base, "/pairs/b");
  if (x.empty() || x.front().empty())
    throw ConfigError({ConfigIssue{"/pairs/x", "has no rows; needed: at least one"}});
  if (w.size() != x.size()) refuseShape("/pairs/w", w.size(), x.size(), "rows");
  if (w.front().size() != x.front().size())
    refuseShape("/pairs/w", w.front().size(), x.front().size(), "columns");
  if (!b.empty() && b.size() != x.size()) refuseShape("/pairs/b", b.size(), x.size(), "entries");
  std::vector<KernelPair> result;
  for (std::size_t i = 0; i < x.size(); ++i)
    result.push_back(makePair(x[i], w[i], b.empty() ? 0 : b[i].front()));
  return result;
}

// A closed curve of a few harmonics with random coefficients, pushed onto the sphere of this radius.
std::vector<std::vector<double>> smoothCurve(int size, int dimension, double length, RandomSequence& random) {
  const auto d = static_cast<std::size_t>(dimension);
  std::vector<std::vector<double>> coefficients;
  for (int k = 0; k <= 2 * kHarmonics; ++k) coefficients.push_back(gaussian(random, d));
  std::vector<std::vector<double>> points;
  for (int i = 0; i < size; ++i) {
    const double t = 2 * std::numbers::pi * i / size;
    std::vector<double> point(d);
    for (int k = 1; k <= kHarmonics; ++k) {
      const auto& c = coefficients[static_cast<std::size_t>(2 * k - 1)];
      const auto& s = coefficients[static_cast<std::size_t>(2 * k)];
      for (std::size_t j = 0; j < d; ++j) point[j] += (c[j] * std::cos(k * t) + s[j] * std::sin(k * t)) / k;
    }
    points.push_back(scaledTo(std::move(point), length));
  }
  return points;
}

}  // namespace

std::vector<KernelPair> studyPairs(const KernelPairs& pairs, const std::filesystem::path& base,
                                   std::uint64_t seed) {
  if (!pairs.x.empty()) return givenPairs(pairs, base);
  std::vector<KernelPair> drawn;
  for (int i = 0; i < pairs.count; ++i) {
    RandomSequence random(pairStream(seed, kPairStream).substream(static_cast<std::uint64_t>(i)));
    drawn.push_back(drawnPair(pairs, random));
  }
  return drawn;
}

GramPoints gramPoints(const KernelPairs& pairs, const std::vector<KernelPair>& study, int size,
                      bool sameCurve, std::uint64_t seed) {
  GramPoints points;
  if (!pairs.x.empty() && study.size() > 1) {
    for (const KernelPair& pair : study) {
      if (points.inputs.size() == static_cast<std::size_t>(size)) break;
      points.inputs.push_back(pair.x);
      points.weights.push_back(pair.w);
      points.biases.push_back(pair.bias);
    }
    return points;
  }
  const PairGeometry& first = study.front().geometry;
  RandomSequence random(pairStream(seed, kCurveStream));
  points.inputs = smoothCurve(size, first.dimension, std::sqrt(first.xx), random);
  points.weights =
      sameCurve ? points.inputs : smoothCurve(size, first.dimension, std::sqrt(first.ww), random);
  points.biases.assign(static_cast<std::size_t>(size), first.bias);
  return points;
}

}  // namespace kernelscope

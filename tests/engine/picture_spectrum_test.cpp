#include "engine/analysis/picture_spectrum.h"

#include "engine/backend/cpu/fourier_plan.h"
#include "engine/core/error.h"

#include <gtest/gtest.h>

#include <cmath>
#include <complex>
#include <limits>
#include <numbers>
#include <numeric>
#include <thread>

namespace kernelscope {
namespace {

constexpr double kTurn = 2 * std::numbers::pi;

template <typename Function>
std::vector<float> sampled(int height, int width, Function f) {
  std::vector<float> samples;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) samples.push_back(static_cast<float>(f(y, x)));
  }
  return samples;
}

std::vector<float> noise(std::size_t count) {
  std::vector<float> samples;
  std::uint32_t state = 12345;
  for (std::size_t i = 0; i < count; ++i) {
    state = state * 1664525U + 1013904223U;
    samples.push_back(static_cast<float>(state >> 8) / 16777216.0F);
  }
  return samples;
}

std::size_t binAt(int height, int width, int down, int across) {
  return static_cast<std::size_t>(height / 2 + down) * static_cast<std::size_t>(width) +
         static_cast<std::size_t>(width / 2 + across);
}

double hann(int i, int n) {
  const double s = std::sin(std::numbers::pi * (i + 0.5) / n);
  return s * s;
}

// P by its definition: four loops.
std::vector<double> naivePower(const std::vector<float>& f, int height, int width, bool windowed) {
  std::vector<double> power;
  double windowSquares = 0;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const double w = windowed ? hann(y, height) * hann(x, width) : 1;
      windowSquares += w * w;
    }
  }
  for (int row = 0; row < height; ++row) {
    for (int column = 0; column < width; ++column) {
      const int k = row - height / 2, l = column - width / 2;
      std::complex<double> sum = 0;
      for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
          const double w = windowed ? hann(y, height) * hann(x, width) : 1;
          const double phase =
              kTurn * (static_cast<double>(k * y) / height + static_cast<double>(l * x) / width);
          sum +=
              w * static_cast<double>(f[static_cast<std::size_t>(y * width + x)]) * std::polar(1.0, -phase);
        }
      }
      power.push_back(std::norm(sum) / (windowSquares * height * width));
    }
  }
  return power;
}

TEST(PictureSpectrum, isTheDefinitionOnEvenAndOddSizesWithAndWithoutWindow) {
  for (const auto& [height, width] :
       {std::pair(6, 8), std::pair(5, 7), std::pair(4, 9), std::pair(1, 6), std::pair(3, 1)}) {
    const std::vector<float> f = noise(static_cast<std::size_t>(height * width));
    for (const SpectrumWindow window : {SpectrumWindow::None, SpectrumWindow::Hann}) {
      const std::vector<double> power = spectralPower(f, height, width, 1, window);
      const std::vector<double> expected = naivePower(f, height, width, window == SpectrumWindow::Hann);
      ASSERT_EQ(power.size(), expected.size());
      for (std::size_t i = 0; i < power.size(); ++i)
        EXPECT_NEAR(power[i], expected[i], 1e-13) << height << " x " << width << " at " << i;
    }
  }
}

// a cos(2 pi (k y / h + l x / w)) has two bins of a^2 / 4 and nothing else.
TEST(PictureSpectrum, aWaveHasTwoPeaksOfAQuarterOfItsSquaredAmplitude) {
  const int height = 32, width = 48;
  const auto wave = sampled(
      height, width, [](int y, int x) { return 0.6 * std::cos(kTurn * (5 * y / 32.0 - 7 * x / 48.0)); });
  const std::vector<double> power = spectralPower(wave, height, width, 1, SpectrumWindow::None);
  EXPECT_NEAR(power[binAt(height, width, 5, -7)], 0.09, 1e-8);
  EXPECT_NEAR(power[binAt(height, width, -5, 7)], 0.09, 1e-8);
  EXPECT_NEAR(std::accumulate(power.begin(), power.end(), 0.0), 0.18, 1e-8);
}

// Under the Hann window the peak of a wave is a^2 / 4 times mean(w)^2 / mean(w^2) = (1/4) / (3/8) per axis.
TEST(PictureSpectrum, theWindowLowersAPeakByItsCoherentGain) {
  const int side = 64;
  const auto wave =
      sampled(side, side, [](int y, int x) { return 0.5 * std::cos(kTurn * (9 * y + 12 * x) / 64.0); });
  const Field2d spectrum = pictureSpectrum(wave, side, side, 1);
  const double peak = 0.25 / 4 * (2.0 / 3) * (2.0 / 3);
  EXPECT_NEAR(static_cast<double>(spectrum.at(32 + 9, 32 + 12)), 10 * std::log10(peak), 1e-4);
  EXPECT_NEAR(static_cast<double>(spectrum.at(32 - 9, 32 - 12)), 10 * std::log10(peak), 1e-4);
  EXPECT_EQ(spectrum.unit, "dB");
  EXPECT_EQ(spectrum.name, "spectrum");
}

TEST(PictureSpectrum, theWindowRemovesTheCrossOfAPictureWhoseEdgesDoNotMeet) {
  const int side = 64;
  const auto ramp = sampled(side, side, [](int y, int x) { return (x + 0.5 * y) / 96.0; });
  const std::vector<double> bare = spectralPower(ramp, side, side, 1, SpectrumWindow::None);
  const std::vector<double> faded = spectralPower(ramp, side, side, 1, SpectrumWindow::Hann);
  const std::size_t farOnTheAxis = binAt(side, side, 0, 20);
  EXPECT_GT(bare[farOnTheAxis], 1e-5);
  EXPECT_LT(faded[farOnTheAxis], 1e-8);
}

TEST(PictureSpectrum, keepsTheMeanSquare) {
  const int height = 21, width = 30;
  const std::vector<float> f = noise(static_cast<std::size_t>(height * width));
  double plain = 0, windowed = 0, window = 0;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const double w = hann(y, height) * hann(x, width);
      const double value = static_cast<double>(f[static_cast<std::size_t>(y * width + x)]);
      plain += value * value / (height * width);
      windowed += w * w * value * value;
      window += w * w;
    }
  }
  const auto sum = [&](SpectrumWindow kind) {
    const std::vector<double> power = spectralPower(f, height, width, 1, kind);
    return std::accumulate(power.begin(), power.end(), 0.0);
  };
  EXPECT_NEAR(sum(SpectrumWindow::None), plain, 1e-12);
  EXPECT_NEAR(sum(SpectrumWindow::Hann), windowed / window, 1e-12);
}

TEST(PictureSpectrum, channelsAreAveraged) {
  const std::vector<float> one = noise(48), two = noise(96);
  std::vector<float> first(two.begin(), two.begin() + 48), mixed;
  for (std::size_t i = 0; i < 48; ++i) {
    for (const float sample : {one[i], two[i], two[48 + i]}) mixed.push_back(sample);
  }
  const std::vector<float> last(two.begin() + 48, two.end());
  const auto a = spectralPower(one, 6, 8, 1, SpectrumWindow::Hann),
             b = spectralPower(first, 6, 8, 1, SpectrumWindow::Hann),
             c = spectralPower(last, 6, 8, 1, SpectrumWindow::Hann),
             all = spectralPower(mixed, 6, 8, 3, SpectrumWindow::Hann);
  for (std::size_t i = 0; i < all.size(); ++i) EXPECT_NEAR(all[i], (a[i] + b[i] + c[i]) / 3, 1e-14);
}

TEST(PictureSpectrum, nothingAtAllIsTheFloorAndWhatIsNotFiniteStaysSo) {
  const Field2d silent = pictureSpectrum(std::vector<float>(64, 0.0F), 8, 8, 1);
  for (const float level : silent.samples) EXPECT_EQ(level, static_cast<float>(kSpectrumFloorDecibels));
  std::vector<float> broken(64, 0.5F);
  broken[7] = std::numeric_limits<float>::infinity();
  for (const float level : pictureSpectrum(broken, 8, 8, 1).samples) EXPECT_TRUE(std::isnan(level));
  EXPECT_THROW(pictureSpectrum(broken, 8, 9, 1), ShapeError);
  EXPECT_THROW(pictureSpectrum({}, 0, 0, 1), ShapeError);
}

TEST(FourierPlan2d, plansMadeByManyThreadsAtOnceGiveEqualBits) {
  const std::vector<float> f = noise(40 * 36);
  const std::vector<double> expected = spectralPower(f, 40, 36, 1, SpectrumWindow::Hann);
  std::vector<std::vector<double>> results(4);
  {
    std::vector<std::jthread> threads;
    for (std::vector<double>& result : results) {
      threads.emplace_back([&] {
        for (int round = 0; round < 20; ++round) result = spectralPower(f, 40, 36, 1, SpectrumWindow::Hann);
      });
    }
  }
  for (const std::vector<double>& result : results) EXPECT_EQ(result, expected);
  EXPECT_THROW(FourierPlan2d(0, 3), ShapeError);
}

}  // namespace
}  // namespace kernelscope

// Time of Toeplitz products, float64, one kernel, 64 sequences, median of repetitions in milliseconds, one
// line of CSV for each length and operator:
//   toeplitz_bench [REPETITIONS]
// The FFT operator at the lengths of tests/benchmarks/peers/toeplitz_scipy.py; sparse plus low rank (band 33,
// 64 inducing points, linear) at 2^12 .. 2^20 with the slope of its time.
#include "engine/core/compute_pool.h"
#include "engine/toeplitz/fft_toeplitz_operator.h"
#include "engine/toeplitz/ski_toeplitz_operator.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace kernelscope;
using Clock = std::chrono::steady_clock;

namespace {

constexpr std::int64_t kColumns = 64;

double kernelAt(double t) {
  return std::exp(-std::abs(t) / 200) * std::cos(t / 30);
}

double medianMilliseconds(const ToeplitzOperator& op, std::int64_t columns, int repetitions,
                          ComputePool& pool) {
  std::vector<double> x(static_cast<std::size_t>(op.size() * columns)), y(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = std::sin(static_cast<double>(i) * 0.7);
  op.apply({x, columns}, y, pool);
  std::vector<double> times;
  for (int i = 0; i < repetitions; ++i) {
    const Clock::time_point begun = Clock::now();
    op.apply({x, columns}, y, pool);
    times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begun).count());
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  const int repetitions = argc > 1 ? std::max(1, std::atoi(argv[1])) : 7;
  ComputePool pool(availableThreads());
  std::printf("operator,n,columns,ms\n");
  double fftAtLarge = 0;
  for (const std::int64_t n :
       {1024, 2048, 4096, 8192, 16384, 32768, 65536, 131072, 262144, 1000, 10007, 100000}) {
    const double ms =
        medianMilliseconds(FftToeplitzOperator(toeplitzKernelOf(n, kernelAt)), kColumns, repetitions, pool);
    if (n == 262144) fftAtLarge = ms;
    std::printf("fft,%lld,%lld,%.3f\n", static_cast<long long>(n), static_cast<long long>(kColumns), ms);
    std::fflush(stdout);
  }
  double count = 0, sx = 0, sy = 0, sxx = 0, sxy = 0, skiAtLarge = 0;
  for (int power = 12; power <= 20; ++power) {
    const std::int64_t n = std::int64_t{1} << power, columns = power > 18 ? kColumns / 4 : kColumns;
    const SkiToeplitzOperator ski(toeplitzKernelOf(n, kernelAt), kernelAt,
                                  {64, 33, Interpolation::Linear, {}});
    const double ms = medianMilliseconds(ski, columns, repetitions, pool);
    if (power == 18) skiAtLarge = ms;
    std::printf("ski,%lld,%lld,%.3f\n", static_cast<long long>(n), static_cast<long long>(columns), ms);
    std::fflush(stdout);
    const double u = std::log(static_cast<double>(n)), v = std::log(ms / static_cast<double>(columns));
    count += 1, sx += u, sy += v, sxx += u * u, sxy += u * v;
  }
  std::printf("# slope of ski %.3f (wanted <= 1.10), ski %.1f times as fast as fft at 2^18 (wanted >= 5)\n",
              (count * sxy - sx * sy) / (count * sxx - sx * sx), fftAtLarge / skiAtLarge);
  return 0;
}

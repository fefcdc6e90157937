#pragma once
// The two-dimensional Fourier transform of real numbers in double precision, by FFTW. A plan is made by
// estimate, without measuring and without stored experience, so that every process computes the same bits.

#include <complex>
#include <memory>
#include <span>

namespace kernelscope {

class FourierPlan2d final {
 public:
  // Plans are made one at a time in the whole process. Throws ShapeError unless both sides are at least 1.
  FourierPlan2d(int height, int width);
  ~FourierPlan2d();
  FourierPlan2d(FourierPlan2d&&) noexcept;
  FourierPlan2d& operator=(FourierPlan2d&&) noexcept;

  int height() const;
  int width() const;
  // f [height, width], row-major: to be filled before each transform, which leaves it undefined.
  std::span<double> input();
  // F(k, l) = sum over rows y and columns x of f(y, x) exp(-2 pi i (k y / height + l x / width)), for
  // l = 0 .. width / 2: [height, width / 2 + 1]. The rest follows from F(-k, -l) = conj F(k, l). Valid
  // until the next call. About 2.5 n log2 n flops for n samples. One thread at a time.
  std::span<const std::complex<double>> transform();

 private:
  struct Internals;
  std::unique_ptr<Internals> internals_;
};

}  // namespace kernelscope

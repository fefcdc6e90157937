#pragma once
// The one-dimensional Fourier transform of real numbers in double precision, by FFTW, made by estimate as in
// fourier_plan.h. A plan is immutable: any number of threads may use it at once, each on memory of its own.

#include <complex>
#include <cstddef>
#include <memory>
#include <span>

namespace kernelscope {

// Memory as aligned as FFTW's fastest code wants it; zero at first.
template <class T>
class FourierBuffer {
 public:
  explicit FourierBuffer(std::size_t count);
  T* data() { return data_.get(); }
  std::span<T> values() { return {data_.get(), count_}; }

 private:
  struct Free {
    void operator()(T* memory) const;
  };
  std::unique_ptr<T, Free> data_;
  std::size_t count_;
};

class RealFourierPlan final {
 public:
  // Throws ShapeError for a length below 1.
  explicit RealFourierPlan(std::size_t length);
  ~RealFourierPlan();
  RealFourierPlan(RealFourierPlan&&) noexcept;
  RealFourierPlan& operator=(RealFourierPlan&&) noexcept;

  std::size_t length() const;
  std::size_t bins() const { return length() / 2 + 1; }
  // F(k) = sum_t f(t) exp(-2 pi i k t / length), k = 0 .. length / 2. `in` [length], `out` [bins].
  void forward(FourierBuffer<double>& in, FourierBuffer<std::complex<double>>& out) const;
  // The inverse times length. Leaves `in` undefined.
  void inverse(FourierBuffer<std::complex<double>>& in, FourierBuffer<double>& out) const;

 private:
  struct Internals;
  std::unique_ptr<const Internals> internals_;
};

// The smallest even number >= atLeast without prime factors above 5: lengths that transform fast.
std::size_t fastFourierLength(std::size_t atLeast);

}  // namespace kernelscope

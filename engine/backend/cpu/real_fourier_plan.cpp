#include "engine/backend/cpu/real_fourier_plan.h"

#include "engine/backend/cpu/fourier_planner.h"
#include "engine/core/contract.h"
#include "engine/core/error.h"

#include <fftw3.h>

#include <algorithm>
#include <string>

namespace kernelscope {

template <class T>
FourierBuffer<T>::FourierBuffer(std::size_t count)
    : data_(static_cast<T*>(fftw_malloc(std::max<std::size_t>(count, 1) * sizeof(T)))), count_(count) {
  if (!data_) throw std::bad_alloc();
  std::fill_n(data_.get(), count, T());
}

template <class T>
void FourierBuffer<T>::Free::operator()(T* memory) const {
  fftw_free(memory);
}

template class FourierBuffer<double>;
template class FourierBuffer<std::complex<double>>;

struct RealFourierPlan::Internals {
  explicit Internals(std::size_t count) : length(count) {
    FourierBuffer<double> real(length);
    FourierBuffer<std::complex<double>> complex(length / 2 + 1);
    auto* bins = reinterpret_cast<fftw_complex*>(complex.data());
    const std::lock_guard lock(fourierPlannerLock());
    forward = fftw_plan_dft_r2c_1d(static_cast<int>(length), real.data(), bins, FFTW_ESTIMATE);
    inverse = fftw_plan_dft_c2r_1d(static_cast<int>(length), bins, real.data(), FFTW_ESTIMATE);
  }
  ~Internals() {
    const std::lock_guard lock(fourierPlannerLock());
    fftw_destroy_plan(forward);
    fftw_destroy_plan(inverse);
  }
  Internals(const Internals&) = delete;
  Internals& operator=(const Internals&) = delete;

  std::size_t length;
  fftw_plan forward = nullptr, inverse = nullptr;
};

RealFourierPlan::RealFourierPlan(std::size_t length) {
  if (length < 1) throw ShapeError("a Fourier transform of 0 samples; it needs at least 1");
  internals_ = std::make_unique<const Internals>(length);
}

RealFourierPlan::~RealFourierPlan() = default;
RealFourierPlan::RealFourierPlan(RealFourierPlan&&) noexcept = default;
RealFourierPlan& RealFourierPlan::operator=(RealFourierPlan&&) noexcept = default;

std::size_t RealFourierPlan::length() const {
  return internals_->length;
}

void RealFourierPlan::forward(FourierBuffer<double>& in, FourierBuffer<std::complex<double>>& out) const {
  KS_EXPECT(in.values().size() >= length() && out.values().size() >= bins(), "buffers hold a transform");
  // fftw_complex is double[2], which std::complex<double> may be read as ([complex.numbers.general]).
  fftw_execute_dft_r2c(internals_->forward, in.data(), reinterpret_cast<fftw_complex*>(out.data()));
}

void RealFourierPlan::inverse(FourierBuffer<std::complex<double>>& in, FourierBuffer<double>& out) const {
  KS_EXPECT(out.values().size() >= length() && in.values().size() >= bins(), "buffers hold a transform");
  fftw_execute_dft_c2r(internals_->inverse, reinterpret_cast<fftw_complex*>(in.data()), out.data());
}

std::size_t fastFourierLength(std::size_t atLeast) {
  const std::size_t least = std::max<std::size_t>(atLeast, 2);
  std::size_t best = 0;
  for (std::size_t five = 1; five < 2 * least; five *= 5) {
    for (std::size_t three = five; three < 2 * least; three *= 3) {
      std::size_t length = 2 * three;
      while (length < least) length *= 2;
      if (best == 0 || length < best) best = length;
    }
  }
  return best;
}

}  // namespace kernelscope

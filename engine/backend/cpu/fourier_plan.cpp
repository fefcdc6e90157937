#include "engine/backend/cpu/fourier_plan.h"

#include "engine/backend/cpu/fourier_planner.h"
#include "engine/core/error.h"

#include <fftw3.h>

#include <cstddef>
#include <mutex>
#include <string>

namespace kernelscope {

std::mutex& fourierPlannerLock() {
  static std::mutex lock;
  return lock;
}

struct FourierPlan2d::Internals {
  struct FreeAligned {
    void operator()(void* memory) const { fftw_free(memory); }
  };
  Internals(int planHeight, int planWidth)
      : height(planHeight),
        width(planWidth),
        samples(static_cast<std::size_t>(height) * static_cast<std::size_t>(width)),
        bins(static_cast<std::size_t>(height) * (static_cast<std::size_t>(width) / 2 + 1)),
        input(fftw_alloc_real(samples)),
        output(fftw_alloc_complex(bins)) {
    const std::lock_guard lock(fourierPlannerLock());
    plan = fftw_plan_dft_r2c_2d(height, width, input.get(), output.get(), FFTW_ESTIMATE);
  }
  ~Internals() {
    const std::lock_guard lock(fourierPlannerLock());
    fftw_destroy_plan(plan);
  }
  Internals(const Internals&) = delete;
  Internals& operator=(const Internals&) = delete;

  int height, width;
  std::size_t samples, bins;
  std::unique_ptr<double, FreeAligned> input;
  std::unique_ptr<fftw_complex, FreeAligned> output;
  fftw_plan plan = nullptr;
};

FourierPlan2d::FourierPlan2d(int height, int width) {
  if (height < 1 || width < 1) {
    throw ShapeError("a Fourier transform of " + std::to_string(height) + " x " + std::to_string(width) +
                     " samples; both sides must be at least 1");
  }
  internals_ = std::make_unique<Internals>(height, width);
}

FourierPlan2d::~FourierPlan2d() = default;
FourierPlan2d::FourierPlan2d(FourierPlan2d&&) noexcept = default;
FourierPlan2d& FourierPlan2d::operator=(FourierPlan2d&&) noexcept = default;

int FourierPlan2d::height() const {
  return internals_->height;
}
int FourierPlan2d::width() const {
  return internals_->width;
}
std::span<double> FourierPlan2d::input() {
  return {internals_->input.get(), internals_->samples};
}

std::span<const std::complex<double>> FourierPlan2d::transform() {
  fftw_execute(internals_->plan);
  // fftw_complex is double[2], which std::complex<double> may be read as ([complex.numbers.general]).
  return {reinterpret_cast<const std::complex<double>*>(internals_->output.get()), internals_->bins};
}

}  // namespace kernelscope

#pragma once
// FFTW's planner keeps state of its own and may be used by one thread at a time.

#include <mutex>

namespace kernelscope {

std::mutex& fourierPlannerLock();

}  // namespace kernelscope

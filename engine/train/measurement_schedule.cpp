#include "engine/train/measurement_schedule.h"

#include <algorithm>
#include <cmath>

namespace kernelscope {

namespace {
constexpr double kHeldOutShare = 0.10, kPictureShare = 0.05;
constexpr double kFewestPictures = 4, kMostPictures = 64;
}  // namespace

MeasurementSchedule::MeasurementSchedule(std::int64_t steps, double stepFlops, double heldOutFlops,
                                         double pictureFlops) {
  heldOutEvery_ =
      std::max<std::int64_t>(1, std::llround(std::ceil(heldOutFlops / (kHeldOutShare * stepFlops))));
  const double affordable = kPictureShare * static_cast<double>(steps) * stepFlops / pictureFlops;
  const double count = std::clamp(affordable, kFewestPictures, kMostPictures);
  picturesPerLog_ = count / std::log(static_cast<double>(std::max<std::int64_t>(steps, 2)));
}

bool MeasurementSchedule::pictureAt(std::int64_t step) const {
  if (step <= 1) return step == 1;
  const auto slot = [this](std::int64_t s) {
    return std::floor(picturesPerLog_ * std::log(static_cast<double>(s)));
  };
  return slot(step) > slot(step - 1);
}

}  // namespace kernelscope

#pragma once
// The pictures of a run folder's arrays.npz as a window shows them: target and both lanes, every view, in
// grey values (see field_observer.h). The file keeps what the networks compute, whose values span [-1, 1].

#include "engine/train/training_snapshot.h"

#include <array>
#include <filesystem>

namespace kernelscope {

struct RunPictures {
  Observation target;                // value, gradient_magnitude, laplacian, spectrum
  std::array<Observation, 2> lanes;  // the same and error; by laneIndex
  std::int64_t trainedPixels = 0, heldOutPixels = 0;
};

// Reads target [h, w, c], train_mask [h, w] and, for each lane, A/value [h, w, c], A/gradient [h, w, 2, c]
// and A/laplacian [h, w, c]. Throws IoError; ContentError for an array that is missing or has another shape.
RunPictures readRunPictures(const std::filesystem::path& arraysFile);

}  // namespace kernelscope

#pragma once
// A picture in memory, as readers give it and writers take it.

#include <string>
#include <vector>

namespace kernelscope {

// A decoded picture in 0..1, row-major [height, width, channels], channels 1 (grey) or 3 (RGB, as stored).
struct Picture {
  int height = 0, width = 0, channels = 1;
  std::vector<float> samples;
  std::vector<std::string> notes;  // what was changed on the way in: "alpha composited on white", ...
};

}  // namespace kernelscope

#include "engine/data/query_grid.h"

namespace kernelscope {

int possibleQuery(int height, int width, int wanted) {
  int factor = 1;
  while (2 * factor <= wanted) {
    const std::int64_t samples = std::int64_t{4} * factor * factor * height * width;
    if (samples > kMostQuerySamples) break;
    factor *= 2;
  }
  return factor;
}

double queryCoordinate(int index, int count, int factor) {
  if (count <= 1) return 0;
  const double position = (index + 0.5) / factor - 0.5;
  return 2.0 * position / (count - 1) - 1.0;
}

std::vector<float> queryCoordinates(int height, int width, int factor, int firstRow, int rows) {
  std::vector<float> across;
  for (int column = 0; column < width * factor; ++column)
    across.push_back(static_cast<float>(queryCoordinate(column, width, factor)));
  std::vector<float> coordinates;
  coordinates.reserve(across.size() * static_cast<std::size_t>(rows) * 2);
  for (int row = firstRow; row < firstRow + rows; ++row) {
    const auto y = static_cast<float>(queryCoordinate(row, height, factor));
    for (const float x : across) {
      coordinates.push_back(x);
      coordinates.push_back(y);
    }
  }
  return coordinates;
}

}  // namespace kernelscope

#pragma once
// A picture asked between its pixels: every pixel is divided into factor x factor cells, and a network is
// evaluated at their centres. The cells fill the same area as the pixels, so a refined field lies over the
// picture exactly; those of the outermost pixels reach up to half a pixel beyond [-1, 1].

#include <cstdint>
#include <vector>

namespace kernelscope {

// A refined field has at most this many samples, 1,024 x 1,024, so that one of three colours and its way to
// the window stay within 50 MB.
inline constexpr std::int64_t kMostQuerySamples = std::int64_t{1} << 20;

// The largest of 1, 2, 4, ... that is not above `wanted` and keeps within kMostQuerySamples; at least 1.
int possibleQuery(int height, int width, int wanted);

// The coordinate of the centre of cell `index` of the count * factor cells along an axis of `count` pixels:
// that of pixel position p = (index + 1/2) / factor - 1/2, which is 2 p / (count - 1) - 1; 0 when count is 1.
double queryCoordinate(int index, int count, int factor);

// (x, y) of the cells of `rows` rows of cells from `firstRow` on: [rows * width * factor, 2], row-major.
std::vector<float> queryCoordinates(int height, int width, int factor, int firstRow, int rows);

}  // namespace kernelscope

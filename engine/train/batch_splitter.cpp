#include "engine/train/batch_splitter.h"

#include <algorithm>

namespace kernelscope {

namespace {
constexpr std::int64_t kLargeBatch = 16384, kLargeStrip = 4096, kSmallStrip = 1024;

std::vector<RowSpan> split(std::int64_t first, std::int64_t count, std::int64_t piece) {
  std::vector<RowSpan> spans;
  for (std::int64_t at = 0; at < count; at += piece)
    spans.push_back({first + at, std::min(piece, count - at)});
  return spans;
}
}  // namespace

std::vector<RowSpan> splitIntoStrips(std::int64_t rows) {
  return split(0, rows, rows < kLargeBatch ? kSmallStrip : kLargeStrip);
}

std::vector<RowSpan> splitIntoTiles(const RowSpan& strip) {
  return split(strip.first, strip.count, kTileRows);
}

}  // namespace kernelscope

#pragma once
// How a batch is cut: strips are what threads take, tiles are what fits the cache. Both are constants of
// the engine, never of the thread count, so that sums are the same for any number of threads.

#include <cstdint>
#include <vector>

namespace kernelscope {

struct RowSpan {
  std::int64_t first = 0, count = 0;
  bool operator==(const RowSpan&) const = default;
};

inline constexpr std::int64_t kTileRows = 256;

// Strips of 4,096 rows, of 1,024 for batches below 16,384; the last one may be shorter.
std::vector<RowSpan> splitIntoStrips(std::int64_t rows);

// Tiles of kTileRows rows inside a strip; the last one may be shorter.
std::vector<RowSpan> splitIntoTiles(const RowSpan& strip);

}  // namespace kernelscope

#include "engine/observe/metric_history.h"

#include "engine/core/contract.h"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace kernelscope {

namespace {
constexpr std::size_t kChunkRows = 1024;
}

// Storage of kChunkRows rows, allocated at once so that no row ever moves. A row is written once, by the
// history that claimed it, before any copy that contains it exists.
struct MetricHistory::Chunk {
  explicit Chunk(std::size_t columnCount)
      : steps(kChunkRows), seconds(kChunkRows), values(kChunkRows * columnCount) {}

  std::atomic<std::size_t> claimed{0};
  std::vector<std::int64_t> steps;
  std::vector<double> seconds;
  std::vector<double> values;  // [row, column]
};

MetricHistory::MetricHistory(std::vector<std::string> columns)
    : columns_(std::make_shared<const std::vector<std::string>>(std::move(columns))) {}

int MetricHistory::columnIndex(const std::string& name) const {
  const auto found = std::find(columns_->begin(), columns_->end(), name);
  return found == columns_->end() ? -1 : static_cast<int>(found - columns_->begin());
}

void MetricHistory::append(std::int64_t step, double seconds, std::span<const double> values) {
  const std::size_t columnCount = columns_->size();
  KS_EXPECT(values.size() == columnCount, "a row of metrics has one value per column");
  const std::size_t row = size_ % kChunkRows;
  if (row == 0) {
    chunks_.resize(size_ / kChunkRows);
    chunks_.push_back(std::make_shared<Chunk>(columnCount));
  }
  std::size_t expected = row;
  if (!chunks_.back()->claimed.compare_exchange_strong(expected, row + 1)) {
    // Another copy of this record has gone on from here: leave its rows alone and continue in a chunk of our
    // own.
    auto own = std::make_shared<Chunk>(columnCount);
    const Chunk& shared = *chunks_.back();
    std::copy_n(shared.steps.begin(), row, own->steps.begin());
    std::copy_n(shared.seconds.begin(), row, own->seconds.begin());
    std::copy_n(shared.values.begin(), row * columnCount, own->values.begin());
    own->claimed = row + 1;
    chunks_.back() = std::move(own);
  }
  Chunk& chunk = *chunks_.back();
  chunk.steps[row] = step;
  chunk.seconds[row] = seconds;
  std::copy(values.begin(), values.end(),
            chunk.values.begin() + static_cast<std::ptrdiff_t>(row * columnCount));
  ++size_;
}

std::int64_t MetricHistory::step(std::size_t row) const {
  KS_EXPECT(row < size_, "the row exists");
  return chunks_[row / kChunkRows]->steps[row % kChunkRows];
}

double MetricHistory::seconds(std::size_t row) const {
  KS_EXPECT(row < size_, "the row exists");
  return chunks_[row / kChunkRows]->seconds[row % kChunkRows];
}

double MetricHistory::value(std::size_t row, std::size_t column) const {
  KS_EXPECT(row < size_ && column < columns_->size(), "the row and the column exist");
  return chunks_[row / kChunkRows]->values[(row % kChunkRows) * columns_->size() + column];
}

double MetricHistory::latest(std::size_t column) const {
  for (std::size_t row = size_; row-- > 0;) {
    const double newest = value(row, column);
    if (std::isfinite(newest)) return newest;
  }
  return kMissing;
}

MetricHistory MetricHistory::prefix(std::size_t rows) const {
  MetricHistory shorter = *this;
  shorter.size_ = std::min(rows, size_);
  shorter.chunks_.resize((shorter.size_ + kChunkRows - 1) / kChunkRows);
  return shorter;
}

}  // namespace kernelscope

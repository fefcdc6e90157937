#pragma once
// The record of one lane: a row per step, named columns. Append-only chunks are shared between copies, so
// a snapshot carries the whole record for the price of a pointer list. The writer appends; readers hold
// copies taken by the writer's thread and handed over through LatestValue.

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace kernelscope {

class MetricHistory {
 public:
  static constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

  explicit MetricHistory(std::vector<std::string> columns = {});

  const std::vector<std::string>& columns() const { return *columns_; }
  // Index of a column, or -1.
  int columnIndex(const std::string& name) const;

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  // Appends a row. `values` has one entry per column; kMissing where nothing was measured.
  void append(std::int64_t step, double seconds, std::span<const double> values);

  std::int64_t step(std::size_t row) const;
  double seconds(std::size_t row) const;  // the lane's own training seconds
  double value(std::size_t row, std::size_t column) const;

  // The newest finite value of a column, or kMissing.
  double latest(std::size_t column) const;

  // The first `rows` rows; shares nothing that a later append could overwrite.
  MetricHistory prefix(std::size_t rows) const;

 private:
  struct Chunk;
  std::shared_ptr<const std::vector<std::string>> columns_;
  std::vector<std::shared_ptr<Chunk>> chunks_;
  std::size_t size_ = 0;
};

}  // namespace kernelscope

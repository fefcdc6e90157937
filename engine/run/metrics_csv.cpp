#include "engine/run/metrics_csv.h"

#include "engine/config/experiment_config.h"
#include "engine/core/contract.h"
#include "engine/core/error.h"
#include "engine/core/file_io.h"
#include "engine/io/csv_writer.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

namespace kernelscope {

namespace {

constexpr std::size_t kMaximumCsvBytes = std::size_t{1} << 30;
constexpr std::size_t kFixedColumns = 3;
constexpr std::size_t kRowsPerPiece = 4096;

const std::vector<std::string>& metricColumns(const std::array<MetricHistory, 2>& lanes) {
  const MetricHistory& a = lanes[0];
  const MetricHistory& b = lanes[1];
  KS_EXPECT(a.empty() || b.empty() || a.columns() == b.columns(), "lanes of one run record the same columns");
  return a.empty() ? b.columns() : a.columns();
}

std::vector<std::string> header(const std::array<MetricHistory, 2>& lanes) {
  std::vector<std::string> names = {"step", "seconds", "lane"};
  const std::vector<std::string>& columns = metricColumns(lanes);
  names.insert(names.end(), columns.begin(), columns.end());
  return names;
}

// Both records row by row, ordered by step, A before B.
class MetricsTable {
 public:
  explicit MetricsTable(const std::array<MetricHistory, 2>& lanes) : lanes_(lanes), table_(header(lanes)) {}

  // False when all rows are written.
  bool writeRow() {
    const bool aLeft = next_[0] < lanes_[0].size(), bLeft = next_[1] < lanes_[1].size();
    if (!aLeft && !bLeft) return false;
    const bool aIsNext = !bLeft || (aLeft && lanes_[0].step(next_[0]) <= lanes_[1].step(next_[1]));
    const LaneId lane = aIsNext ? LaneId::A : LaneId::B;
    const MetricHistory& history = lanes_[laneIndex(lane)];
    const std::size_t row = next_[laneIndex(lane)]++;
    table_.cell(history.step(row)).cell(history.seconds(row)).cell(laneName(lane));
    for (std::size_t column = 0; column < history.columns().size(); ++column)
      table_.cell(history.value(row, column));
    table_.endRow();
    return true;
  }

  std::string takeText() { return table_.takeText(); }

 private:
  const std::array<MetricHistory, 2>& lanes_;
  CsvTable table_;
  std::array<std::size_t, 2> next_{};
};

std::vector<std::string_view> cellsOf(std::string_view line) {
  std::vector<std::string_view> cells;
  while (true) {
    const std::size_t comma = line.find(',');
    cells.push_back(line.substr(0, comma));
    if (comma == std::string_view::npos) return cells;
    line.remove_prefix(comma + 1);
  }
}

template <typename Number>
std::optional<Number> parsed(std::string_view text) {
  Number value{};
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

class MetricsReader {
 public:
  MetricsReader(const std::filesystem::path& file, std::string_view header) : file_(file) {
    const std::vector<std::string_view> cells = cellsOf(header);
    if (cells.size() < kFixedColumns || cells[0] != "step" || cells[1] != "seconds" || cells[2] != "lane")
      fail("is not a table of metrics: the first line must begin with step,seconds,lane");
    const std::vector<std::string> columns(cells.begin() + kFixedColumns, cells.end());
    lanes_ = {MetricHistory(columns), MetricHistory(columns)};
    values_.resize(columns.size());
  }

  void takeLine(std::string_view line) {
    ++line_;
    const std::vector<std::string_view> cells = cellsOf(line);
    if (cells.size() != kFixedColumns + values_.size())
      failAtLine("has another number of cells than the header");
    const std::optional<std::int64_t> step = parsed<std::int64_t>(cells[0]);
    const std::optional<double> seconds = parsed<double>(cells[1]);
    if (!step || !seconds) failAtLine("must begin with a step and seconds");
    if (cells[2] != "A" && cells[2] != "B") failAtLine("must name lane A or B");
    for (std::size_t column = 0; column < values_.size(); ++column) values_[column] = number(cells, column);
    lanes_[laneIndex(cells[2] == "A" ? LaneId::A : LaneId::B)].append(*step, *seconds, values_);
  }

  std::array<MetricHistory, 2> lanes() && { return std::move(lanes_); }

 private:
  double number(const std::vector<std::string_view>& cells, std::size_t column) const {
    const std::string_view text = cells[kFixedColumns + column];
    if (text.empty()) return MetricHistory::kMissing;
    const std::optional<double> value = parsed<double>(text);
    if (!value) failAtLine("has \"" + std::string(text) + "\" where a number must stand");
    return *value;
  }
  [[noreturn]] void fail(const std::string& what) const { throw ContentError(file_, what); }
  [[noreturn]] void failAtLine(const std::string& what) const {
    fail("line " + std::to_string(line_) + " " + what);
  }

  std::filesystem::path file_;
  std::array<MetricHistory, 2> lanes_;
  std::vector<double> values_;
  std::int64_t line_ = 1;
};

}  // namespace

std::string metricsCsv(const std::array<MetricHistory, 2>& lanes) {
  MetricsTable table(lanes);
  while (table.writeRow()) {
  }
  return table.takeText();
}

void writeMetricsCsv(const std::array<MetricHistory, 2>& lanes, const std::filesystem::path& file,
                     const std::function<bool(double share)>& proceed) {
  const double rows = std::max(1.0, static_cast<double>(lanes[0].size() + lanes[1].size()));
  MetricsTable table(lanes);
  AtomicFileWriter writer(file);
  for (std::size_t row = 1; table.writeRow(); ++row) {
    if (row % kRowsPerPiece != 0) continue;
    writer.write(table.takeText());
    if (proceed && !proceed(static_cast<double>(row) / rows)) return;
  }
  writer.write(table.takeText());
  writer.commit();
}

std::array<MetricHistory, 2> readMetricsCsv(const std::filesystem::path& file) {
  const std::string text = readTextFile(file, kMaximumCsvBytes);
  std::string_view rest = text;
  const auto nextLine = [&rest] {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  };
  MetricsReader reader(file, nextLine());
  while (!rest.empty()) reader.takeLine(nextLine());
  return std::move(reader).lanes();
}

}  // namespace kernelscope

#include "engine/io/csv_writer.h"

#include "engine/core/contract.h"

#include <array>
#include <charconv>
#include <cmath>

namespace kernelscope {

namespace {

template <typename Number>
std::string shortestText(Number value) {
  std::array<char, 64> text{};
  const auto result = std::to_chars(text.data(), text.data() + text.size(), value);
  return {text.data(), result.ptr};
}

}  // namespace

std::string csvNumber(double value) {
  return std::isnan(value) ? "" : shortestText(value);
}
std::string csvNumber(float value) {
  return std::isnan(value) ? "" : shortestText(value);
}

CsvTable::CsvTable(std::span<const std::string> header) : columns_(header.size()) {
  for (const std::string& name : header) cell(name);
  endRow();
}

CsvTable& CsvTable::cell(std::string_view text) {
  separate();
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    text_ += text;
    return *this;
  }
  text_ += '"';
  for (const char character : text) text_.append(character == '"' ? 2 : 1, character);
  text_ += '"';
  return *this;
}

CsvTable& CsvTable::cell(double value) {
  return cell(csvNumber(value));
}
CsvTable& CsvTable::cell(float value) {
  return cell(csvNumber(value));
}
CsvTable& CsvTable::cell(std::int64_t value) {
  return cell(shortestText(value));
}

void CsvTable::endRow() {
  KS_EXPECT(cellsInRow_ == columns_, "a row has one cell per column");
  text_ += '\n';
  cellsInRow_ = 0;
}

void CsvTable::separate() {
  if (cellsInRow_++ > 0) text_ += ',';
}

}  // namespace kernelscope

#pragma once
// Comma-separated tables as text: a header row, LF line ends, the dot as decimal sign whatever the locale.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace kernelscope {

// The shortest text that reads back as the same number: "0.1", "1e-09", "inf"; empty for NaN.
std::string csvNumber(double value);
std::string csvNumber(float value);

// Builds a table row by row; write text() with writeFileAtomically.
class CsvTable {
 public:
  explicit CsvTable(std::span<const std::string> header);

  CsvTable& cell(std::string_view text);  // quoted where RFC 4180 asks for it
  CsvTable& cell(const char* text) { return cell(std::string_view(text)); }
  CsvTable& cell(double value);
  CsvTable& cell(float value);
  CsvTable& cell(std::int64_t value);
  CsvTable& cell(int value) { return cell(static_cast<std::int64_t>(value)); }
  // Ends the row, which must have as many cells as the header.
  void endRow();

  const std::string& text() const { return text_; }
  // The text so far, which then is no longer kept: for tables written piece by piece.
  std::string takeText() { return std::exchange(text_, {}); }

 private:
  void separate();

  std::string text_;
  std::size_t columns_, cellsInRow_ = 0;
};

}  // namespace kernelscope

#include "engine/config/value_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace kernelscope {

namespace {

constexpr std::size_t kLongestText = 60;

std::string shortened(std::string text) {
  if (text.size() <= kLongestText) return text;
  std::size_t end = kLongestText - 3;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // not inside a character
  return text.substr(0, end) + "...";
}

}  // namespace

std::string numberText(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "infinity" : "-infinity";
  // fmt writes 1e+16 for large whole numbers; the limits of an experiment are below 2^53 and read better
  // whole.
  if (value == std::floor(value) && std::abs(value) < 9.1e15) return fmt::format("{:.0f}", value);
  return fmt::format("{}", value);
}

std::string valueText(const nlohmann::json& value) {
  if (value.is_number_float()) return numberText(value.get<double>());
  if (value.is_array()) return value.empty() ? "an empty list" : fmt::format("a list of {}", value.size());
  if (value.is_object() && value.size() > 2) return "an object";
  return shortened(value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

bool isPlainText(const std::string& text) {
  const bool printable = std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
  if (!printable) return false;
  try {
    static_cast<void>(nlohmann::json(text).dump());
    return true;
  } catch (const nlohmann::json::type_error&) {  // thrown for bytes that are not UTF-8
    return false;
  }
}

std::size_t characterCount(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace kernelscope

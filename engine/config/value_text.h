#pragma once
// How messages about an experiment show values.

#include <nlohmann/json.hpp>

#include <string>

namespace kernelscope {

// A value in at most 60 bytes: 3, "every-other", NaN, a list of 4, an object.
std::string valueText(const nlohmann::json& value);

// A number as people write it: 30, 0.0005, 1e-08.
std::string numberText(double value);

// Whether the bytes are UTF-8 without control characters.
bool isPlainText(const std::string& text);

// The number of characters of UTF-8 text.
std::size_t characterCount(const std::string& text);

}  // namespace kernelscope

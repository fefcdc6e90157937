#pragma once
// JSON text into a document, more strictly than the library alone: bounded depth, duplicate keys found.

#include "engine/core/error.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace kernelscope {

// The deepest nesting that is read; experiments need 6.
inline constexpr int kMaximumJsonDepth = 64;

// Appends an issue for every key that an object has twice (the first value stands). Throws ContentError,
// naming `file`, line and column, for text that is not JSON (NaN is not) or is nested too deeply, and
// ConfigError for a number too large to be finite.
nlohmann::json parseJsonText(const std::string& text, const std::filesystem::path& file,
                             std::vector<ConfigIssue>& issues);

}  // namespace kernelscope

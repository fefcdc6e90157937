#pragma once
// Judges a whole experiment document, its task included.

#include "engine/core/error.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace kernelscope {

// Every issue of the document; empty when decodeConfig will read it.
std::vector<ConfigIssue> checkExperimentDocument(const nlohmann::json& document);

}  // namespace kernelscope

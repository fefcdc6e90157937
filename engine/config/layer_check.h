#pragma once
// Judges the list of layers of one lane.

#include "engine/config/schema.h"
#include "engine/core/error.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace kernelscope {

// Unknown keys are no longer listed beyond this many issues: a hostile file may hold millions.
inline constexpr std::size_t kMostIssues = 1000;

// Appends every issue of the list at `path` ("/lanes/A/layers"). Ranges come from the schema's fields of
// that list. The last layer must be dense, and its width is left out.
void checkLayers(const Schema& schema, const nlohmann::json& layers, const std::string& path,
                 std::vector<ConfigIssue>& issues);

// Text for a key of an object that may not have it: what it may have, and what was probably meant.
std::string unknownKeyMessage(const std::string& key, const std::vector<std::string>& known);

// path + "/" + key, with the key escaped as JSON pointers ask.
std::string childPath(const std::string& path, const std::string& key);

}  // namespace kernelscope

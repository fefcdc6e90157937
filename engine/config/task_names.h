#pragma once
// The tasks that this program knows.

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace kernelscope {

std::vector<std::string> knownTasks();
bool isKnownTask(const std::string& task);

// The known task that was probably meant; empty if none is near.
std::string nearestTask(const std::string& task);

// The sentence for a "task" that is not known.
std::string unknownTaskMessage(const nlohmann::json& task);

}  // namespace kernelscope

#pragma once
// Which settings of a kernel-error document mean something, and which choices fit each other. Reads documents
// that may hold wrong values: what cannot be read is taken for its default.

#include "engine/config/kernel_error_config.h"

#include <nlohmann/json.hpp>

#include <string>

namespace kernelscope::ui {

// A text of an object; empty if it has no such text.
std::string textAt(const nlohmann::json& object, const char* key);

// What a document estimates: kind and name.
KernelTarget targetOf(const nlohmann::json& document);

// Whether a key of a method ("degree") acts with the method's other choices on this target.
bool methodKeyMatters(const std::string& key, const nlohmann::json& method, const KernelTarget& target);
// The same for a pointer outside the methods ("/target/order").
bool studyKeyMatters(const std::string& pointer, const nlohmann::json& document);

// Whether a choice of a method's key fits its other choices and the target.
bool methodAllows(const std::string& key, const nlohmann::json& choice, const nlohmann::json& method,
                  const KernelTarget& target);

// A method changed as little as possible until it fits: another map for a target that its own does not
// estimate, and choices that the map does not have back to the first one. `kept` is the key that was just
// chosen; what disagrees with it yields.
nlohmann::json fittingMethod(nlohmann::json method, const KernelTarget& target, const std::string& kept);

}  // namespace kernelscope::ui

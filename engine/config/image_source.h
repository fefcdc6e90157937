#pragma once
// The two kinds of picture that an experiment names: shipped ones and files.

#include <string>

namespace kernelscope {

inline constexpr const char* kBuiltinPrefix = "builtin:";

bool isBuiltinImage(const std::string& source);

// Whether the source is a file whose path depends on the experiment's folder.
bool isRelativeImageSource(const std::string& source);

}  // namespace kernelscope

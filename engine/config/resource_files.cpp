// Where shipped files lie: resourceDirectory, builtinImages and resolveImageSource of presets.h.

#include "engine/config/image_source.h"
#include "engine/config/nearest_name.h"
#include "engine/config/presets.h"
#include "engine/core/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace kernelscope {

namespace {

constexpr const char* kVariable = "KERNELSCOPE_RESOURCES";

bool holdsResources(const std::filesystem::path& folder) {
  std::error_code ignored;
  return std::filesystem::is_directory(folder / "presets", ignored);
}

std::filesystem::path installedResources() {
  std::error_code ignored;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
  return (program.parent_path() / ".." / "share" / "kernelscope").lexically_normal();
}

std::filesystem::path builtinFile(const std::string& name) {
  return resourceDirectory() / "examples" / (name + ".png");
}

// The default picture and its sizes lead; the rest follows by name.
int listRank(const std::string& name) {
  if (name == "camera_128") return 0;
  if (name == "camera_256") return 1;
  return name == "camera" ? 2 : 3;
}

}  // namespace

std::filesystem::path resourceDirectory() {
  if (const char* chosen = std::getenv(kVariable); chosen && *chosen) {
    if (holdsResources(chosen)) return chosen;
    throw IoError(
        chosen,
        fmt::format("holds no folder \"presets\"; {} must name the folder of Kernelscope's resources, "
                    "or be unset",
                    kVariable));
  }
  const std::filesystem::path installed = installedResources(), source = KERNELSCOPE_SOURCE_RESOURCES;
  if (holdsResources(installed)) return installed;
  if (holdsResources(source)) return source;
  throw IoError(installed,
                fmt::format("Kernelscope's resources are neither here nor in {}; set {} to their folder",
                            source.string(), kVariable));
}

std::vector<std::string> builtinImages() {
  std::vector<std::string> names;
  std::error_code missing;
  for (const auto& entry : std::filesystem::directory_iterator(resourceDirectory() / "examples", missing))
    if (entry.path().extension() == ".png") names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
    return std::pair(listRank(a), a) < std::pair(listRank(b), b);
  });
  return names;
}

bool isBuiltinImage(const std::string& source) {
  return source.starts_with(kBuiltinPrefix);
}

bool isRelativeImageSource(const std::string& source) {
  return !isBuiltinImage(source) && std::filesystem::path(source).is_relative();
}

std::filesystem::path resolveImageSource(const std::string& source, const std::filesystem::path& base) {
  if (!isBuiltinImage(source)) return base / source;  // an absolute source replaces the base
  const std::string name = source.substr(std::string(kBuiltinPrefix).size());
  const std::vector<std::string> known = builtinImages();
  if (std::find(known.begin(), known.end(), name) != known.end()) return builtinFile(name);
  throw ConfigError({{"/image/source", fmt::format("\"{}\" is not a shipped picture; the shipped ones are {}",
                                                   source, quotedList(known))}});
}

}  // namespace kernelscope

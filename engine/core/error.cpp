#include "engine/core/error.h"

namespace kernelscope {

namespace {
std::string joined(const std::vector<ConfigIssue>& issues) {
  std::string text;
  for (const ConfigIssue& issue : issues) {
    if (!text.empty()) text += '\n';
    text += issue.path.empty() ? issue.message : issue.path + ": " + issue.message;
  }
  return text;
}
}  // namespace

ConfigError::ConfigError(std::vector<ConfigIssue> issues)
    : Error(joined(issues)), issues_(std::move(issues)) {}

ContentError::ContentError(const std::filesystem::path& file, const std::string& what)
    : Error(file.string() + ": " + what), file_(file) {}

IoError::IoError(const std::filesystem::path& file, const std::string& what)
    : Error(file.string() + ": " + what), file_(file) {}

}  // namespace kernelscope

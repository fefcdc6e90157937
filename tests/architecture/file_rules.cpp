#include "tests/architecture/file_rules.h"

#include <regex>
#include <string>
#include <vector>

namespace kernelscope::architecture {
namespace {

bool isCode(const std::string& path) {
  return isHeader(path) || isCppSource(path);
}

bool isComment(const std::string& line) {
  const auto first = line.find_first_not_of(" \t");
  return first == std::string::npos || line.compare(first, 2, "//") == 0;
}

// One violation for each line that the pattern is found in.
void searchLines(const SourceFile& file, const std::regex& pattern, const std::string& message,
                 std::vector<Violation>& violations) {
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    if (std::regex_search(file.lines[i], pattern)) {
      violations.push_back({file.path, static_cast<int>(i) + 1, message});
    }
  }
}

// True when a CMake file has `name` as a word of its own outside comments.
bool lists(const SourceFile& cmake, const std::string& name) {
  for (const std::string& line : cmake.lines) {
    const std::string code = line.substr(0, line.find('#'));
    for (auto at = code.find(name); at != std::string::npos; at = code.find(name, at + 1)) {
      const auto end = at + name.size();
      const bool startsWord = at == 0 || std::string(" \t(\"").find(code[at - 1]) != std::string::npos;
      const bool endsWord = end == code.size() || std::string(" \t)\"").find(code[end]) != std::string::npos;
      if (startsWord && endsWord) return true;
    }
  }
  return false;
}

bool isListed(const SourceTree& tree, const std::string& source) {
  for (std::string folder = folderOf(source); !folder.empty(); folder = folderOf(folder)) {
    const SourceFile* cmake = tree.find(folder + "/CMakeLists.txt");
    if (cmake != nullptr && lists(*cmake, source.substr(folder.size() + 1))) return true;
  }
  return false;
}

}  // namespace

std::vector<Violation> checkFileSizes(const SourceTree& tree) {
  std::vector<Violation> violations;
  for (const SourceFile& file : tree.files) {
    if (!isCode(file.path) || file.lines.size() <= static_cast<std::size_t>(kMaxLinesPerFile)) continue;
    violations.push_back({file.path, 0,
                          std::to_string(file.lines.size()) + " lines, more than " +
                              std::to_string(kMaxLinesPerFile) + ": split it by idea"});
  }
  return violations;
}

std::vector<Violation> checkPragmaOnce(const SourceTree& tree) {
  std::vector<Violation> violations;
  for (const SourceFile& file : tree.files) {
    if (!isHeader(file.path)) continue;
    std::size_t first = 0;
    while (first < file.lines.size() && isComment(file.lines[first])) ++first;
    if (first == file.lines.size() || file.lines[first] != "#pragma once") {
      violations.push_back({file.path, 0, "does not begin with #pragma once"});
    }
  }
  return violations;
}

std::vector<Violation> checkNoMachinePaths(const SourceTree& tree) {
  static const std::regex pattern("(^|[^A-Za-z0-9_.}])/(root|home|work)/");
  std::vector<Violation> violations;
  for (const SourceFile& file : tree.files) {
    if (endsWith(file.path, ".svg")) continue;
    searchLines(file, pattern, "names a folder of one machine", violations);
  }
  return violations;
}

std::vector<Violation> checkNoUnfinishedMarks(const SourceTree& tree) {
  // Written in two halves so that this file does not find itself.
  static const std::regex pattern(
      "\\b(TO"
      "DO|FIX"
      "ME|XX"
      "X|HA"
      "CK)\\b");
  std::vector<Violation> violations;
  for (const SourceFile& file : tree.files) {
    const bool script = fileNameOf(file.path) == "run" || endsWith(file.path, ".sh");
    const bool cmake = fileNameOf(file.path) == "CMakeLists.txt";
    if (isCode(file.path) || script || cmake)
      searchLines(file, pattern, "a mark of unfinished work", violations);
  }
  return violations;
}

std::vector<Violation> checkSourcesListed(const SourceTree& tree) {
  static const std::regex glob("^[^#]*\\bGLOB(_RECURSE)?\\b");
  std::vector<Violation> violations;
  for (const SourceFile& file : tree.files) {
    if (isCppSource(file.path) && !isListed(tree, file.path)) {
      violations.push_back({file.path, 0, "stands in no CMakeLists.txt of its folder or above"});
    }
    if (fileNameOf(file.path) == "CMakeLists.txt") {
      searchLines(file, glob, "sources are listed, not globbed", violations);
    }
  }
  return violations;
}

}  // namespace kernelscope::architecture

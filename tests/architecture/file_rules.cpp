#include "tests/architecture/file_rules.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <functional>
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

bool isWordCharacter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// True when `text` holds `word` with no letter, digit or underscore on either side.
bool hasWord(const std::string& text, const std::string& word) {
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || !isWordCharacter(text[at - 1])) && (end == text.size() || !isWordCharacter(text[end])))
      return true;
  }
  return false;
}

// An absolute path into a home or work folder: the folder's name between slashes, not itself inside a longer
// path.
bool namesMachineFolder(const std::string& line) {
  static const std::vector<std::string> folders = {"root", "home", "work"};
  for (const std::string& folder : folders) {
    const std::string path = "/" + folder + "/";
    for (auto at = line.find(path); at != std::string::npos; at = line.find(path, at + 1)) {
      const char before = at == 0 ? ' ' : line[at - 1];
      if (!isWordCharacter(before) && before != '.' && before != '}') return true;
    }
  }
  return false;
}

// One violation for each line that `isWrong`.
void searchLines(const SourceFile& file, const std::function<bool(const std::string&)>& isWrong,
                 const std::string& message, std::vector<Violation>& violations) {
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    if (isWrong(file.lines[i])) violations.push_back({file.path, static_cast<int>(i) + 1, message});
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

// The targets of [text](target) in one line, without a #part; nothing that leads outside the checkout.
std::vector<std::string> linksOf(const std::string& line) {
  std::vector<std::string> links;
  for (auto at = line.find("]("); at != std::string::npos; at = line.find("](", at + 2)) {
    const auto end = line.find(')', at);
    if (end == std::string::npos) break;
    std::string target = line.substr(at + 2, end - at - 2);
    if (target.find(':') != std::string::npos) continue;  // https:, mailto:
    target = target.substr(0, target.find('#'));
    if (!target.empty()) links.push_back(target);
  }
  return links;
}

// True for a file or a folder of the checkout.
bool leadsSomewhere(const SourceTree& tree, const std::string& path) {
  const std::string folder = endsWith(path, "/") ? path : path + "/";
  return tree.find(path) != nullptr ||
         std::any_of(tree.files.begin(), tree.files.end(),
                     [&](const SourceFile& file) { return startsWith(file.path, folder); });
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
  std::vector<Violation> violations;
  for (const SourceFile& file : tree.files) {
    if (endsWith(file.path, ".svg")) continue;
    searchLines(file, namesMachineFolder, "names a folder of one machine", violations);
  }
  return violations;
}

std::vector<Violation> checkNoUnfinishedMarks(const SourceTree& tree) {
  // Written in two halves so that this file does not find itself.
  static const std::vector<std::string> marks = {
      "TO"
      "DO",
      "FIX"
      "ME",
      "XX"
      "X",
      "HA"
      "CK"};
  const auto isMarked = [](const std::string& line) {
    return std::any_of(marks.begin(), marks.end(),
                       [&](const std::string& mark) { return hasWord(line, mark); });
  };
  std::vector<Violation> violations;
  for (const SourceFile& file : tree.files) {
    const bool script = fileNameOf(file.path) == "run" || endsWith(file.path, ".sh");
    const bool cmake = fileNameOf(file.path) == "CMakeLists.txt";
    if (isCode(file.path) || script || cmake)
      searchLines(file, isMarked, "a mark of unfinished work", violations);
  }
  return violations;
}

std::vector<Violation> checkSourcesListed(const SourceTree& tree) {
  const auto globs = [](const std::string& line) {
    const std::string code = line.substr(0, line.find('#'));
    return hasWord(code, "GLOB") || hasWord(code, "GLOB_RECURSE");
  };
  std::vector<Violation> violations;
  for (const SourceFile& file : tree.files) {
    if (isCppSource(file.path) && !isListed(tree, file.path)) {
      violations.push_back({file.path, 0, "stands in no CMakeLists.txt of its folder or above"});
    }
    if (fileNameOf(file.path) == "CMakeLists.txt") {
      searchLines(file, globs, "sources are listed, not globbed", violations);
    }
  }
  return violations;
}

std::vector<Violation> checkMarkdownLinks(const SourceTree& tree) {
  std::vector<Violation> violations;
  for (const SourceFile& file : tree.files) {
    if (!endsWith(file.path, ".md")) continue;
    const std::string folder = folderOf(file.path);
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      for (const std::string& link : linksOf(file.lines[i])) {
        const std::string path = (std::filesystem::path(folder) / link).lexically_normal().generic_string();
        if (leadsSomewhere(tree, path)) continue;
        violations.push_back({file.path, static_cast<int>(i) + 1, link + " leads nowhere"});
      }
    }
  }
  return violations;
}

}  // namespace kernelscope::architecture

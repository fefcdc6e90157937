#include "tests/architecture/source_tree.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <utility>

namespace kernelscope::architecture {
namespace {

const std::set<std::string> kIgnoredAtRoot = {"build", "out",   "kernelscope-output", "shared", ".git",
                                              ".venv", ".cache"};

std::vector<std::string> splitLines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string readText(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

bool isText(const std::string& content) {
  return content.find('\0') == std::string::npos;
}

}  // namespace

const SourceFile* SourceTree::find(const std::string& path) const {
  const auto found =
      std::lower_bound(files.begin(), files.end(), path,
                       [](const SourceFile& file, const std::string& key) { return file.path < key; });
  return found != files.end() && found->path == path ? &*found : nullptr;
}

SourceTree makeSourceTree(std::vector<std::pair<std::string, std::string>> files) {
  SourceTree tree;
  for (auto& [path, text] : files) tree.files.push_back({std::move(path), splitLines(text)});
  std::sort(tree.files.begin(), tree.files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return tree;
}

SourceTree readSourceTree(const std::filesystem::path& root) {
  std::vector<std::pair<std::string, std::string>> files;
  using Walk = std::filesystem::recursive_directory_iterator;
  for (auto entry = Walk(root); entry != Walk(); ++entry) {
    const std::string path = entry->path().lexically_relative(root).generic_string();
    if (entry.depth() == 0 && kIgnoredAtRoot.count(path) > 0) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file() && !entry->is_symlink()) {
      std::string content = readText(entry->path());
      if (!isText(content)) content.clear();  // a picture or an array: only its name counts
      files.emplace_back(path, std::move(content));
    }
  }
  return makeSourceTree(std::move(files));
}

bool startsWith(const std::string& text, const std::string& prefix) {
  return text.rfind(prefix, 0) == 0;
}

bool endsWith(const std::string& text, const std::string& suffix) {
  return text.size() >= suffix.size() &&
         text.compare(text.size() - suffix.size(), suffix.size(), suffix) == 0;
}

bool isHeader(const std::string& path) {
  return endsWith(path, ".h");
}

bool isCppSource(const std::string& path) {
  return endsWith(path, ".cpp");
}

std::string folderOf(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

std::string fileNameOf(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

std::string describe(const std::vector<Violation>& violations) {
  std::ostringstream text;
  for (const Violation& violation : violations) {
    text << violation.path;
    if (violation.line > 0) text << ':' << violation.line;
    text << ": " << violation.message << '\n';
  }
  return text.str();
}

}  // namespace kernelscope::architecture

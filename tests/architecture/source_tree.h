#pragma once
// The checkout as the architecture rules see it: every file with its path from the root and, if it is text,
// its lines. Read from disk for the real check, written by hand for the checks of the rules themselves.

#include <filesystem>
#include <string>
#include <vector>

namespace kernelscope::architecture {

struct SourceFile {
  std::string path;  // from the root, with '/': "engine/nn/jet.h"
  std::vector<std::string> lines;
};

struct SourceTree {
  std::vector<SourceFile> files;  // sorted by path

  const SourceFile* find(const std::string& path) const;
};

// One broken rule: where, and what is wrong in words that say what to do.
struct Violation {
  std::string path;
  int line = 0;  // 1-based; 0: the file as a whole
  std::string message;
};

// Reads every file below root, except build folders and what git ignores at the top.
// Throws std::filesystem::filesystem_error when root cannot be read.
SourceTree readSourceTree(const std::filesystem::path& root);

// A tree of one file per (path, text) pair.
SourceTree makeSourceTree(std::vector<std::pair<std::string, std::string>> files);

bool startsWith(const std::string& text, const std::string& prefix);
bool endsWith(const std::string& text, const std::string& suffix);
bool isHeader(const std::string& path);           // .h
bool isCppSource(const std::string& path);        // .cpp
std::string folderOf(const std::string& path);    // "engine/nn/jet.h" -> "engine/nn"; "" at the root
std::string fileNameOf(const std::string& path);  // "engine/nn/jet.h" -> "jet.h"

// "path:line: message", one a line; empty when nothing is wrong.
std::string describe(const std::vector<Violation>& violations);

}  // namespace kernelscope::architecture

#pragma once
// Rules about single files and about how CMake lists them.

#include "tests/architecture/source_tree.h"

#include <vector>

namespace kernelscope::architecture {

inline constexpr int kMaxLinesPerFile = 500;

// No .h or .cpp file is longer than kMaxLinesPerFile.
std::vector<Violation> checkFileSizes(const SourceTree& tree);

// The first line of a header that is not a comment is #pragma once.
std::vector<Violation> checkPragmaOnce(const SourceTree& tree);

// No text file names a folder of one machine (a home folder, a work folder). SVG is skipped: path data looks
// alike.
std::vector<Violation> checkNoMachinePaths(const SourceTree& tree);

// No mark of unfinished work is left in code or scripts.
std::vector<Violation> checkNoUnfinishedMarks(const SourceTree& tree);

// Each .cpp stands in the CMakeLists.txt of its own folder or of one above it, and no list is a glob.
std::vector<Violation> checkSourcesListed(const SourceTree& tree);

// Each link of a Markdown page to a place in the checkout leads somewhere.
std::vector<Violation> checkMarkdownLinks(const SourceTree& tree);

}  // namespace kernelscope::architecture

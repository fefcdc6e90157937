#pragma once
// Who may include whom. The direction of dependence is app -> ui -> engine, and inside the engine
// core <- tensor <- backend <- {linalg, features, nn, optim} <- tasks <- train <- run.

#include "tests/architecture/source_tree.h"

#include <string>
#include <vector>

namespace kernelscope::architecture {

struct Include {
  int line = 0;        // 1-based
  std::string target;  // what stands between the quotes or angle brackets
  bool quoted = false;
};

// The #include lines of a file, in order.
std::vector<Include> includesOf(const SourceFile& file);

// app -> ui -> engine; tests may include all of them, nothing includes tests.
std::vector<Violation> checkTopLevelOrder(const SourceTree& tree);

// The order of the engine's folders; a folder that the table does not know is a violation too.
std::vector<Violation> checkEngineFolderOrder(const SourceTree& tree);

// Which library may be seen where: no Qt in the engine, Eigen only in numerical .cpp files, and so on.
std::vector<Violation> checkLibraryFences(const SourceTree& tree);

// Quoted includes are root-relative and exist; a .cpp includes its own header first.
std::vector<Violation> checkIncludeStyle(const SourceTree& tree);

}  // namespace kernelscope::architecture

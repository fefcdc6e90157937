#include "tests/architecture/include_rules.h"

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace kernelscope::architecture {
namespace {

using Names = std::set<std::string>;

bool isCode(const std::string& path) {
  return isHeader(path) || isCppSource(path);
}

// "engine/nn/jet.h" -> "engine"
std::string topFolder(const std::string& path) {
  return path.substr(0, path.find('/'));
}

// "engine/nn/jet.h" -> "nn"; "" for a file directly in engine/ or outside it.
std::string engineFolder(const std::string& path) {
  if (!startsWith(path, "engine/")) return {};
  const std::string rest = path.substr(7);
  const auto slash = rest.find('/');
  return slash == std::string::npos ? std::string() : rest.substr(0, slash);
}

// Folder of the engine -> the folders it may include from, itself aside.
// Data, observables and files stand beside the numerics: the numerics below tasks do not know them.
const std::map<std::string, Names>& engineOrder() {
  static const std::map<std::string, Names> order = [] {
    const Names foundation = {"core", "tensor", "config"};
    const Names numerics = {"core", "tensor", "config", "backend", "linalg", "features", "nn", "optim"};
    Names tasks = numerics;
    tasks.insert({"data", "io", "observe"});
    Names train = tasks;
    train.insert("tasks");
    Names run = train;
    run.insert("train");
    return std::map<std::string, Names>{
        {"core", {}},
        {"tensor", {"core"}},
        {"config", {"core", "tensor"}},
        {"observe", {"core", "tensor"}},
        {"io", {"core", "tensor", "config", "observe"}},
        {"data", {"core", "tensor", "config", "io"}},
        {"backend", {"core", "tensor"}},
        {"linalg", {"core", "tensor", "backend"}},
        {"features", {"core", "tensor", "config", "backend", "linalg"}},
        {"nn", {"core", "tensor", "config", "backend", "linalg", "features"}},
        {"optim", {"core", "tensor", "config", "backend"}},
        {"tasks", tasks},
        {"train", train},
        {"run", run},
    };
  }();
  return order;
}

// A library and the only places that may include it. An empty list of places: nowhere in `within`.
struct Fence {
  std::string library;
  std::regex include;               // matched against the whole include target
  std::string within;               // the part of the tree that the fence is about
  std::vector<std::string> places;  // folders (ending in '/') inside `within` that are free to include it
  bool onlyInCpp = false;           // even there, only .cpp files
};

const std::vector<Fence>& fences() {
  static const std::vector<Fence> all = {
      {"Qt", std::regex("Q[A-Z].*|Qt.*/.*|qcustomplot\\.h|ui_.*\\.h"), "engine/", {}, false},
      {"QCustomPlot", std::regex("qcustomplot\\.h"), "", {"ui/plots/"}, false},
      {"Eigen",
       std::regex("(unsupported/)?Eigen/.*"),
       "engine/",
       {"engine/backend/cpu/", "engine/linalg/", "engine/closed_form/", "engine/analysis/"},
       true},
      {"OpenBLAS",
       std::regex("cblas\\.h|openblas_config\\.h|lapacke?\\.h|f77blas\\.h"),
       "engine/",
       {"engine/backend/cpu/", "engine/linalg/"},
       true},
      {"FFTW", std::regex("fftw3\\.h"), "engine/", {"engine/backend/cpu/", "engine/analysis/"}, true},
      {"CUDA", std::regex("cuda.*|cublas.*|cufft.*|cusolver.*"), "engine/", {"engine/backend/cuda/"}, false},
      {"a numerical library",
       std::regex(
           "(unsupported/)?Eigen/.*|cblas\\.h|openblas_config\\.h|lapacke?\\.h|fftw3\\.h|cuda.*|cublas.*"),
       "ui/",
       {},
       false},
      {"a numerical library",
       std::regex(
           "(unsupported/)?Eigen/.*|cblas\\.h|openblas_config\\.h|lapacke?\\.h|fftw3\\.h|cuda.*|cublas.*"),
       "app/",
       {},
       false},
      {"fmt", std::regex("fmt/.*"), "engine/", {"engine/"}, true},
      {"GoogleTest", std::regex("gtest/.*|gmock/.*"), "engine/", {}, false},
  };
  return all;
}

bool mayInclude(const Fence& fence, const std::string& path) {
  if (fence.onlyInCpp && !isCppSource(path)) return false;
  return std::any_of(fence.places.begin(), fence.places.end(),
                     [&](const std::string& place) { return startsWith(path, place); });
}

std::string ownHeaderOf(const std::string& source) {
  return source.substr(0, source.size() - 4) + ".h";
}

}  // namespace

std::vector<Include> includesOf(const SourceFile& file) {
  static const std::regex pattern("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"].*");
  std::vector<Include> includes;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    std::smatch match;
    if (file.lines[i].find('#') == std::string::npos || !std::regex_match(file.lines[i], match, pattern))
      continue;
    includes.push_back({static_cast<int>(i) + 1, match[2], match[1] == "\""});
  }
  return includes;
}

std::vector<Violation> checkTopLevelOrder(const SourceTree& tree) {
  static const std::map<std::string, Names> order = {
      {"engine", {"engine"}},
      {"ui", {"engine", "ui"}},
      {"app", {"engine", "ui", "app"}},
      {"tests", {"engine", "ui", "app", "tests"}},
  };
  static const Names known = {"engine", "ui", "app", "tests"};
  std::vector<Violation> violations;
  for (const SourceFile& file : tree.files) {
    const auto allowed = order.find(topFolder(file.path));
    if (allowed == order.end() || !isCode(file.path)) continue;
    for (const Include& include : includesOf(file)) {
      const std::string target = topFolder(include.target);
      if (include.quoted && known.count(target) > 0 && allowed->second.count(target) == 0) {
        violations.push_back(
            {file.path, include.line,
             allowed->first + " may not include " + include.target + " (app -> ui -> engine)"});
      }
    }
  }
  return violations;
}

std::vector<Violation> checkEngineFolderOrder(const SourceTree& tree) {
  std::vector<Violation> violations;
  for (const SourceFile& file : tree.files) {
    if (!startsWith(file.path, "engine/") || !isCode(file.path)) continue;
    const std::string from = engineFolder(file.path);
    const auto allowed = engineOrder().find(from);
    if (allowed == engineOrder().end()) {
      violations.push_back({file.path, 0, "engine/" + from + " has no place in the order of dependence yet"});
      continue;
    }
    for (const Include& include : includesOf(file)) {
      const std::string to = engineFolder(include.target);
      if (!include.quoted || to.empty() || to == from || allowed->second.count(to) > 0) continue;
      violations.push_back({file.path, include.line, "engine/" + from + " may not include engine/" + to});
    }
  }
  return violations;
}

std::vector<Violation> checkLibraryFences(const SourceTree& tree) {
  std::vector<Violation> violations;
  for (const SourceFile& file : tree.files) {
    if (!isCode(file.path) || startsWith(file.path, "tests/")) continue;
    const std::vector<Include> includes = includesOf(file);
    for (const Fence& fence : fences()) {
      if (!startsWith(file.path, fence.within) || mayInclude(fence, file.path)) continue;
      for (const Include& include : includes) {
        if (!std::regex_match(include.target, fence.include)) continue;
        violations.push_back(
            {file.path, include.line, fence.library + " (" + include.target + ") has no place here"});
      }
    }
  }
  return violations;
}

std::vector<Violation> checkIncludeStyle(const SourceTree& tree) {
  std::vector<Violation> violations;
  for (const SourceFile& file : tree.files) {
    if (!isCode(file.path)) continue;
    const std::vector<Include> includes = includesOf(file);
    for (const Include& include : includes) {
      if (!include.quoted || endsWith(include.target, ".moc") || tree.find(include.target) != nullptr)
        continue;
      violations.push_back(
          {file.path, include.line, "\"" + include.target + "\" is not a path from the root"});
    }
    if (!isCppSource(file.path)) continue;
    const std::string own = ownHeaderOf(file.path);
    if (tree.find(own) != nullptr && (includes.empty() || includes.front().target != own)) {
      violations.push_back(
          {file.path, includes.empty() ? 0 : includes.front().line, "include " + own + " first"});
    }
  }
  return violations;
}

}  // namespace kernelscope::architecture

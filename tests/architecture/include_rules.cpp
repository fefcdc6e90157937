#include "tests/architecture/include_rules.h"

#include <algorithm>
#include <cctype>
#include <map>
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
    const Names numerics = {"core",     "tensor", "config", "backend", "linalg",
                            "features", "nn",     "optim",  "toeplitz"};
    Names analysis = numerics;
    analysis.insert({"io", "observe"});
    Names tasks = numerics;
    tasks.insert({"data", "io", "observe"});
    Names train = tasks;
    train.insert("tasks");
    Names run = train;
    run.insert({"analysis", "train"});
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
        {"toeplitz", {"core", "tensor", "backend"}},
        {"analysis", analysis},
        {"tasks", tasks},
        {"train", train},
        {"run", run},
    };
  }();
  return order;
}

bool startsWithAny(const std::string& text, const std::vector<std::string>& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](const std::string& prefix) { return startsWith(text, prefix); });
}

bool isCustomPlot(const std::string& target) {
  return target == "qcustomplot.h";
}
bool isQt(const std::string& target) {  // <QImage>, <QtGui/QImage>, <qglobal.h>, and what stands on Qt
  const bool named =
      target.size() > 1 && target[0] == 'Q' && std::isupper(static_cast<unsigned char>(target[1])) != 0;
  return named || startsWith(target, "Qt") || target == "qglobal.h" || isCustomPlot(target);
}
bool isEigen(const std::string& target) {
  return startsWithAny(target, {"Eigen/", "unsupported/Eigen/"});
}
bool isBlas(const std::string& target) {
  return startsWithAny(target, {"cblas", "openblas", "lapack", "f77blas"});
}
bool isFftw(const std::string& target) {
  return startsWith(target, "fftw3");
}
bool isCuda(const std::string& target) {
  return startsWithAny(target, {"cuda", "cublas", "cufft", "cusolver"});
}
bool isNumerical(const std::string& target) {
  return isEigen(target) || isBlas(target) || isFftw(target) || isCuda(target);
}
bool isFormulaParser(const std::string& target) {
  return startsWith(target, "muParser");
}
bool isBoost(const std::string& target) {
  return startsWith(target, "boost/");
}
bool isFmt(const std::string& target) {
  return startsWith(target, "fmt/");
}
bool isGoogleTest(const std::string& target) {
  return startsWithAny(target, {"gtest/", "gmock/"});
}

// A library and the only places that may include it. An empty list of places: nowhere in `within`.
struct Fence {
  std::string library;
  bool (*matches)(const std::string& includeTarget);
  std::string within;               // the part of the tree that the fence is about; "" for all of it
  std::vector<std::string> places;  // folders (ending in '/') inside `within` that are free to include it
  bool onlyInCpp = false;           // even there, only .cpp files
};

const std::vector<Fence>& fences() {
  static const std::vector<Fence> all = {
      {"Qt", isQt, "engine/", {}},
      {"QCustomPlot", isCustomPlot, "", {"ui/plots/"}},
      {"Eigen",
       isEigen,
       "engine/",
       {"engine/backend/cpu/", "engine/linalg/", "engine/closed_form/", "engine/analysis/"},
       true},
      {"OpenBLAS", isBlas, "engine/", {"engine/backend/cpu/", "engine/linalg/"}, true},
      {"FFTW", isFftw, "engine/", {"engine/backend/cpu/", "engine/analysis/"}, true},
      {"CUDA", isCuda, "engine/", {"engine/backend/cuda/"}},
      {"a numerical library", isNumerical, "ui/", {}},
      {"a numerical library", isNumerical, "app/", {}},
      {"muParser", isFormulaParser, "", {"engine/analysis/"}, true},
      {"Boost", isBoost, "", {"engine/analysis/"}, true},
      {"fmt", isFmt, "engine/", {"engine/"}, true},
      {"GoogleTest", isGoogleTest, "engine/", {}},
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
  std::vector<Include> includes;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    const std::string& line = file.lines[i];
    const auto hash = line.find_first_not_of(" \t");
    if (hash == std::string::npos || line[hash] != '#') continue;
    const auto word = line.find_first_not_of(" \t", hash + 1);
    if (word == std::string::npos || line.compare(word, 7, "include") != 0) continue;
    const auto open = line.find_first_of("<\"", word);
    if (open == std::string::npos) continue;
    const bool quoted = line[open] == '"';
    const auto close = line.find(quoted ? '"' : '>', open + 1);
    if (close == std::string::npos) continue;
    includes.push_back({static_cast<int>(i) + 1, line.substr(open + 1, close - open - 1), quoted});
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
        if (!fence.matches(include.target)) continue;
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

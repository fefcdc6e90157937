#include "engine/config/kernel_error_config.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace kernelscope {

namespace {

using nlohmann::json;

constexpr double kMostEstimates = 1e8;  // numbers kept
constexpr double kMostDraws = 4e10;     // features computed

NumberTable readTable(const json& value) {
  NumberTable table;
  if (value.is_string()) {
    table.file = value.get<std::string>();
    return table;
  }
  for (const json& row : value)
    table.rows.push_back(row.is_array() ? row.get<std::vector<double>>()
                                        : std::vector<double>{row.get<double>()});
  return table;
}

KernelPairs readPairs(const json& values) {
  KernelPairs pairs;
  pairs.x = readTable(values.at("x"));
  pairs.w = readTable(values.at("w"));
  pairs.b = readTable(values.at("b"));
  pairs.dimension = values.at("dimension");
  pairs.normX = values.at("norm_x");
  pairs.normW = values.at("norm_w");
  pairs.randomAngle = values.at("angle_degrees").is_string();
  if (!pairs.randomAngle) pairs.angleDegrees = values.at("angle_degrees");
  pairs.bias = values.at("bias");
  pairs.count = values.at("count");
  return pairs;
}

KernelMethodSpec readMethod(const json& values) {
  KernelMethodSpec method;
  method.id = values.at("id");
  method.map = values.at("map");
  method.sampling = values.at("sampling");
  const json& A = values.at("A");
  using AChoice = KernelMethodSpec::AChoice;
  if (A.is_number()) method.A = A;
  if (A.is_string()) method.choiceOfA = A == "optimal" ? AChoice::Optimal : AChoice::FrequencyDependent;
  method.growth = values.at("growth");
  method.proposal = values.at("proposal");
  method.split = values.at("split");
  method.scaleByNorms = values.at("scale").is_string();
  if (!method.scaleByNorms) method.scale = values.at("scale");
  method.degree = values.at("degree");
  method.projection = values.at("projection");
  method.asReleased = values.at("as_released").get<std::vector<std::string>>();
  return method;
}

void checkPairs(const KernelPairs& pairs, std::vector<ConfigIssue>& issues) {
  const NumberTable &x = pairs.x, &w = pairs.w, &b = pairs.b;
  if (x.empty() != w.empty())
    issues.push_back({x.empty() ? "/pairs/x" : "/pairs/w",
                      "is empty; x and w are given together, or both are left out and drawn"});
  if (x.rows.empty() || w.rows.empty()) return;
  if (x.rows.size() != w.rows.size())
    issues.push_back(
        {"/pairs/w", fmt::format("has {} rows; allowed: {}, as many as x", w.rows.size(), x.rows.size())});
  if (x.rows.front().size() != w.rows.front().size())
    issues.push_back({"/pairs/w", fmt::format("has rows of {} entries; allowed: {}, as many as those of x",
                                              w.rows.front().size(), x.rows.front().size())});
  if (!b.rows.empty() && b.rows.size() != x.rows.size())
    issues.push_back({"/pairs/b", fmt::format("has {} entries; allowed: {}, one for each pair, or none",
                                              b.rows.size(), x.rows.size())});
}

// Activations whose Fourier transform is known in closed form, and those with a power series.
bool hasTransform(const std::string& name) {
  return name != "step" && name != "squared-relu";
}
bool hasSeries(const std::string& name) {
  return hasTransform(name) && name != "relu";
}

std::string mapsFor(const KernelTarget& target) {
  static constexpr const char* kMaps[] = {
      "universal-real", "universal-complex", "universal-numeric", "arc-cosine",
      "positive",       "trigonometric",     "maclaurin",         "eugen"};
  std::string list;
  for (const char* map : kMaps)
    if (mapEstimates(map, target)) list += fmt::format("{}\"{}\"", list.empty() ? "" : ", ", map);
  return list;
}

std::string targetName(const KernelTarget& target) {
  return target.kind == "activation" ? fmt::format("the activation \"{}\"", target.name)
                                     : fmt::format("the target \"{}\"", target.kind);
}

// Which choices the features of a map have.
void checkMethod(const KernelMethodSpec& method, const KernelTarget& target, const std::string& path,
                 std::vector<ConfigIssue>& issues) {
  if (!mapEstimates(method.map, target)) {
    issues.push_back({path + "/map", fmt::format("got \"{}\", which does not estimate {}; allowed: {}",
                                                 method.map, targetName(target), mapsFor(target))});
    return;
  }
  const bool universal = method.map.starts_with("universal");
  const bool polynomial = method.map == "maclaurin" || method.map == "eugen";
  using AChoice = KernelMethodSpec::AChoice;
  if (method.choiceOfA == AChoice::FrequencyDependent && !universal)
    issues.push_back({path + "/A", fmt::format("got \"frequency-dependent\"; features \"{}\" draw no "
                                               "frequency; allowed: a number from -4 to 0, or \"optimal\"",
                                               method.map)});
  if (polynomial && method.sampling == "antithetic")
    issues.push_back(
        {path + "/sampling",
         "got \"antithetic\"; the products of polynomial features do not change with the sign of a "
         "projection, so that pairs would be equal; allowed: \"iid\", \"orthogonal\", \"quasi\""});
  const bool signs = polynomial && method.projection == "rademacher";
  if (signs && (method.sampling == "orthogonal" || method.sampling == "quasi"))
    issues.push_back({path + "/sampling", fmt::format("got \"{}\"; projections of signs are \"iid\", or take "
                                                      "\"projection\": \"gaussian\"",
                                                      method.sampling)});
  for (const std::string& defect : method.asReleased) {
    const bool fits = defect == "raw-qr"              ? method.sampling == "orthogonal"
                      : defect == "half-kernel"       ? method.map == "arc-cosine"
                      : defect == "double-correction" ? universal || method.map == "positive"
                                                      : method.sampling == "iid" && !polynomial;
    if (!fits)
      issues.push_back({path + "/as_released",
                        fmt::format("got \"{}\", which needs {}", defect,
                                    defect == "raw-qr"              ? "\"sampling\": \"orthogonal\""
                                    : defect == "half-kernel"       ? "\"map\": \"arc-cosine\""
                                    : defect == "double-correction" ? "a universal map or \"positive\""
                                                                    : "\"sampling\": \"iid\" and a map that "
                                                                      "is no polynomial")});
  }
}

double pairCount(const KernelPairs& pairs) {
  return static_cast<double>(pairs.x.empty() ? static_cast<std::size_t>(pairs.count)
                                             : std::max<std::size_t>(1, pairs.x.rows.size()));
}

void checkSize(const KernelErrorConfig& config, std::vector<ConfigIssue>& issues) {
  if (config.features.empty()) return;  // they come from a file
  const double trials = config.trials * pairCount(config.pairs);
  const auto largest = static_cast<double>(*std::max_element(config.features.begin(), config.features.end()));
  const double estimates = trials * static_cast<double>(config.features.size() * config.methods.size());
  const double draws = trials * largest * static_cast<double>(config.methods.size());
  if (estimates <= kMostEstimates && draws <= kMostDraws) return;
  issues.push_back(
      {"/trials", fmt::format("got {}, which makes {:.3g} estimates of {:.3g} features; allowed: "
                              "at most {:.0e} estimates and {:.0e} features. Take fewer trials, "
                              "pairs, methods or features",
                              config.trials, estimates, draws, kMostEstimates, kMostDraws)});
}

}  // namespace

bool KernelMethodSpec::released(const std::string& defect) const {
  return std::find(asReleased.begin(), asReleased.end(), defect) != asReleased.end();
}

bool mapEstimates(const std::string& map, const KernelTarget& target) {
  const bool activation = target.kind == "activation", formula = target.kind == "formula";
  if (map == "universal-numeric") return activation || formula;
  if (map == "universal-real" || map == "universal-complex") return activation && hasTransform(target.name);
  if (map == "maclaurin") return (activation && hasSeries(target.name)) || target.kind == "softmax";
  if (map == "eugen") return activation || formula || target.kind == "softmax";
  if (map == "arc-cosine") return target.kind == "arc-cosine";
  return target.kind == "softmax" || target.kind == "gaussian";  // positive, trigonometric
}

KernelErrorConfig readKernelError(const json& values) {
  KernelErrorConfig config;
  config.seed = values.at("seed");
  const json& target = values.at("target");
  config.target = {target.at("kind"), target.at("name"), target.at("frequency"), target.at("expression"),
                   target.at("order")};
  config.pairs = readPairs(values.at("pairs"));
  const NumberTable features = readTable(values.at("features"));
  for (const auto& row : features.rows) config.features.push_back(static_cast<int>(row.front()));
  config.trials = values.at("trials");
  config.wishedError = values.at("wished_error");
  config.confidence = values.at("confidence");
  config.gramSize = values.at("gram_size");
  config.gramFeatures = values.at("gram_features");
  config.advise = values.at("advise");
  for (const json& method : values.at("methods")) config.methods.push_back(readMethod(method));
  return config;
}

std::vector<ConfigIssue> kernelErrorIssues(const KernelErrorConfig& config) {
  std::vector<ConfigIssue> issues;
  checkPairs(config.pairs, issues);
  std::set<std::string> ids;
  for (std::size_t i = 0; i < config.methods.size(); ++i) {
    const std::string path = "/methods/" + std::to_string(i);
    const KernelMethodSpec& method = config.methods[i];
    if (!ids.insert(method.id).second)
      issues.push_back(
          {path + "/id", fmt::format("got \"{}\" twice; every method needs a name of its own", method.id)});
    if (method.id.find('/') != std::string::npos)
      issues.push_back({path + "/id", fmt::format("got \"{}\"; allowed: a name without \"/\"", method.id)});
    checkMethod(method, config.target, path, issues);
  }
  checkSize(config, issues);
  return issues;
}

}  // namespace kernelscope

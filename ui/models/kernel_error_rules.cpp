#include "ui/models/kernel_error_rules.h"

#include <array>

namespace kernelscope::ui {

namespace {

using nlohmann::json;

// In the order in which a method that does not fit looks for another map.
constexpr std::array kMaps = {"universal-real", "universal-complex", "universal-numeric", "arc-cosine",
                              "positive",       "trigonometric",     "maclaurin",         "eugen"};

bool isUniversal(const std::string& map) {
  return map.starts_with("universal");
}
bool isPolynomial(const std::string& map) {
  return map == "maclaurin" || map == "eugen";
}

// Sine and cosine are one frequency, the identity none: nothing is drawn.
bool drawsFrequencies(const std::string& map, const KernelTarget& target) {
  if (!isUniversal(map)) return false;
  const bool single = target.name == "sine" || target.name == "cosine" || target.name == "identity";
  return map == "universal-numeric" || target.kind != "activation" || !single;
}

bool signsDisagree(const std::string& sampling, const std::string& map, const std::string& projection) {
  return isPolynomial(map) && projection == "rademacher" && sampling != "iid" && sampling != "antithetic";
}

bool defectFits(const std::string& defect, const std::string& map, const std::string& sampling) {
  if (defect == "raw-qr") return sampling == "orthogonal";
  if (defect == "half-kernel") return map == "arc-cosine";
  if (defect == "double-correction") return isUniversal(map) || map == "positive";
  return sampling == "iid" && !isPolynomial(map);
}

bool anyDefectFits(const json& method) {
  for (const char* defect : {"raw-qr", "half-kernel", "double-correction", "uniform-projections"})
    if (defectFits(defect, textAt(method, "map"), textAt(method, "sampling"))) return true;
  return false;
}

// Some pairs are given, not drawn.
bool pairsGiven(const json& document) {
  const json::json_pointer place("/pairs/x");
  return document.contains(place) && !document.at(place).empty();
}

}  // namespace

std::string textAt(const json& object, const char* key) {
  if (!object.is_object() || !object.contains(key) || !object.at(key).is_string()) return {};
  return object.at(key).get<std::string>();
}

KernelTarget targetOf(const json& document) {
  KernelTarget target;
  if (!document.is_object() || !document.contains("target")) return target;
  target.kind = textAt(document.at("target"), "kind");
  target.name = textAt(document.at("target"), "name");
  return target;
}

bool methodKeyMatters(const std::string& key, const json& method, const KernelTarget& target) {
  const std::string map = textAt(method, "map");
  if (key == "A") return isUniversal(map) || map == "positive" || map == "trigonometric";
  if (key == "growth") return isUniversal(map) && textAt(method, "A") == "frequency-dependent";
  if (key == "proposal") return drawsFrequencies(map, target);
  if (key == "split") return map == "universal-complex";
  if (key == "scale") return map == "universal-real" || map == "universal-numeric";
  if (key == "degree" || key == "projection") return isPolynomial(map);
  if (key == "as_released") return anyDefectFits(method);
  return true;
}

bool studyKeyMatters(const std::string& pointer, const json& document) {
  const std::string kind = targetOf(document).kind;
  if (pointer == "/target/name" || pointer == "/target/frequency") return kind == "activation";
  if (pointer == "/target/expression") return kind == "formula";
  if (pointer == "/target/order") return kind == "arc-cosine";
  if (pointer == "/pairs/bias") return !pairsGiven(document) && (kind == "activation" || kind == "formula");
  if (pointer.starts_with("/pairs/")) return !pairsGiven(document);
  return true;
}

bool methodAllows(const std::string& key, const json& choice, const json& method,
                  const KernelTarget& target) {
  const std::string word = choice.is_string() ? choice.get<std::string>() : "";
  const std::string map = textAt(method, "map");
  if (key == "map") return mapEstimates(word, target);
  if (key == "A" && word == "frequency-dependent") return isUniversal(map);
  if (key == "as_released") return defectFits(word, map, textAt(method, "sampling"));
  return true;
}

json fittingMethod(json method, const KernelTarget& target, const std::string& kept) {
  if (!method.is_object()) return method;
  if (!mapEstimates(textAt(method, "map"), target)) {
    for (const char* map : kMaps) {
      if (!mapEstimates(map, target)) continue;
      method["map"] = map;
      break;
    }
  }
  const std::string map = textAt(method, "map");
  if (textAt(method, "A") == "frequency-dependent" && !isUniversal(map)) method["A"] = 0.0;
  if (signsDisagree(textAt(method, "sampling"), map, textAt(method, "projection"))) {
    if (kept == "projection")
      method["sampling"] = "iid";
    else
      method["projection"] = "gaussian";
  }
  if (!method.contains("as_released") || !method.at("as_released").is_array()) return method;
  json defects = json::array();
  for (const json& defect : method.at("as_released"))
    if (!defect.is_string() || methodAllows("as_released", defect, method, target)) defects.push_back(defect);
  method["as_released"] = defects;
  return method;
}

}  // namespace kernelscope::ui

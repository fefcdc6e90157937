#include "ui/models/kernel_error_model.h"

#include "ui/models/kernel_error_rules.h"

#include <algorithm>
#include <set>

namespace kernelscope::ui {
namespace {

using nlohmann::json;

constexpr auto kTask = "kernel-error";
constexpr auto kMethods = "/methods/";

// A place inside a method: its index and the key. The index is -1 outside the methods.
struct MethodPlace {
  int index = -1;
  std::string key;
};

MethodPlace methodPlace(const std::string& pointer) {
  if (!pointer.starts_with(kMethods)) return {};
  const std::string rest = pointer.substr(std::string(kMethods).size());
  const std::size_t cut = rest.find('/');
  if (cut == std::string::npos || cut == 0 || rest.find_first_not_of("0123456789") != cut) return {};
  return {std::stoi(rest.substr(0, cut)), rest.substr(cut + 1)};
}

const json& methodsOf(const json& document) {
  static const json none = json::array();
  return document.contains("methods") && document.at("methods").is_array() ? document.at("methods") : none;
}

// The place's method; null for a place outside the methods.
const json* methodAt(const json& document, const MethodPlace& place) {
  const json& methods = methodsOf(document);
  if (place.index < 0 || place.index >= static_cast<int>(methods.size())) return nullptr;
  return &methods[static_cast<std::size_t>(place.index)];
}

std::string freeName(const json& methods) {
  std::set<std::string> taken;
  for (const json& method : methods) taken.insert(textAt(method, "id"));
  int number = static_cast<int>(methods.size()) + 1;
  while (taken.contains("M" + std::to_string(number))) ++number;
  return "M" + std::to_string(number);
}

// A way of drawing that no method with the same map has.
std::string freeSampling(const json& methods, const json& like) {
  for (const char* sampling : {"iid", "orthogonal", "antithetic", "quasi"}) {
    const bool taken = std::any_of(methods.begin(), methods.end(), [&](const json& method) {
      return textAt(method, "map") == textAt(like, "map") && textAt(method, "sampling") == sampling;
    });
    if (!taken) return sampling;
  }
  return "iid";
}

}  // namespace

KernelErrorModel::KernelErrorModel(QObject* parent) : KernelErrorModel(defaultDocument(kTask), parent) {}

KernelErrorModel::KernelErrorModel(const ExperimentDocument& document, QObject* parent)
    : DocumentModel(document, parent),
      config_(std::make_shared<const KernelErrorConfig>(readKernelError(document.values))) {}

int KernelErrorModel::methodCount() const {
  return static_cast<int>(methodsOf(document()).size());
}

void KernelErrorModel::addMethod() {
  json next = document();
  json& methods = next["methods"];
  if (!methods.is_array() || methods.empty() || methodCount() >= kMostMethods) return;
  json added = methods.back();
  added["id"] = freeName(methods);
  added["sampling"] = freeSampling(methods, added);
  added["as_released"] = json::array();
  methods.push_back(fittingMethod(std::move(added), targetOf(next), "sampling"));
  edit(std::move(next), tr("added method"));
}

void KernelErrorModel::removeMethod(int index) {
  if (index < 0 || index >= methodCount() || methodCount() == 1) return;
  json next = document();
  next["methods"].erase(static_cast<std::size_t>(index));
  edit(std::move(next), tr("removed method"));
}

bool KernelErrorModel::matters(const std::string& pointer) const {
  const MethodPlace place = methodPlace(pointer);
  if (const json* method = methodAt(document(), place))
    return methodKeyMatters(place.key, *method, targetOf(document()));
  return studyKeyMatters(pointer, document());
}

bool KernelErrorModel::allows(const std::string& pointer, const json& choice) const {
  const MethodPlace place = methodPlace(pointer);
  const json* method = methodAt(document(), place);
  return method == nullptr || methodAllows(place.key, choice, *method, targetOf(document()));
}

json KernelErrorModel::completed(json document, const std::string& pattern) const {
  const MethodPlace place = methodPlace(pattern);
  const bool targetChanged = pattern == "/target/kind" || pattern == "/target/name";
  if (!targetChanged && place.index < 0) return document;
  const KernelTarget target = targetOf(document);
  json& methods = document["methods"];
  for (std::size_t i = 0; i < methods.size(); ++i) {
    if (targetChanged || static_cast<int>(i) == place.index)
      methods[i] = fittingMethod(std::move(methods[i]), target, place.key);
  }
  return document;
}

json KernelErrorModel::accepted(const DocumentState& state) {
  json resolved = DocumentModel::accepted(state);
  config_ = std::make_shared<const KernelErrorConfig>(readKernelError(resolved));
  return resolved;
}

// Names are unique: the default of the third method's is M3.
json KernelErrorModel::defaultAt(const Field& field, const std::string& pointer) const {
  const MethodPlace place = methodPlace(pointer);
  if (place.key == "id") return "M" + std::to_string(place.index + 1);
  return DocumentModel::defaultAt(field, pointer);
}

}  // namespace kernelscope::ui

#include "ui/panels/explain_content.h"

#include "engine/config/layer_keys.h"
#include "engine/core/error.h"
#include "ui/theme/resources.h"

#include <QCoreApplication>
#include <QFile>
#include <algorithm>

namespace kernelscope::ui {
namespace {

const std::string kLayerPrefix = "layer:";

QString explainText(const std::string& text) {
  return text.empty() ? QString() : QCoreApplication::translate("kernelscope::Explain", text.c_str());
}

ExplainOffer readOffer(const nlohmann::json& json) {
  ExplainOffer offer;
  offer.label = explainText(json.at("label").get<std::string>());
  offer.field = json.at("field").get<std::string>();
  if (json.contains("multiply")) {
    offer.multiply = json.at("multiply").get<double>();
  } else {
    offer.set = json.at("set");
  }
  return offer;
}

ExplainTopic readTopic(const nlohmann::json& json) {
  const auto text = [&](const char* key) { return explainText(json.at(key).get<std::string>()); };
  ExplainTopic topic;
  topic.id = text("id");
  topic.title = text("title");
  topic.see = text("see");
  topic.fields = json.at("fields").get<std::vector<std::string>>();
  if (json.contains("when")) topic.when = json.at("when").get<std::map<std::string, std::string>>();
  for (const auto& line : json.at("equation"))
    topic.equation.push_back(QString::fromStdString(line.get<std::string>()));
  for (const auto& row : json.at("table")) {
    const auto cells = row.get<std::array<std::string, 3>>();
    topic.table.push_back(
        {QString::fromStdString(cells[0]), explainText(cells[1]), QString::fromStdString(cells[2])});
  }
  for (const auto& offer : json.at("try")) topic.offers.push_back(readOffer(offer));
  return topic;
}

bool meetsConditions(const ExplainTopic& topic, const ExplainFocus& focus, const ExperimentConfig& config) {
  if (topic.when.empty()) return true;
  if (!focus.lane || !focus.layer) return false;
  const nlohmann::ordered_json layer = encodeLayer(config.lane(*focus.lane).layers[*focus.layer]);
  return std::all_of(topic.when.begin(), topic.when.end(), [&](const auto& condition) {
    return layer.contains(condition.first) && layer.at(condition.first) == condition.second;
  });
}

}  // namespace

ExplainFocus explainFocus(const std::string& pattern, const ExperimentConfig& config) {
  ExplainFocus focus;
  focus.pattern = pattern;
  for (const LaneId lane : kLanes) {
    const std::string list = std::string("/lanes/") + laneName(lane) + "/layers";
    if (pattern.rfind(list, 0) != 0) continue;
    focus.lane = lane;
    const std::size_t cut = pattern.rfind('/');
    if (cut > list.size()) focus.layerKey = pattern.substr(cut + 1);
    const std::vector<LayerSpec>& layers = config.lane(lane).layers;
    const auto found = std::find_if(layers.begin(), layers.end(), [&](const LayerSpec& layer) {
      return focus.layerKey.empty() ? layer.type == "snnk" : layerHasKey(layer, focus.layerKey);
    });
    if (found != layers.end()) focus.layer = static_cast<std::size_t>(found - layers.begin());
    if (!focus.layer && focus.layerKey.empty() && !layers.empty()) focus.layer = 0;
  }
  return focus;
}

std::string resolvedField(const std::string& field, const ExplainFocus& focus) {
  if (field.rfind(kLayerPrefix, 0) != 0 || !focus.lane) return field;
  return std::string("/lanes/") + laneName(*focus.lane) + "/layers/*/" + field.substr(kLayerPrefix.size());
}

ExplainContent::ExplainContent(const QByteArray& json, const QString& fileName) {
  try {
    const auto document = nlohmann::json::parse(json.begin(), json.end());
    for (const auto& topic : document.at("topics")) topics_.push_back(readTopic(topic));
  } catch (const nlohmann::json::exception& error) {
    throw ContentError(fileName.toStdString(), error.what());
  }
}

ExplainContent ExplainContent::forTask(const std::string& task) {
  registerResources();
  const QString name = QStringLiteral(":/explain/%1.json").arg(QString::fromStdString(task));
  QFile file(name);
  if (!file.open(QIODevice::ReadOnly)) return {};
  return ExplainContent(file.readAll(), name);
}

const ExplainTopic* ExplainContent::find(const ExplainFocus& focus, const ExperimentConfig& config) const {
  std::string wanted = focus.pattern;
  if (focus.lane) wanted = kLayerPrefix + (focus.layerKey.empty() ? "type" : focus.layerKey);
  for (const ExplainTopic& topic : topics_) {
    const bool named = std::find(topic.fields.begin(), topic.fields.end(), wanted) != topic.fields.end();
    if (named && meetsConditions(topic, focus, config)) return &topic;
  }
  return nullptr;
}

}  // namespace kernelscope::ui

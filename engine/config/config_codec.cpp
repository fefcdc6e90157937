#include "engine/config/config_codec.h"

#include "engine/config/config_bindings.h"
#include "engine/config/document_shape.h"
#include "engine/config/experiment_document.h"
#include "engine/config/layer_keys.h"
#include "engine/config/plain_number.h"
#include "engine/config/size_race.h"
#include "engine/config/task_definition.h"
#include "engine/config/training_document.h"

#include <fmt/format.h>

#include <utility>

namespace kernelscope {

namespace {

using nlohmann::json;

class Encoder {
 public:
  OrderedJson document = {{"schema", kExperimentSchemaVersion}};

  template <class Value>
  void operator()(const std::string& pointer, const Value& value) {
    document[OrderedJson::json_pointer(pointer)] = encoded(value);
  }

 private:
  template <class Value>
  static OrderedJson encoded(const Value& value) {
    return plainNumber(value);
  }
  template <class Batch>
  static OrderedJson encoded(const BatchSize<Batch>& size) {
    return size.batch ? OrderedJson(*size.batch) : OrderedJson("full");
  }
  template <class Image>
  static OrderedJson encoded(const TrainPixels<Image>& pixels) {
    if (pixels.image.trainPixels != "fraction") return pixels.image.trainPixels;
    return {{"fraction", plainNumber(pixels.image.fraction)}};
  }
  static OrderedJson encoded(const std::optional<CropSpec>& crop) {
    if (!crop) return nullptr;
    return {{"x", crop->x}, {"y", crop->y}, {"width", crop->width}, {"height", crop->height}};
  }
  static OrderedJson encoded(const std::optional<double>& value) {
    return value ? plainNumber(*value) : OrderedJson(nullptr);
  }
  static OrderedJson encoded(const std::vector<LayerSpec>& layers) { return encodeLayers(layers); }
};

// Reads a document that checkDocument found right.
class Decoder {
 public:
  explicit Decoder(const json& document) : document_(document) {}

  template <class Value>
  void operator()(const std::string& pointer, Value&& value) {
    const json::json_pointer path(pointer);
    if (document_.contains(path)) decode(document_.at(path), value);
  }

 private:
  template <class Value>
  static void decode(const json& from, Value& value) {
    from.get_to(value);
  }
  template <class Batch>
  static void decode(const json& from, BatchSize<Batch>& size) {
    size.batch.reset();
    if (from.is_number()) size.batch = from.get<std::int64_t>();
  }
  template <class Image>
  static void decode(const json& from, TrainPixels<Image>& pixels) {
    pixels.image.trainPixels = from.is_object() ? "fraction" : from.get<std::string>();
    if (from.is_object()) pixels.image.fraction = from.at("fraction").get<double>();
  }
  static void decode(const json& from, std::optional<CropSpec>& crop) {
    crop.reset();
    if (from.is_object())
      crop = CropSpec{from.at("x").get<int>(), from.at("y").get<int>(), from.at("width").get<int>(),
                      from.at("height").get<int>()};
  }
  static void decode(const json& from, std::optional<double>& value) {
    value.reset();
    if (from.is_number()) value = from.get<double>();
  }
  static void decode(const json& from, std::vector<LayerSpec>& layers) {
    layers.clear();
    for (const json& layer : from) layers.push_back(decodeLayer(layer));
  }

  const json& document_;
};

}  // namespace

OrderedJson encodeConfig(const ExperimentConfig& config) {
  Encoder encoder;
  visitConfig(config, encoder);
  return std::move(encoder.document);
}

ExperimentConfig readTraining(const json& document) {
  ExperimentConfig config = defaultExperiment();
  Decoder decoder(document);
  visitConfig(config, decoder);
  return config;
}

std::vector<ConfigIssue> trainingIssues(const json& document) {
  const ExperimentConfig config = readTraining(document);
  if (config.race != "size") return {};
  if (SizeRace race = solveSizeRace(config.lanes); !race.problem.empty())
    return {{"/race", std::move(race.problem)}};
  return {};
}

ExperimentConfig decodeConfig(const json& document) {
  std::vector<ConfigIssue> issues = checkExperimentDocument(document);
  if (issues.empty() && document.is_object() && document.contains("task")) {
    const std::string task = document.at("task");
    if (!taskDefinition(task).training)
      issues.push_back({"/task", fmt::format("got \"{}\", which trains no lanes; needed here: a training "
                                             "task such as \"{}\"",
                                             task, ExperimentConfig().task)});
  }
  if (!issues.empty()) throw ConfigError(std::move(issues));
  ExperimentConfig config = readTraining(document);
  if (config.race == "size") setFeatures(config.lanes[1], solveSizeRace(config.lanes).features);
  return config;
}

std::string experimentText(const ExperimentConfig& config) {
  return encodeConfig(config).dump(2, ' ', false, OrderedJson::error_handler_t::replace) + '\n';
}

}  // namespace kernelscope

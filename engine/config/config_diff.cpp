#include "engine/config/config_diff.h"

#include "engine/config/config_check.h"
#include "engine/config/config_codec.h"
#include "engine/config/image_source.h"
#include "engine/config/task_names.h"

#include <algorithm>

namespace kernelscope {

namespace {

ConfigChange laneRestart(FieldGroup group) {
  if (group == FieldGroup::LaneA) return ConfigChange::RestartLaneA;
  return group == FieldGroup::LaneB ? ConfigChange::RestartLaneB : ConfigChange::RestartBoth;
}

ConfigChange changeOf(const Field& field) {
  switch (field.effect) {
    case FieldEffect::Live:
      return ConfigChange::Live;
    case FieldEffect::RestartLane:
      return laneRestart(field.group);
    case FieldEffect::RestartBoth:
      break;
  }
  return ConfigChange::RestartBoth;
}

ConfigChange combined(ConfigChange a, ConfigChange b) {
  const bool restartsBoth = (a == ConfigChange::RestartLaneA && b == ConfigChange::RestartLaneB) ||
                            (a == ConfigChange::RestartLaneB && b == ConfigChange::RestartLaneA);
  return restartsBoth ? ConfigChange::RestartBoth : std::max(a, b);  // the enumeration is in this order
}

// The lanes of a time race must begin it together; other races differ in what the lanes are.
ConfigChange raceChange(const ExperimentConfig& before, const ExperimentConfig& after) {
  if (before.race == after.race) return ConfigChange::None;
  return before.race == "time" || after.race == "time" ? ConfigChange::RestartBoth : ConfigChange::Live;
}

bool restartsOneLane(ConfigChange change) {
  return change == ConfigChange::RestartLaneA || change == ConfigChange::RestartLaneB;
}

bool samePictureFolder(const ExperimentConfig& before, const ExperimentConfig& after) {
  if (!isRelativeImageSource(after.image.source)) return true;
  const auto folder = [](const ExperimentConfig& config) {
    return std::filesystem::absolute(config.baseDirectory / config.image.source).lexically_normal();
  };
  return folder(before) == folder(after);
}

}  // namespace

ConfigChange configDiff(const ExperimentConfig& before, const ExperimentConfig& after) {
  if (before.task != after.task || !isKnownTask(after.task))
    return before == after ? ConfigChange::None : ConfigChange::RestartBoth;
  const nlohmann::json from = encodeConfig(before), to = encodeConfig(after);
  ConfigChange change = samePictureFolder(before, after) ? ConfigChange::None : ConfigChange::RestartBoth;
  for (const Field& field : taskSchema(after.task).fields) {
    if (field.pointer.find('*') != std::string::npos) continue;  // part of the list of layers
    if (field.pointer == "/race") continue;
    const nlohmann::json::json_pointer pointer(field.pointer);
    const bool inFrom = from.contains(pointer), inTo = to.contains(pointer);
    if (inFrom != inTo || (inFrom && from.at(pointer) != to.at(pointer)))
      change = combined(change, changeOf(field));
  }
  change = combined(change, raceChange(before, after));
  return after.race == "time" && restartsOneLane(change) ? ConfigChange::RestartBoth : change;
}

}  // namespace kernelscope

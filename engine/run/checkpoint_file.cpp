#include "engine/run/checkpoint_file.h"

#include "engine/core/error.h"
#include "engine/io/safetensors.h"

#include <nlohmann/json.hpp>

namespace kernelscope {

namespace {

constexpr const char* kFormat = "kernelscope-checkpoint-1";

const char* endName(LaneEnd end) {
  switch (end) {
    case LaneEnd::StopRule:
      return "stop-rule";
    case LaneEnd::Diverged:
      return "diverged";
    case LaneEnd::None:
      break;
  }
  return "";
}

LaneEnd endOf(const std::string& name) {
  if (name == "stop-rule") return LaneEnd::StopRule;
  return name == "diverged" ? LaneEnd::Diverged : LaneEnd::None;
}

NamedArray vectorArray(const char* name, ArrayValues values) {
  const auto size = std::visit([](const auto& v) { return static_cast<std::int64_t>(v.size()); }, values);
  return {name, {size}, std::move(values)};
}

template <typename T>
const std::vector<T>& required(const SafetensorsFile& content, const char* name,
                               const std::filesystem::path& file) {
  const NamedArray* array = findArray(content.arrays, name);
  const auto* values = array == nullptr ? nullptr : std::get_if<std::vector<T>>(&array->values);
  if (values == nullptr)
    throw ContentError(file, std::string("is not a checkpoint: no array \"") + name + "\"");
  return *values;
}

void addHistory(const MetricHistory& history, SafetensorsFile& content) {
  std::vector<std::int64_t> steps;
  std::vector<double> seconds, values;
  for (std::size_t row = 0; row < history.size(); ++row) {
    steps.push_back(history.step(row));
    seconds.push_back(history.seconds(row));
    for (std::size_t column = 0; column < history.columns().size(); ++column) {
      values.push_back(history.value(row, column));
    }
  }
  content.arrays.push_back(vectorArray("history.step", std::move(steps)));
  content.arrays.push_back(vectorArray("history.seconds", std::move(seconds)));
  content.arrays.push_back(vectorArray("history.values", std::move(values)));
}

MetricHistory historyOf(const SafetensorsFile& content, const std::vector<std::string>& columns,
                        const std::filesystem::path& file) {
  const auto& steps = required<std::int64_t>(content, "history.step", file);
  const auto& seconds = required<double>(content, "history.seconds", file);
  const auto& values = required<double>(content, "history.values", file);
  if (seconds.size() != steps.size() || values.size() != steps.size() * columns.size()) {
    throw ContentError(file, "the arrays of its record do not fit together");
  }
  MetricHistory history(columns);
  for (std::size_t row = 0; row < steps.size(); ++row) {
    history.append(steps[row], seconds[row], std::span(values).subspan(row * columns.size(), columns.size()));
  }
  return history;
}

}  // namespace

void saveCheckpoint(const Checkpoint& checkpoint, const std::filesystem::path& file) {
  SafetensorsFile content;
  content.arrays.push_back(vectorArray("parameters", checkpoint.parameters));
  content.arrays.push_back(vectorArray("first_moment", checkpoint.firstMoment));
  content.arrays.push_back(vectorArray("second_moment", checkpoint.secondMoment));
  addHistory(checkpoint.history, content);
  const nlohmann::json state = {{"lane", laneName(checkpoint.lane)},
                                {"step", checkpoint.step},
                                {"seconds", checkpoint.seconds},
                                {"first_loss", checkpoint.firstLoss},
                                {"end", endName(checkpoint.end)},
                                {"end_reason", checkpoint.endReason},
                                {"diverged_at_step", checkpoint.divergedAt},
                                {"columns", checkpoint.history.columns()}};
  content.metadata = {{"format", kFormat}, {"state", state.dump()}};
  writeSafetensors(content, file);
}

std::shared_ptr<const Checkpoint> loadCheckpoint(const std::filesystem::path& file) {
  const SafetensorsFile content = readSafetensors(file);
  const auto format = content.metadata.find("format"), text = content.metadata.find("state");
  if (format == content.metadata.end() || format->second != kFormat || text == content.metadata.end()) {
    throw ContentError(file, "is not a Kernelscope checkpoint");
  }
  auto checkpoint = std::make_shared<Checkpoint>();
  try {
    const nlohmann::json state = nlohmann::json::parse(text->second);
    checkpoint->lane = state.at("lane") == "A" ? LaneId::A : LaneId::B;
    checkpoint->step = state.at("step");
    checkpoint->seconds = state.at("seconds");
    checkpoint->firstLoss = state.at("first_loss");
    checkpoint->history = historyOf(content, state.at("columns"), file);
    checkpoint->end = endOf(state.value("end", ""));
    checkpoint->endReason = state.value("end_reason", "");
    checkpoint->divergedAt = state.value("diverged_at_step", std::int64_t{0});
  } catch (const nlohmann::json::exception& problem) {
    throw ContentError(file, std::string("its state cannot be read: ") + problem.what());
  }
  checkpoint->parameters = required<float>(content, "parameters", file);
  checkpoint->firstMoment = required<float>(content, "first_moment", file);
  checkpoint->secondMoment = required<float>(content, "second_moment", file);
  return checkpoint;
}

}  // namespace kernelscope

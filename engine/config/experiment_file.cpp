// Experiment files: loadExperiment, saveExperiment and rebasedTo of config_codec.h.

#include "engine/config/config_codec.h"
#include "engine/config/experiment_document.h"
#include "engine/config/image_source.h"
#include "engine/core/file_io.h"

#include <utility>

namespace kernelscope {

namespace {

std::filesystem::path absoluteFolder(const std::filesystem::path& folder) {
  const auto absolute = std::filesystem::absolute(folder.empty() ? "." : folder).lexically_normal();
  return absolute.has_filename() ? absolute : absolute.parent_path();
}

}  // namespace

ExperimentConfig loadExperiment(const std::filesystem::path& file) {
  return trainingConfig(loadDocument(file));
}

ExperimentConfig trainingConfig(const ExperimentDocument& document) {
  ExperimentConfig config = decodeConfig(document.values);
  config.baseDirectory = document.baseDirectory;
  return config;
}

ExperimentConfig rebasedTo(const ExperimentConfig& config, const std::filesystem::path& folder) {
  ExperimentConfig rebased = config;
  rebased.baseDirectory = folder;
  if (!isRelativeImageSource(config.image.source)) return rebased;
  const auto from = absoluteFolder(config.baseDirectory), to = absoluteFolder(folder);
  if (from == to) return rebased;
  const auto picture = (from / config.image.source).lexically_normal();
  const auto relative = picture.lexically_relative(to);
  const bool below = !relative.empty() && *relative.begin() != "..";
  rebased.image.source = (below ? relative : picture).string();
  return rebased;
}

void saveExperiment(const ExperimentConfig& config, const std::filesystem::path& file) {
  writeFileAtomically(file, std::string_view(experimentText(rebasedTo(config, file.parent_path()))));
}

}  // namespace kernelscope

// Experiment files: loadExperiment, saveExperiment and rebasedTo of config_codec.h, and the functions of
// experiment_document.h that rename the files of an experiment.

#include "engine/config/config_check.h"
#include "engine/config/config_codec.h"
#include "engine/config/experiment_document.h"
#include "engine/config/image_source.h"
#include "engine/core/file_io.h"

#include <functional>
#include <utility>

namespace kernelscope {

namespace {

std::filesystem::path absoluteFolder(const std::filesystem::path& folder) {
  const auto absolute = std::filesystem::absolute(folder.empty() ? "." : folder).lexically_normal();
  return absolute.has_filename() ? absolute : absolute.parent_path();
}

// A file that `path` names from the folder `from`, as it is named from `to`.
std::string rebasedPath(const std::string& path, const std::filesystem::path& from,
                        const std::filesystem::path& to) {
  const auto file = (from / path).lexically_normal();
  const auto relative = file.lexically_relative(to);
  const bool below = !relative.empty() && *relative.begin() != "..";
  return (below ? relative : file).string();
}

// Whether a value of the field is the path of a file that is relative to the experiment's folder.
bool isRelativeFile(const Field& field, const OrderedJson& value) {
  if (!value.is_string()) return false;
  const std::string path = value.get<std::string>();
  if (field.kind == FieldKind::File) return isRelativeImageSource(path);
  return field.kind == FieldKind::Numbers && field.files && !path.empty() &&
         std::filesystem::path(path).is_relative();
}

// Every relative path in the document renamed.
ExperimentDocument withPaths(ExperimentDocument document,
                             const std::function<std::string(const std::string& path)>& renamed) {
  for (const Field& field : taskSchema(document.task()).fields) {
    const OrderedJson::json_pointer place(field.pointer);
    if (field.pointer.find('*') != std::string::npos || !document.values.contains(place)) continue;
    OrderedJson& value = document.values.at(place);
    if (isRelativeFile(field, value)) value = renamed(value.get<std::string>());
  }
  return document;
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
  rebased.image.source = rebasedPath(config.image.source, from, to);
  return rebased;
}

ExperimentDocument rebasedTo(const ExperimentDocument& document, const std::filesystem::path& folder) {
  const auto from = absoluteFolder(document.baseDirectory), to = absoluteFolder(folder);
  ExperimentDocument rebased =
      from == to ? document
                 : withPaths(document, [&](const std::string& path) { return rebasedPath(path, from, to); });
  rebased.baseDirectory = folder;
  return rebased;
}

ExperimentDocument withFilesFromBase(const ExperimentDocument& document) {
  return withPaths(document, [&](const std::string& path) {
    return (document.baseDirectory / path).lexically_normal().string();
  });
}

void saveExperiment(const ExperimentConfig& config, const std::filesystem::path& file) {
  writeFileAtomically(file, std::string_view(experimentText(rebasedTo(config, file.parent_path()))));
}

}  // namespace kernelscope

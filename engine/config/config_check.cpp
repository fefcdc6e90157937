#include "engine/config/config_check.h"

#include "engine/config/config_codec.h"
#include "engine/config/experiment_document.h"

namespace kernelscope {

std::vector<ConfigIssue> checkConfig(const ExperimentConfig& config) {
  // What is written is what is judged, so that a config without issues can be saved and read again.
  return checkExperimentDocument(encodeConfig(config));
}

}  // namespace kernelscope

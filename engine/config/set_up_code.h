#pragma once
// A set-up as one short line for a chat or a slide: the task, then every value that differs from the default
// experiment, as the command line's --set takes them:
//   kernelscope:image-field /seed=9 /lanes/B/layers/2/features=16

#include "engine/config/experiment_config.h"
#include "engine/config/experiment_document.h"

#include <string>
#include <string_view>

namespace kernelscope {

// Values hold no blank (a blank inside a text is written \u0020), so line breaks that a chat puts in do no
// harm. A picture that is a file is named by its absolute path.
std::string setUpCode(const ExperimentConfig& config);
std::string setUpCode(const ExperimentDocument& document);

// Whether a text begins as such a code does.
bool isSetUpCode(std::string_view text);

// The experiment of a code or of the JSON text of an experiment, blanks around it ignored. Throws
// ContentError for a text that is neither, ConfigError for values that cannot be used.
ExperimentDocument documentOfText(std::string_view text);
// The same, of a training task.
ExperimentConfig experimentOfText(std::string_view text);

}  // namespace kernelscope

#pragma once
// Draws the figures of a finished run folder without opening a window: the stage with its curves, every
// lane's value, gradient and Laplacian, and the target.

#include <filesystem>
#include <vector>

namespace kernelscope::ui {

class ThemeController;

// Reads experiment.json, result.json, metrics.csv and arrays.npz of `runFolder` and writes PNG files into
// its folder figures, each whole or not at all. Returns their names. Throws IoError, ContentError,
// ConfigError. Needs a QApplication; the offscreen platform will do.
std::vector<std::filesystem::path> renderRun(const std::filesystem::path& runFolder,
                                             const ThemeController& theme);

}  // namespace kernelscope::ui

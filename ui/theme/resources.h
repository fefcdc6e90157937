#pragma once
// Makes the compiled-in files (":/themes/tokens.json", ":/icons/*.svg") readable. Calling it again is free.

namespace kernelscope::ui {

void registerResources();

}  // namespace kernelscope::ui

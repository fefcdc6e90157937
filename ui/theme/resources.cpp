#include "ui/theme/resources.h"

#include <QDir>

// Q_INIT_RESOURCE must stand outside any namespace.
static void registerCompiledFiles() {
  Q_INIT_RESOURCE(kernelscope);
  Q_INIT_RESOURCE(kernelscope_explain);
}

namespace kernelscope::ui {

void registerResources() {
  registerCompiledFiles();
}

}  // namespace kernelscope::ui

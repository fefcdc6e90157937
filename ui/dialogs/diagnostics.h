#pragma once
// What someone who looks into a fault needs to know about this machine and this build, as plain lines.

#include <QStringList>

namespace kernelscope::ui {

class Theme;

// Program, Qt, system, processor, threads, screens with their scale, fonts. `more` is appended.
QStringList diagnosticLines(const Theme& theme, const QStringList& more);

}  // namespace kernelscope::ui

#pragma once
// What the window program's command line asks for.

#include <QSize>
#include <QString>
#include <QStringList>
#include <optional>

namespace kernelscope {

struct CommandLine {
  QString subject;     // experiment file, preset or picture to open; empty: the default experiment
  QString experiment;  // --experiment: an experiment file or a preset
  QString page;        // --page; empty: the first page
  QString theme;       // --theme: "", "light", "dark"
  QString language;    // --language: "en", "pseudo"
  std::optional<QSize> size;
  bool autorun = true;
  bool cpu = false;
  double afterSeconds = 1;
  QString screenshot;  // file; empty: none
  QString renderRun;   // run folder; empty: none
};

// Thrown for wrong usage; what() is one line for the terminal. Exit code 2.
struct UsageError {
  QString message;
};

// The program's arguments without those that Qt takes for itself (-platform offscreen, -style NAME, ...).
QStringList ownArguments(int argc, char** argv);

// Reads the arguments (program name first). Prints help or version and exits for --help and --version. Needs
// neither a display nor an application object. Throws UsageError.
CommandLine readCommandLine(const QStringList& arguments);

}  // namespace kernelscope

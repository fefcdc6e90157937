// The window program: reads the command line, puts the parts together, runs the event loop.

#include "app/command_line.h"
#include "app/composition.h"
#include "engine/core/error.h"
#include "ui/pages/field_figures.h"
#include "ui/pages/render_run.h"
#include "ui/pseudo_translator.h"

#include <QApplication>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <memory>
#include <string_view>
#include <vector>

namespace kernelscope {
namespace {

enum ExitCode { kDone = 0, kBug = 1, kWrongContent = 2, kDeviceProblem = 5, kFileProblem = 6 };

void print(const QString& text) {
  std::fputs((QStringLiteral("kernelscope: ") + text + QLatin1Char('\n')).toUtf8().constData(), stderr);
}

// Runs `work` and turns what it throws into a line on the terminal and an exit code.
template <typename Work>
int guarded(Work&& work) {
  try {
    return work();
  } catch (const UsageError& error) {
    print(error.message + QStringLiteral("\nkernelscope --help lists what can be given."));
    return kWrongContent;
  } catch (const IoError& error) {
    print(QString::fromUtf8(error.what()));
    return kFileProblem;
  } catch (const DeviceError& error) {
    print(QString::fromUtf8(error.what()));
    return kDeviceProblem;
  } catch (const Error& error) {
    print(QString::fromUtf8(error.what()));
    return kWrongContent;
  } catch (const std::exception& error) {
    print(QString::fromUtf8(error.what()));
    return kBug;
  }
}

int render(const CommandLine& line) {
  ui::ThemeController theme;
  theme.install();
  for (const std::filesystem::path& file : ui::renderRun(line.renderRun.toStdString(), theme))
    std::puts(file.c_str());
  return kDone;
}

int openWindow(const CommandLine& line) {
  QGuiApplication::setDesktopFileName(QStringLiteral("kernelscope"));
  if (line.language == QLatin1String("pseudo"))
    QCoreApplication::installTranslator(new ui::PseudoTranslator(QCoreApplication::instance()));
  Composition program(line);
  if (!line.screenshot.isEmpty()) {
    QTimer::singleShot(static_cast<int>(1000 * line.afterSeconds), &program.window(), [&] {
      const int code = guarded([&] {
        ui::savePng(program.window().grab().toImage(), line.screenshot.toStdString());
        return kDone;
      });
      QCoreApplication::exit(code);
    });
  }
  program.open();
  const int code = QCoreApplication::exec();
  // A step that takes too long (a huge network) must not keep the program alive.
  if (!program.close()) std::_Exit(code);
  return code;
}

// Help and version need no display; figures need none either.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv) {
  const std::vector<std::string_view> words(argv + 1, argv + argc);
  const auto asks = [&words](std::initializer_list<std::string_view> names) {
    return std::ranges::any_of(words, [&](std::string_view word) {
      return std::ranges::any_of(names, [&](std::string_view name) { return word.starts_with(name); });
    });
  };
  if (asks({"--help", "-h", "--version", "-v"})) return std::make_unique<QCoreApplication>(argc, argv);
  if (asks({"--render"}) && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
    qputenv("QT_QPA_PLATFORM", "offscreen");
  return std::make_unique<QApplication>(argc, argv);
}

}  // namespace
}  // namespace kernelscope

int main(int argc, char** argv) {
  QCoreApplication::setApplicationName(QStringLiteral("kernelscope"));
  QCoreApplication::setApplicationVersion(QStringLiteral(KERNELSCOPE_VERSION));
  const std::unique_ptr<QCoreApplication> application = kernelscope::makeApplication(argc, argv);
  using namespace kernelscope;
  return guarded([&] {
    const CommandLine line = readCommandLine(QCoreApplication::arguments());
    return line.renderRun.isEmpty() ? openWindow(line) : render(line);
  });
}

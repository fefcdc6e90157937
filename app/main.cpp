// The window program: reads the command line, puts the parts together, runs the event loop.

#include "app/command_line.h"
#include "app/composition.h"
#include "engine/core/error.h"
#include "ui/pages/figure_encoder.h"
#include "ui/pages/render_run.h"
#include "ui/pseudo_translator.h"

#include <QApplication>
#include <QTimer>
#include <cstdio>
#include <cstdlib>
#include <memory>

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
        ui::writeBytes(ui::encodePng(program.window().grab().toImage()), line.screenshot.toStdString());
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

// Qt ends the program when it finds no display; this says what can be done instead.
void explainMissingDisplay(QtMsgType kind, const QMessageLogContext&, const QString& message) {
  if (kind != QtFatalMsg) {
    std::fprintf(stderr, "%s\n", message.toUtf8().constData());
    return;
  }
  print(QStringLiteral(
      "no display was found, so there can be no window. kernelscope-run trains without one and "
      "kernelscope --render RUN_DIR draws its figures; with QT_QPA_PLATFORM=offscreen this program "
      "runs unseen."));
  std::_Exit(kDeviceProblem);
}

std::unique_ptr<QApplication> makeApplication(const CommandLine& line, int& argc, char** argv) {
  // Figures need no display.
  if (!line.renderRun.isEmpty() && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
    qputenv("QT_QPA_PLATFORM", "offscreen");
  const QtMessageHandler usual = qInstallMessageHandler(explainMissingDisplay);
  auto application = std::make_unique<QApplication>(argc, argv);
  qInstallMessageHandler(usual);
  return application;
}

int run(int& argc, char** argv) {
  const CommandLine line = readCommandLine(ownArguments(argc, argv));
  const std::unique_ptr<QApplication> application = makeApplication(line, argc, argv);
  return line.renderRun.isEmpty() ? openWindow(line) : render(line);
}

}  // namespace
}  // namespace kernelscope

int main(int argc, char** argv) {
  QCoreApplication::setApplicationName(QStringLiteral("kernelscope"));
  QCoreApplication::setApplicationVersion(QStringLiteral(KERNELSCOPE_VERSION));
  return kernelscope::guarded([&] { return kernelscope::run(argc, argv); });
}

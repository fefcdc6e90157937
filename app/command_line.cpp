#include "app/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

namespace kernelscope {

namespace {

struct Options {
  QCommandLineOption page{"page", "Page to open first: image-field.", "NAME"};
  QCommandLineOption experiment{"experiment", "Experiment file, or the name of a preset.", "FILE|PRESET"};
  QCommandLineOption noAutorun{"no-autorun", "Open paused."};
  QCommandLineOption cpu{"cpu", "Use the CPU, whatever else is there."};
  QCommandLineOption theme{"theme", "light or dark, instead of what the settings say.", "NAME"};
  QCommandLineOption language{"language",
                              "en, or pseudo: every text 40 % longer and accented, to see whether it fits.",
                              "NAME", "en"};
  QCommandLineOption size{"size", "Size of the window, for example 1366x768.", "WxH"};
  QCommandLineOption after{"after", "With --screenshot: seconds to wait before it is taken.", "SECONDS", "1"};
  QCommandLineOption screenshot{"screenshot", "Write a PNG picture of the window, then end.", "FILE"};
  QCommandLineOption render{"render", "Draw the figures of a run folder into RUN_DIR/figures, then end.",
                            "RUN_DIR"};

  QList<QCommandLineOption> all() const {
    return {page, experiment, noAutorun, cpu, theme, language, size, after, screenshot, render};
  }
};

QSize sizeFrom(const QString& text) {
  static const QRegularExpression form(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
  const QRegularExpressionMatch match = form.match(text);
  if (!match.hasMatch())
    throw UsageError{
        QStringLiteral("--size is \"%1\"; expected WIDTHxHEIGHT in pixels, for example 1366x768").arg(text)};
  return {match.captured(1).toInt(), match.captured(2).toInt()};
}

double secondsFrom(const QString& text) {
  bool isNumber = false;
  const double seconds = text.toDouble(&isNumber);
  if (!isNumber || !(seconds >= 0) || seconds > 86400)
    throw UsageError{QStringLiteral("--after is \"%1\"; expected seconds, 0 to 86400").arg(text)};
  return seconds;
}

QString themeFrom(const QString& text) {
  if (text != QLatin1String("light") && text != QLatin1String("dark"))
    throw UsageError{QStringLiteral("--theme is \"%1\"; expected light or dark").arg(text)};
  return text;
}

QString languageFrom(const QString& text) {
  if (text != QLatin1String("en") && text != QLatin1String("pseudo"))
    throw UsageError{QStringLiteral("--language is \"%1\"; expected en or pseudo").arg(text)};
  return text;
}

}  // namespace

QStringList ownArguments(int argc, char** argv) {
  static const QStringList withValue = {"platform",        "platformpluginpath", "platformtheme", "plugin",
                                        "qwindowgeometry", "qwindowicon",        "qwindowtitle",  "icon",
                                        "title",           "geometry",           "display",       "session",
                                        "style",           "stylesheet",         "fontengine"};
  static const QStringList alone = {"reverse", "nograb", "dograb", "sync", "widgetcount"};
  QStringList own;
  for (int i = 0; i < argc; ++i) {
    const QString word = QString::fromLocal8Bit(argv[i]);
    const QString name =
        word.startsWith(QLatin1Char('-')) ? word.mid(word.startsWith("--") ? 2 : 1) : QString();
    const QString beforeEquals = name.section(QLatin1Char('='), 0, 0);
    if (alone.contains(name) || (withValue.contains(beforeEquals) && beforeEquals != name)) continue;
    if (withValue.contains(name)) {
      ++i;
    } else {
      own << word;
    }
  }
  return own;
}

CommandLine readCommandLine(const QStringList& arguments) {
  const Options options;
  QCommandLineParser parser;
  parser.setApplicationDescription("Kernelscope: two networks, one clock, seen while they learn.");
  parser.addPositionalArgument("EXPERIMENT|PICTURE", "An experiment (.json), a preset, or a picture to fit.",
                               "[EXPERIMENT|PICTURE]");
  parser.addOptions(options.all());
  const QCommandLineOption help = parser.addHelpOption();
  const QCommandLineOption version = parser.addVersionOption();
  if (!parser.parse(arguments)) throw UsageError{parser.errorText()};
  if (parser.isSet(help) || parser.isSet(version)) {
    // Qt asks the application object for the program's name.
    int argc = 1;
    QByteArray name = arguments.first().toLocal8Bit();
    char* argv[] = {name.data(), nullptr};
    const QCoreApplication application(argc, argv);
    if (parser.isSet(help)) parser.showHelp(0);
    parser.showVersion();
  }
  if (parser.positionalArguments().size() > 1)
    throw UsageError{QStringLiteral("one experiment or picture can be opened, not %1")
                         .arg(parser.positionalArguments().size())};
  CommandLine line;
  line.subject = parser.positionalArguments().value(0);
  line.experiment = parser.value(options.experiment);
  if (!line.subject.isEmpty() && !line.experiment.isEmpty())
    throw UsageError{QStringLiteral("give the experiment once: either --experiment or a file")};
  line.page = parser.value(options.page);
  line.autorun = !parser.isSet(options.noAutorun);
  line.cpu = parser.isSet(options.cpu);
  if (parser.isSet(options.theme)) line.theme = themeFrom(parser.value(options.theme));
  line.language = languageFrom(parser.value(options.language));
  if (parser.isSet(options.size)) line.size = sizeFrom(parser.value(options.size));
  line.afterSeconds = secondsFrom(parser.value(options.after));
  line.screenshot = parser.value(options.screenshot);
  line.renderRun = parser.value(options.render);
  return line;
}

}  // namespace kernelscope

#include "ui/dialogs/diagnostics.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFile>
#include <QFontInfo>
#include <QGuiApplication>
#include <QScreen>
#include <QSysInfo>
#include <QThread>

namespace kernelscope::ui {

namespace {

QString processorName() {
  QFile file(QStringLiteral("/proc/cpuinfo"));
  if (!file.open(QIODevice::ReadOnly | QIODevice::Text)) return QSysInfo::currentCpuArchitecture();
  for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
    if (line.startsWith("model name")) return QString::fromUtf8(line.mid(line.indexOf(':') + 1)).trimmed();
  }
  return QSysInfo::currentCpuArchitecture();
}

}  // namespace

QStringList diagnosticLines(const Theme& theme, const QStringList& more) {
  QStringList lines;
  lines << QStringLiteral("Kernelscope %1").arg(QCoreApplication::applicationVersion());
  lines << QStringLiteral("Qt %1 (built with %2), platform %3")
               .arg(QString::fromLatin1(qVersion()), QStringLiteral(QT_VERSION_STR),
                    QGuiApplication::platformName());
  lines << QStringLiteral("System: %1, kernel %2")
               .arg(QSysInfo::prettyProductName(), QSysInfo::kernelVersion());
  lines << QStringLiteral("CPU: %1, %2 threads").arg(processorName()).arg(QThread::idealThreadCount());
  for (const QScreen* screen : QGuiApplication::screens()) {
    lines << QStringLiteral("Screen %1: %2 x %3, scale %4")
                 .arg(screen->name())
                 .arg(screen->size().width())
                 .arg(screen->size().height())
                 .arg(screen->devicePixelRatio());
  }
  const QFontInfo font(theme.font(FontRole::Body));
  lines << QStringLiteral("Font: %1 %2 pt, unit %3 px, theme %4")
               .arg(font.family())
               .arg(font.pointSizeF())
               .arg(theme.u())
               .arg(QLatin1String(tokenName(theme.kind())));
  return lines + more;
}

}  // namespace kernelscope::ui

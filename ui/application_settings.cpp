#include "ui/application_settings.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <algorithm>

namespace kernelscope::ui {

namespace {

constexpr int kSchema = 1;
constexpr int kMostRecent = 10;
constexpr const char* kSchemaKey = "schema";
constexpr const char* kGeometryKey = "window/geometry";
constexpr const char* kMaximizedKey = "window/maximized";
constexpr const char* kThemeKey = "view/theme";
constexpr const char* kMotionKey = "view/reduced_motion";
constexpr const char* kRecentKey = "files/recent";

QRect shrunkInto(QRect wanted, const QRect& screen) {
  wanted.setSize(wanted.size().boundedTo(screen.size()));
  wanted.moveLeft(std::clamp(wanted.left(), screen.left(), screen.right() - wanted.width() + 1));
  wanted.moveTop(std::clamp(wanted.top(), screen.top(), screen.bottom() - wanted.height() + 1));
  return wanted;
}

qint64 area(const QRect& rect) {
  return rect.isValid() ? static_cast<qint64>(rect.width()) * rect.height() : 0;
}

}  // namespace

QRect clampedToScreens(const QRect& wanted, const QList<QRect>& screens) {
  if (screens.isEmpty()) return wanted;
  QRect best = screens.first();
  for (const QRect& screen : screens) {
    if (area(screen & wanted) > area(best & wanted)) best = screen;
  }
  return shrunkInto(wanted, best);
}

QString ApplicationSettings::defaultFile() {
  return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
         QStringLiteral("/kernelscope/kernelscope.ini");
}

ApplicationSettings::ApplicationSettings(const QString& file) : settings_(file, QSettings::IniFormat) {
  if (!settings_.contains(kSchemaKey)) settings_.setValue(kSchemaKey, kSchema);
}

int ApplicationSettings::schema() const {
  return settings_.value(kSchemaKey, kSchema).toInt();
}

WindowPlace ApplicationSettings::windowPlace() const {
  return {settings_.value(kGeometryKey).toRect(), settings_.value(kMaximizedKey, false).toBool()};
}

void ApplicationSettings::setWindowPlace(const WindowPlace& place) {
  settings_.setValue(kGeometryKey, place.geometry);
  settings_.setValue(kMaximizedKey, place.maximized);
}

ThemeChoice ApplicationSettings::themeChoice() const {
  return themeChoiceFromName(settings_.value(kThemeKey).toString());
}
void ApplicationSettings::setThemeChoice(ThemeChoice choice) {
  settings_.setValue(kThemeKey, themeChoiceName(choice));
}

bool ApplicationSettings::reducedMotion() const {
  return settings_.value(kMotionKey, false).toBool();
}
void ApplicationSettings::setReducedMotion(bool reduced) {
  settings_.setValue(kMotionKey, reduced);
}

bool ApplicationSettings::isFolded(const QString& panel) const {
  return settings_.value(QStringLiteral("panels/") + panel, false).toBool();
}

void ApplicationSettings::setFolded(const QString& panel, bool folded) {
  settings_.setValue(QStringLiteral("panels/") + panel, folded);
}

QStringList ApplicationSettings::recentFiles() const {
  return settings_.value(kRecentKey).toStringList().mid(0, kMostRecent);
}

void ApplicationSettings::removeRecentFile(const QString& path) {
  QStringList files = recentFiles();
  files.removeAll(path);
  settings_.setValue(kRecentKey, files);
}

void ApplicationSettings::addRecentFile(const QString& path) {
  const QString absolute = QFileInfo(path).absoluteFilePath();
  QStringList files = settings_.value(kRecentKey).toStringList();
  files.removeAll(absolute);
  files.prepend(absolute);
  settings_.setValue(kRecentKey, QStringList(files.mid(0, kMostRecent)));
}

QVariant ApplicationSettings::exportChoice(const QString& name) const {
  return settings_.value(QStringLiteral("export/") + name);
}

void ApplicationSettings::setExportChoice(const QString& name, const QVariant& value) {
  settings_.setValue(QStringLiteral("export/") + name, value);
}

QString ApplicationSettings::folder(const QString& purpose) const {
  const QString kept = settings_.value(QStringLiteral("folders/") + purpose).toString();
  return QFileInfo(kept).isDir() ? kept : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

void ApplicationSettings::setFolder(const QString& purpose, const QString& path) {
  settings_.setValue(QStringLiteral("folders/") + purpose, path);
}

void ApplicationSettings::resetAll() {
  settings_.clear();
  settings_.setValue(kSchemaKey, kSchema);
}

}  // namespace kernelscope::ui

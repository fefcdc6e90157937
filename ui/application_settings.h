#pragma once
// What the program remembers between sessions: window place, theme, motion, folded panels, recent files.
// An INI file in the user's configuration folder, or the file named by the caller. Carries a schema number;
// a file of a newer program is left alone and read for what is understood.

#include "ui/theme/theme_controller.h"

#include <QByteArray>
#include <QList>
#include <QRect>
#include <QSettings>
#include <QString>
#include <QStringList>

namespace kernelscope::ui {

struct WindowPlace {
  QRect geometry;  // null: never saved
  bool maximized = false;
};

// `wanted` moved and shrunk so that it lies within one of the screens; the first screen when it meets none.
// Not changed when `screens` is empty.
QRect clampedToScreens(const QRect& wanted, const QList<QRect>& screens);

class ApplicationSettings final {
 public:
  static QString defaultFile();
  // Opens or begins `file`. An unwritable place is no error: nothing is remembered then, see isWritable().
  explicit ApplicationSettings(const QString& file = defaultFile());

  bool isWritable() const { return settings_.isWritable(); }
  int schema() const;

  WindowPlace windowPlace() const;
  void setWindowPlace(const WindowPlace& place);

  ThemeChoice themeChoice() const;
  void setThemeChoice(ThemeChoice choice);
  bool reducedMotion() const;
  void setReducedMotion(bool reduced);

  // Panels by name ("image-field/explain").
  bool isFolded(const QString& panel) const;
  void setFolded(const QString& panel, bool folded);

  // Newest first, at most ten; files that are gone stay until they are removed.
  QStringList recentFiles() const;
  void removeRecentFile(const QString& path);
  void addRecentFile(const QString& path);

  // The folder last used for a purpose ("open", "export"); the documents folder at first.
  QString folder(const QString& purpose) const;
  void setFolder(const QString& purpose, const QString& path);

  // What was chosen last in the export dialog; an invalid value for what never was.
  QVariant exportChoice(const QString& name) const;
  void setExportChoice(const QString& name, const QVariant& value);

  // Back to a fresh start.
  void resetAll();

 private:
  QSettings settings_;
};

}  // namespace kernelscope::ui

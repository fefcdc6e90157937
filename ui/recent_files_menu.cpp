#include "ui/recent_files_menu.h"

#include "ui/application_settings.h"

#include <QFileInfo>

namespace kernelscope::ui {

RecentFilesMenu::RecentFilesMenu(const QString& title, ApplicationSettings& settings, QWidget* parent)
    : QMenu(title, parent), settings_(settings) {
  setToolTipsVisible(true);
}

void RecentFilesMenu::fill() {
  clear();
  const QStringList files = settings_.recentFiles();
  for (const QString& path : files) {
    QString name = QFileInfo(path).fileName();
    name.replace(QLatin1Char('&'), QStringLiteral("&&"));
    const bool there = QFileInfo::exists(path);
    QAction* entry = addAction(there ? name : tr("%1 is missing: remove from this list").arg(name));
    entry->setToolTip(path);
    if (there) {
      connect(entry, &QAction::triggered, this, [this, path] { Q_EMIT chosen(path); });
    } else {
      connect(entry, &QAction::triggered, this, [this, path] { settings_.removeRecentFile(path); });
    }
  }
  if (files.isEmpty()) return;
  addSeparator();
  connect(addAction(tr("&Clear this list")), &QAction::triggered, this, [this] {
    for (const QString& path : settings_.recentFiles()) settings_.removeRecentFile(path);
  });
}

}  // namespace kernelscope::ui

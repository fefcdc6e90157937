#pragma once
// File > Open recent: newest first. A file that is gone stays in the list, said to be missing, until it is
// chosen there and forgotten, or comes back.

#include <QMenu>

namespace kernelscope::ui {

class ApplicationSettings;

class RecentFilesMenu final : public QMenu {
  Q_OBJECT

 public:
  RecentFilesMenu(const QString& title, ApplicationSettings& settings, QWidget* parent);

  // Looks at the files again; called before the menu around this one opens.
  void fill();

 Q_SIGNALS:
  void chosen(const QString& path);

 private:
  ApplicationSettings& settings_;
};

}  // namespace kernelscope::ui

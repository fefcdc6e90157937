#pragma once
// The frame that all pages share: menus, transport bar, rail, the pages, the status strip. It knows pages
// only through the Page interface, answers the commands that belong to the window (theme, full screen, keys,
// about, quit) and leaves all others to the page in front.

#include "ui/command_registry.h"
#include "ui/theme/theme_controller.h"

#include <QList>
#include <QMainWindow>
#include <QStringList>
#include <functional>

class QShortcut;
class QStackedWidget;

namespace kernelscope::ui {

class ApplicationSettings;
class Page;
class Rail;
class RecentFilesMenu;
class StatusStrip;
class TransportBar;

class MainWindow final : public QMainWindow {
  Q_OBJECT

 public:
  // Both must outlive the window. Takes theme choice and motion from the settings.
  MainWindow(ThemeController& theme, ApplicationSettings& settings, QWidget* parent = nullptr);
  ~MainWindow() override;

  // Pages in the order of the rail. The window owns the page's widget, the caller the page, which must
  // outlive the window.
  void addPage(Page& page);
  // False if there is no such page.
  bool openPage(const QString& id);
  // Null before the first addPage.
  Page* currentPage() const { return front_; }
  // Also before any page is: the first one sets itself up.
  bool isInFront(const Page& page) const { return front_ == nullptr || front_ == &page; }
  // Runs `slot` when the command is triggered while the page is in front. Lives as long as `context`.
  void onCommand(const Page& page, const char* id, QObject& context, std::function<void(bool checked)> slot);

  CommandRegistry& commands() { return commands_; }
  TransportBar& transport() { return *transport_; }
  StatusStrip& status() { return *status_; }
  Rail& rail() { return *rail_; }

  // Place and size of the last session, within the screens of today; a sensible size at first.
  void restorePlace();
  // Lines for About > Copy diagnostics that only others know (devices, threads).
  void setDiagnostics(const QStringList& lines) { diagnostics_ << lines; }
  // The name of the experiment's file in the title; `modified` marks unsaved changes.
  void setDocument(const QString& name, bool modified);
  // A file that was opened or saved, for File > Open recent.
  void noteRecentFile(const QString& path);

 signals:
  void pageChanged(const QString& id);
  void openFileRequested(const QString& path);
  // Before the window closes: stop what runs.
  void closing();

 protected:
  void closeEvent(QCloseEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void buildMenus();
  void buildFileMenu();
  void buildViewMenu();
  void fillRecentMenu();
  void buildFrame();
  void connectWindowCommands();
  void showPage(int index);
  void setTheme(ThemeChoice choice);
  void showKeys();
  void showAbout();

  ThemeController& theme_;
  ApplicationSettings& settings_;
  CommandRegistry commands_;
  QList<Page*> pages_;
  Page* front_ = nullptr;
  RecentFilesMenu* recentMenu_ = nullptr;
  TransportBar* transport_ = nullptr;
  Rail* rail_ = nullptr;
  QStackedWidget* stack_ = nullptr;
  StatusStrip* status_ = nullptr;
  QShortcut* leaveFullScreen_ = nullptr;
  QStringList diagnostics_;
};

}  // namespace kernelscope::ui

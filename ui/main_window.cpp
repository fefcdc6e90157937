#include "ui/main_window.h"

#include "ui/application_settings.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/key_list_dialog.h"
#include "ui/pages/page.h"
#include "ui/recent_files_menu.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme_controller.h"
#include "ui/typing_guard.h"
#include "ui/widgets/rail.h"
#include "ui/widgets/status_strip.h"
#include "ui/widgets/transport_bar.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QMenuBar>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <utility>

namespace kernelscope::ui {

MainWindow::MainWindow(ThemeController& theme, ApplicationSettings& settings, QWidget* parent)
    : QMainWindow(parent), theme_(theme), settings_(settings), commands_(theme) {
  setWindowIcon(applicationIcon());
  setDocument({}, false);
  new TypingGuard(this);
  commands_.setWindowCommands({command::kQuit, command::kThemeSystem, command::kThemeLight,
                               command::kThemeDark, command::kReduceMotion, command::kFullScreen,
                               command::kKeys, command::kAbout});
  buildFrame();
  buildMenus();
  connectWindowCommands();
  theme_.setReducedMotion(settings_.reducedMotion());
  setTheme(settings_.themeChoice());
}

MainWindow::~MainWindow() = default;

void MainWindow::buildFrame() {
  transport_ = new TransportBar(theme_, commands_);
  rail_ = new Rail(theme_);
  stack_ = new QStackedWidget;
  status_ = new StatusStrip(theme_);
  auto* frame = new QWidget;
  auto* column = new QVBoxLayout(frame);
  auto* middle = new QHBoxLayout;
  for (QBoxLayout* box : {static_cast<QBoxLayout*>(column), static_cast<QBoxLayout*>(middle)}) {
    box->setContentsMargins({});
    box->setSpacing(0);
  }
  column->addWidget(transport_);
  middle->addWidget(rail_);
  middle->addWidget(stack_, 1);
  column->addLayout(middle, 1);
  column->addWidget(status_);
  setCentralWidget(frame);
  connect(rail_, &Rail::selected, this, &MainWindow::showPage);
  theme_.follow(this, [this] { setMinimumSize(theme_.theme().u(180), theme_.theme().u(120)); });
}

void MainWindow::buildMenus() {
  buildFileMenu();
  QMenu* edit = menuBar()->addMenu(tr("&Edit"));
  for (const char* id : {command::kUndo, command::kRedo}) edit->addAction(commands_.action(id));
  edit->addSeparator();
  for (const char* id : {command::kCopySetUp, command::kPasteSetUp}) edit->addAction(commands_.action(id));
  edit->addSeparator();
  for (const char* id : {command::kPastePicture, command::kCrop, command::kWholePicture})
    edit->addAction(commands_.action(id));
  buildViewMenu();
  QMenu* run = menuBar()->addMenu(tr("&Run"));
  for (const char* id : {command::kPlayPause, command::kStep}) run->addAction(commands_.action(id));
  run->addSeparator();
  for (const char* id : {command::kReset, command::kNewSeed}) run->addAction(commands_.action(id));
  run->addSeparator();
  for (const char* id : {command::kSlowMotion, command::kSlower, command::kFaster})
    run->addAction(commands_.action(id));
  QMenu* help = menuBar()->addMenu(tr("&Help"));
  for (const char* id : {command::kExplain, command::kKeys, command::kAbout})
    help->addAction(commands_.action(id));
  // Every command works by its key wherever the focus is, also when its menu entry is not to be seen.
  for (const QString& id : commands_.ids()) addAction(commands_.action(id));
}

void MainWindow::buildFileMenu() {
  QMenu* file = menuBar()->addMenu(tr("&File"));
  file->addAction(commands_.action(command::kOpen));
  recentMenu_ = new RecentFilesMenu(tr("Open &recent"), settings_, this);
  file->addMenu(recentMenu_);
  connect(recentMenu_, &RecentFilesMenu::chosen, this, &MainWindow::openFileRequested);
  connect(file, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
  for (const char* id : {command::kSave, command::kSaveAs}) file->addAction(commands_.action(id));
  file->addSeparator();
  for (const char* id : {command::kExportFigure, command::kExportNumbers, command::kExportWeights}) {
    file->addAction(commands_.action(id));
  }
  file->addSeparator();
  file->addAction(commands_.action(command::kQuit));
}

void MainWindow::buildViewMenu() {
  QMenu* view = menuBar()->addMenu(tr("&View"));
  QMenu* themes = view->addMenu(tr("&Theme"));
  auto* choice = new QActionGroup(this);
  for (const char* id : {command::kThemeSystem, command::kThemeLight, command::kThemeDark}) {
    themes->addAction(choice->addAction(commands_.action(id)));
  }
  view->addAction(commands_.action(command::kReduceMotion));
  view->addSeparator();
  for (const char* id :
       {command::kStageTiles, command::kStageWipe, command::kStageBlink, command::kDifference}) {
    view->addAction(commands_.action(id));
  }
  QMenu* query = view->addMenu(tr("&Points between pixels"));
  for (const char* id : {command::kQueryPixels, command::kQueryTwice, command::kQueryFourTimes})
    query->addAction(commands_.action(id));
  view->addSeparator();
  for (const char* id : {command::kLogAxis, command::kLogValues, command::kGrid, command::kFit})
    view->addAction(commands_.action(id));
  view->addSeparator();
  view->addAction(commands_.action(command::kFullScreen));
}

void MainWindow::fillRecentMenu() {
  recentMenu_->fill();
  recentMenu_->menuAction()->setVisible(commands_.action(command::kOpen)->isVisible());
  recentMenu_->setEnabled(!recentMenu_->isEmpty() && commands_.action(command::kOpen)->isEnabled());
}

void MainWindow::connectWindowCommands() {
  const auto on = [this](const char* id, auto slot) {
    connect(commands_.action(id), &QAction::triggered, this, slot);
  };
  on(command::kQuit, [this] { close(); });
  on(command::kThemeSystem, [this] { setTheme(ThemeChoice::System); });
  on(command::kThemeLight, [this] { setTheme(ThemeChoice::Light); });
  on(command::kThemeDark, [this] { setTheme(ThemeChoice::Dark); });
  on(command::kReduceMotion, [this](bool reduced) {
    theme_.setReducedMotion(reduced);
    settings_.setReducedMotion(reduced);
  });
  on(command::kFullScreen,
     [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });
  on(command::kKeys, [this] { showKeys(); });
  on(command::kAbout, [this] { showAbout(); });
  commands_.action(command::kReduceMotion)->setChecked(settings_.reducedMotion());
  leaveFullScreen_ = new QShortcut(QKeySequence(Qt::Key_Escape), this);
  leaveFullScreen_->setEnabled(false);  // Esc belongs to others while the window is not full screen
  connect(leaveFullScreen_, &QShortcut::activated, this,
          [this] { setWindowState(windowState().setFlag(Qt::WindowFullScreen, false)); });
}

void MainWindow::addPage(Page& page) {
  const int index = rail_->addItem(page.title(), page.iconName());
  pages_ << &page;
  stack_->addWidget(page.widget());
  commands_.addPageCommands(page.commands());
  auto* key = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + index)), this);
  connect(key, &QShortcut::activated, this, [this, index] { showPage(index); });
  commands_.addKeyNote(
      {tr("View"), key->key().toString(QKeySequence::NativeText), tr("%1 page").arg(page.title())});
  if (index == 0) showPage(0);
}

bool MainWindow::openPage(const QString& id) {
  for (qsizetype i = 0; i < pages_.size(); ++i) {
    if (pages_[i]->id() != id) continue;
    showPage(static_cast<int>(i));
    return true;
  }
  return false;
}

void MainWindow::showPage(int index) {
  rail_->setCurrentIndex(index);
  Page* next = pages_[index];
  if (next == front_) return;
  if (front_ != nullptr) front_->setInFront(false);
  front_ = next;
  stack_->setCurrentIndex(index);
  commands_.setFrontCommands(next->commands());
  next->setInFront(true);
  emit pageChanged(next->id());
}

void MainWindow::onCommand(const Page& page, const char* id, QObject& context,
                           std::function<void(bool checked)> slot) {
  connect(commands_.action(QString::fromLatin1(id)), &QAction::triggered, &context,
          [this, &page, slot = std::move(slot)](bool checked) {
            if (isInFront(page)) slot(checked);
          });
}

void MainWindow::setTheme(ThemeChoice choice) {
  theme_.setChoice(choice);
  settings_.setThemeChoice(choice);
  const char* ids[] = {command::kThemeSystem, command::kThemeLight, command::kThemeDark};
  commands_.action(ids[static_cast<int>(choice)])->setChecked(true);
}

void MainWindow::showKeys() {
  auto* dialog = new KeyListDialog(commands_, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->show();
}

void MainWindow::showAbout() {
  auto* dialog = new AboutDialog(theme_, diagnostics_, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->show();
}

void MainWindow::setDocument(const QString& name, bool modified) {
  setWindowTitle(name.isEmpty() ? tr("Kernelscope") : tr("%1[*] - Kernelscope").arg(name));
  setWindowModified(modified && !name.isEmpty());
}

void MainWindow::noteRecentFile(const QString& path) {
  settings_.addRecentFile(path);
}

void MainWindow::restorePlace() {
  QList<QRect> screens;
  for (const QScreen* screen : QGuiApplication::screens()) screens << screen->availableGeometry();
  WindowPlace place = settings_.windowPlace();
  if (!place.geometry.isValid()) {
    const int u = theme_.theme().u();
    place.geometry = QRect(QPoint(), QSize(360 * u, 210 * u));
    if (!screens.isEmpty()) place.geometry.moveCenter(screens.first().center());
  }
  setGeometry(clampedToScreens(place.geometry, screens));
  if (place.maximized) setWindowState(windowState() | Qt::WindowMaximized);
}

void MainWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  if (event->type() == QEvent::WindowStateChange)
    commands_.action(command::kFullScreen)->setChecked(isFullScreen());
}

void MainWindow::closeEvent(QCloseEvent* event) {
  settings_.setWindowPlace({isMaximized() || isFullScreen() ? normalGeometry() : geometry(), isMaximized()});
  emit closing();
  event->accept();
}

}  // namespace kernelscope::ui

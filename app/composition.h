#pragma once
// Everything the window program is made of, put together: settings, theme, pool, models, presenters, window
// and pages.

#include "app/command_line.h"
#include "ui/application_settings.h"
#include "ui/main_window.h"
#include "ui/models/config_model.h"
#include "ui/models/kernel_error_model.h"
#include "ui/pages/experiment_files.h"
#include "ui/pages/image_field_page.h"
#include "ui/pages/kernel_error_page.h"
#include "ui/pages/recovery_offer.h"
#include "ui/presenters/kernel_error_presenter.h"
#include "ui/presenters/run_presenter.h"
#include "ui/presenters/session_journal.h"
#include "ui/theme/theme_controller.h"

#include <QTemporaryDir>
#include <memory>

namespace kernelscope {

class Composition final {
 public:
  // Throws UsageError for a page that does not exist.
  explicit Composition(const CommandLine& line);

  // Shows the window and opens what the command line names. The run starts when its page is in front for the
  // first time.
  void open();
  // Ends every run. Whether all threads ended in time. A set-up with unsaved edits is kept for the next
  // start.
  bool close();
  ui::MainWindow& window() { return *window_; }

 private:
  void applyLook();
  void keepJournal();
  void openSubject();
  void openExperiment(const QString& nameOrPath);
  void startRun();

  CommandLine line_;
  QTemporaryDir scratch_;  // settings of a session that only takes a picture of itself
  ui::ApplicationSettings settings_;
  ui::ThemeController theme_;
  std::shared_ptr<ComputePool> pool_;
  ui::ConfigModel model_;
  ui::RunPresenter presenter_;
  ui::KernelErrorModel study_;
  ui::KernelErrorPresenter studies_;
  std::unique_ptr<ui::MainWindow> window_;
  std::unique_ptr<ui::ExperimentFiles> files_;
  std::unique_ptr<ui::ImageFieldPage> page_;
  std::unique_ptr<ui::KernelErrorPage> studyPage_;
  bool runStarted_ = false;
  int openedAt_ = 0;  // position in the undo history when the session began
  std::unique_ptr<ui::SessionJournal> journal_;
  std::unique_ptr<ui::RecoveryOffer> recovery_;
};

}  // namespace kernelscope

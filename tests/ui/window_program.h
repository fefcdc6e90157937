#pragma once
// The whole window program with its pages, settings in the test's folder, training a small experiment for
// real. The kernel-error page computes when it is opened.

#include "engine/core/compute_pool.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/small_experiment.h"
#include "ui/application_settings.h"
#include "ui/main_window.h"
#include "ui/models/config_model.h"
#include "ui/models/kernel_error_model.h"
#include "ui/pages/experiment_files.h"
#include "ui/pages/image_field_page.h"
#include "ui/pages/kernel_error_page.h"
#include "ui/presenters/kernel_error_presenter.h"
#include "ui/presenters/run_presenter.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/banner.h"

#include <memory>

namespace kernelscope::test {

class WindowProgram {
 public:
  // `theme` is installed already. Writes its picture into `folder`.
  WindowProgram(ui::ThemeController& theme, const std::filesystem::path& folder, std::int64_t steps)
      : settings_(QString::fromStdString((folder / "settings.ini").string())),
        model_(experiment(folder, steps)) {
    window_ = std::make_unique<ui::MainWindow>(theme, settings_);
    files_ = std::make_unique<ui::ExperimentFiles>(settings_, *window_);
    page_ = std::make_unique<ui::ImageFieldPage>(theme, settings_, *window_, *files_, model_, presenter_);
    studyPage_ = std::make_unique<ui::KernelErrorPage>(theme, settings_, *window_, *files_, study_, studies_);
    window_->addPage(*page_);
    window_->addPage(*studyPage_);
    window_->resize(1366, 768);
    window_->show();
    presenter_.start(model_.config());
  }
  ~WindowProgram() {
    window_->hide();  // as when it is closed: what is half typed is settled first
    presenter_.shutDown(std::chrono::seconds(20));  // no news for a window that is gone
    window_.reset();
  }

  ui::MainWindow& window() { return *window_; }
  ui::ImageFieldPage& page() { return *page_; }
  ui::ConfigModel& model() { return model_; }
  ui::RunPresenter& presenter() { return presenter_; }
  ui::KernelErrorPage& studyPage() { return *studyPage_; }
  ui::KernelErrorModel& study() { return study_; }
  ui::KernelErrorPresenter& studies() { return studies_; }
  ui::ExperimentFiles& files() { return *files_; }
  QAction* action(const char* id) { return window_->commands().action(QString::fromLatin1(id)); }
  void trigger(const char* id) { action(id)->trigger(); }
  bool possible(const char* id) { return action(id)->isEnabled(); }
  // The title of the message above the stage; empty without one.
  QString banner() {
    const ui::BannerMessage* message = window_->currentPage()->banners().current();
    return message != nullptr ? message->title : QString();
  }
  // Both lanes have told something.
  bool started() const { return presenter_.snapshot(LaneId::A) && presenter_.snapshot(LaneId::B); }
  bool ended() const { return presenter_.phase() == ui::RunPhase::Ended; }

 private:
  static ExperimentConfig experiment(const std::filesystem::path& folder, std::int64_t steps) {
    writeSmallPicture(folder / "picture.png");
    return smallExperiment(folder / "picture.png", steps);
  }

  ui::ApplicationSettings settings_;
  ui::ConfigModel model_;
  std::shared_ptr<ComputePool> pool_ = std::make_shared<ComputePool>(2);
  ui::RunPresenter presenter_{pool_};
  ui::KernelErrorModel study_;
  ui::KernelErrorPresenter studies_{pool_};
  std::unique_ptr<ui::MainWindow> window_;
  std::unique_ptr<ui::ExperimentFiles> files_;
  std::unique_ptr<ui::ImageFieldPage> page_;
  std::unique_ptr<ui::KernelErrorPage> studyPage_;
};

}  // namespace kernelscope::test

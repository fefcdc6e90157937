// Draws the window with every view and mode of the stage while a real run trains, for the eye:
//   stage_gallery FOLDER [WIDTH HEIGHT [light|dark]]     (QT_SCALE_FACTOR sets the device ratio)

#include "engine/core/compute_pool.h"
#include "ui/application_settings.h"
#include "ui/main_window.h"
#include "ui/models/config_model.h"
#include "ui/pages/image_field_page.h"
#include "ui/pages/picture_intake.h"
#include "ui/panels/crop_band.h"
#include "ui/panels/stage_column.h"
#include "ui/panels/stage_tiles.h"
#include "ui/panels/tile_navigation.h"
#include "ui/plots/field_tile.h"
#include "ui/presenters/run_presenter.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/drop_overlay.h"

#include <QApplication>
#include <QDir>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>
#include <functional>
#include <memory>

namespace {

using namespace kernelscope;      // NOLINT: a program of its own
using namespace kernelscope::ui;  // NOLINT

constexpr int kFirstMilliseconds = 6000, kStepMilliseconds = 2500;

class Gallery {
 public:
  Gallery(const QStringList& arguments, QApplication& application)
      : application_(application),
        folder_(arguments.value(1)),
        theme_(),
        settings_(scratch_.filePath("settings.ini")) {
    theme_.setChoice(themeChoiceFromName(arguments.value(4, QStringLiteral("light"))));
    theme_.install();
    settings_.setThemeChoice(theme_.choice());
    window_ = std::make_unique<MainWindow>(theme_, settings_);
    page_ = std::make_unique<ImageFieldPage>(theme_, settings_, *window_, model_, presenter_);
    window_->addPage(*page_);
    window_->resize(arguments.value(2, QStringLiteral("1366")).toInt(),
                    arguments.value(3, QStringLiteral("768")).toInt());
    suffix_ = QStringLiteral("-%1-%2").arg(arguments.value(4, QStringLiteral("light"))).arg(window_->width());
    folder_.mkpath(QStringLiteral("."));
    listShots();
    window_->show();
    presenter_.start(model_.config());
    QTimer::singleShot(kFirstMilliseconds, &application_, [this] { next(); });
  }
  ~Gallery() {
    window_.reset();
    presenter_.shutDown(std::chrono::seconds(20));
  }

 private:
  struct Shot {
    QString name;
    std::function<void()> prepare;
  };

  void run(const char* id) { window_->commands().action(QString::fromLatin1(id))->trigger(); }
  void view(int tab) { window_->findChild<QTabBar*>()->setCurrentIndex(tab); }
  StageTiles& tiles() { return page_->stage().tiles(); }
  void add(const char* name, std::function<void()> prepare) {
    shots_.push_back({QString::fromLatin1(name), std::move(prepare)});
  }

  void listShots() {
    add("value", [] {});
    add("gradient", [this] { view(1); });
    add("laplacian", [this] { view(2); });
    add("error", [this] { view(3); });
    add("spectrum", [this] { view(4); });
    add("spectrum-difference", [this] { run(command::kDifference); });
    add("difference", [this] { view(0); });
    add("wipe", [this] { run(command::kStageWipe); });
    add("wipe-laplacian-zoomed", [this] {
      view(2);
      tiles().navigation().setWindow({0.3, 0.1, 4});
    });
    add("blink", [this] {
      view(0);
      tiles().fitPicture();
      run(command::kStageBlink);
    });
    add("held-target", [this] { tiles().setHeld(StageSource::Target); });
    add("query-4-zoomed", [this] {
      tiles().setHeld(std::nullopt);
      run(command::kStageTiles);
      run(command::kQueryFourTimes);
      tiles().navigation().setWindow({0.4, 0.2, 8});
      tiles().setProbe({60, 30});
    });
    add("query-4-gradient", [this] {
      view(1);
      tiles().fitPicture();
    });
    add("crop", [this] {
      view(0);
      run(command::kQueryPixels);
      run(command::kCrop);
    });
    add("drop", [this] {
      if (auto* band = tiles().findChild<CropBand*>()) Q_EMIT band->cancelled();
      page_->intake().overlay().showWords(QStringLiteral("Use as picture"), QStringLiteral("portrait.jpg"),
                                          true);
    });
    add("drop-refused", [this] {
      page_->intake().overlay().showWords(QStringLiteral("Cannot be used: a folder"),
                                          QStringLiteral("holiday"), false);
    });
  }

  void next() {
    if (at_ == shots_.size()) return application_.quit();
    shots_[at_].prepare();
    QTimer::singleShot(kStepMilliseconds, &application_, [this] {
      const QString file = folder_.filePath(shots_[at_].name + suffix_ + QStringLiteral(".png"));
      window_->grab().save(file);
      QTextStream(stdout) << file << '\n';
      ++at_;
      next();
    });
  }

  QApplication& application_;
  QTemporaryDir scratch_;
  QDir folder_;
  ThemeController theme_;
  ApplicationSettings settings_;
  ConfigModel model_{defaultExperiment()};
  RunPresenter presenter_{std::make_shared<ComputePool>(availableThreads())};
  std::unique_ptr<MainWindow> window_;
  std::unique_ptr<ImageFieldPage> page_;
  QString suffix_;
  std::vector<Shot> shots_;
  std::size_t at_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  if (argc < 2) {
    QTextStream(stderr) << "usage: stage_gallery FOLDER [WIDTH HEIGHT [light|dark]]\n";
    return 2;
  }
  Gallery gallery(QApplication::arguments(), application);
  return QApplication::exec();
}

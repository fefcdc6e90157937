// Draws the window in every state of the image-field page while a real run trains, for the eye, and with
// --figures everything that can be exported of it in every format:
//   stage_gallery FOLDER [--size WxH] [--theme light|dark] [--language pseudo] [--only SHOT,SHOT] [--figures]
// QT_SCALE_FACTOR sets the device ratio.

#include "engine/core/compute_pool.h"
#include "ui/application_settings.h"
#include "ui/main_window.h"
#include "ui/models/config_model.h"
#include "ui/pages/example_menu.h"
#include "ui/pages/experiment_files.h"
#include "ui/pages/image_field_page.h"
#include "ui/pages/picture_intake.h"
#include "ui/pages/run_export.h"
#include "ui/panels/chart_strip.h"
#include "ui/panels/crop_band.h"
#include "ui/panels/stage_column.h"
#include "ui/panels/stage_tiles.h"
#include "ui/panels/tile_navigation.h"
#include "ui/panels/time_scrubber.h"
#include "ui/plots/curve_plot.h"
#include "ui/plots/field_tile.h"
#include "ui/presenters/run_presenter.h"
#include "ui/pseudo_translator.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/drop_overlay.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDialog>
#include <QDir>
#include <QMenuBar>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>
#include <QUndoStack>
#include <functional>
#include <memory>

namespace {

using namespace kernelscope;
using namespace kernelscope::ui;

constexpr int kStepMilliseconds = 1200, kPatienceMilliseconds = 60'000;
constexpr std::int64_t kSteps = 400;

struct Wish {
  QDir folder;
  QSize size;
  QString theme;
  QStringList only;
  bool figures = false;
};

class Gallery {
 public:
  explicit Gallery(const Wish& wish) : wish_(wish), settings_(scratch_.filePath("settings.ini")) {
    theme_.setChoice(themeChoiceFromName(wish.theme));
    theme_.install();
    settings_.setThemeChoice(theme_.choice());
    window_ = std::make_unique<MainWindow>(theme_, settings_);
    files_ = std::make_unique<ExperimentFiles>(settings_, *window_);
    page_ = std::make_unique<ImageFieldPage>(theme_, settings_, *window_, *files_, model_, presenter_);
    window_->addPage(*page_);
    window_->menuBar()->addMenu(new ExampleMenu(*files_, window_.get()));
    window_->resize(wish.size);
    wish_.folder.mkpath(QStringLiteral("."));
    model_.setValue("/steps", kSteps);
    listViews();
    listTools();
    listMessages();
    window_->show();
    presenter_.start(model_.config());
    next();
  }
  ~Gallery() {
    presenter_.shutDown(std::chrono::seconds(20));
    window_.reset();
  }

 private:
  struct Shot {
    QString name;
    std::function<void()> prepare;
    std::function<bool()> ready;
    bool figures;  // something to export
  };

  void run(const char* id) { window_->commands().action(QString::fromLatin1(id))->trigger(); }
  void view(int tab) { window_->findChild<QTabBar*>()->setCurrentIndex(tab); }
  StageTiles& tiles() { return page_->stage().tiles(); }
  ChartStrip& chart() { return page_->stage().chart(); }
  bool ended() const { return presenter_.phase() == RunPhase::Ended; }
  void add(const char* name, std::function<void()> prepare, bool figures = false) {
    shots_.push_back({QString::fromLatin1(name), std::move(prepare), [] { return true; }, figures});
  }
  void addWhen(const char* name, std::function<bool()> ready, std::function<void()> prepare) {
    shots_.push_back({QString::fromLatin1(name), std::move(prepare), std::move(ready), false});
  }

  void listViews() {
    addWhen(
        "running", [this] { return presenter_.snapshot(LaneId::A) != nullptr; }, [] {});
    addWhen(
        "summary", [this] { return ended(); }, [] {});
    add(
        "value", [] {}, true);
    add(
        "gradient", [this] { view(1); }, true);
    add(
        "laplacian", [this] { view(2); }, true);
    add(
        "error", [this] { view(3); }, true);
    add(
        "spectrum", [this] { view(4); }, true);
    add(
        "spectrum-difference", [this] { run(command::kDifference); }, true);
    add(
        "laplacian-difference", [this] { view(2); }, true);
    add(
        "difference", [this] { view(0); }, true);
    add(
        "wipe", [this] { run(command::kStageWipe); }, true);
    add(
        "wipe-laplacian-zoomed",
        [this] {
          view(2);
          tiles().navigation().setWindow({0.3, 0.1, 4});
        },
        true);
    add("blink", [this] {
      view(0);
      tiles().fitPicture();
      run(command::kStageBlink);
    });
    add("held-target", [this] { tiles().setHeld(StageSource::Target); });
    add(
        "query-4-zoomed",
        [this] {
          tiles().setHeld(std::nullopt);
          run(command::kStageTiles);
          run(command::kQueryFourTimes);
          tiles().navigation().setWindow({0.4, 0.2, 8});
          tiles().setProbe({60, 30});
        },
        true);
  }

  void listTools() {
    add("crop", [this] {
      run(command::kQueryPixels);
      tiles().fitPicture();
      run(command::kCrop);
    });
    add(
        "scrubbed",
        [this] {
          if (auto* band = tiles().findChild<CropBand*>()) Q_EMIT band->cancelled();
          page_->stage().scrubber().stepChosen(40);
        },
        true);
    add(
        "psnr-cursors",
        [this] {
          page_->stage().scrubber().liveChosen();
          chart().plot()->setReaders({40.0, 300.0});
        },
        true);
    add(
        "loss-cursors", [this] { chart().setMetric(ChartMetric::Loss); }, true);
    add("ssim-cursors", [this] { chart().setMetric(ChartMetric::Ssim); });
    add("export", [this] {
      chart().setMetric(ChartMetric::Psnr);
      chart().plot()->setReaders({});
      run(command::kExportFigure);
    });
    add("keys", [this] { run(command::kKeys); });
    add("examples", [this] {
      auto* menu = window_->findChild<ExampleMenu*>();
      menu->popup(window_->mapToGlobal(QPoint(window_->width() / 3, 30)));
    });
  }

  void listMessages() {
    add("error-banner", [this] { page_->files().openPath(QStringLiteral("/missing/portrait.png")); });
    add("example-banner", [this] {
      page_->banners().dismiss();
      window_->findChild<ExampleMenu*>()->actions().constLast()->trigger();
    });
    addWhen(
        "diverged", [this] { return page_->banners().current() != nullptr; },
        [this] {
          model_.undoStack().undo();
          model_.setValue("/lanes/B/layers/*/sigma", 2.0);
          model_.setValue("/optimizer/learning_rate", 0.3);
        });
    add("drop", [this] {
      page_->intake().overlay().showWords(QStringLiteral("Use as picture"), QStringLiteral("portrait.jpg"),
                                          true);
    });
    add("drop-refused", [this] {
      page_->intake().overlay().showWords(QStringLiteral("Cannot be used: a folder"),
                                          QStringLiteral("holiday"), false);
    });
  }

  // Shots that are not wanted are prepared all the same: the next ones build on them.
  void next() {
    if (at_ == shots_.size()) return QApplication::quit();
    waited_ = 0;
    shots_[at_].prepare();
    const bool wanted = wish_.only.isEmpty() || wish_.only.contains(shots_[at_].name);
    if (wanted || !shots_[at_].ready()) return wait();
    ++at_;
    QTimer::singleShot(50, window_.get(), [this] { next(); });
  }

  void wait() {
    QTimer::singleShot(kStepMilliseconds, window_.get(), [this] {
      waited_ += kStepMilliseconds;
      const bool busy = page_->exports().worker().pending() > 0;
      if ((busy || !shots_[at_].ready()) && waited_ < kPatienceMilliseconds) return wait();
      take(shots_[at_]);
      ++at_;
      next();
    });
  }

  // The window, and what stands over it.
  void take(const Shot& shot) {
    if (!wish_.only.isEmpty() && !wish_.only.contains(shot.name)) return;
    save(*window_, shot.name);
    for (QWidget* other : QApplication::topLevelWidgets()) {
      if (other == window_.get() || !other->isVisible()) continue;
      save(*other, shot.name + QStringLiteral("-front"));
      other->close();
    }
    if (wish_.figures && shot.figures) writeFigures(shot.name);
  }

  void save(QWidget& widget, const QString& name) {
    widget.grab().save(wish_.folder.filePath(name + QStringLiteral(".png")));
    QTextStream(stdout) << name << '\n';
  }

  void writeFigures(const QString& shot) {
    const bool tilesAlone = tiles().mode() == StageMode::Tiles;
    for (const FigurePart part : kFigureParts) {
      if (!tilesAlone && part != FigurePart::Page && part != FigurePart::Tiles) continue;
      for (const FigureFormat format : {FigureFormat::Png, FigureFormat::Svg, FigureFormat::Pdf}) {
        const bool tile =
            part == FigurePart::Target || part == FigurePart::LaneA || part == FigurePart::LaneB;
        ExportChoice choice;
        choice.sheet = {part, format, tile ? 80.0 : 170.0, 200};
        page_->exports().writeTo(choice,
                                 wish_.folder.filePath(shot + QStringLiteral("-") + fileNameOf(choice)));
      }
    }
  }

  Wish wish_;
  QTemporaryDir scratch_;
  ThemeController theme_;
  ApplicationSettings settings_;
  ConfigModel model_{defaultExperiment()};
  RunPresenter presenter_{std::make_shared<ComputePool>(availableThreads())};
  std::unique_ptr<MainWindow> window_;
  std::unique_ptr<ExperimentFiles> files_;
  std::unique_ptr<ImageFieldPage> page_;
  std::vector<Shot> shots_;
  std::size_t at_ = 0;
  int waited_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QCommandLineParser parser;
  parser.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("Where the pictures go"));
  parser.addOptions(
      {{QStringLiteral("size"), QStringLiteral("WxH"), QStringLiteral("WxH"), "1366x768"},
       {QStringLiteral("theme"), QStringLiteral("light or dark"), QStringLiteral("name"), "light"},
       {QStringLiteral("language"), QStringLiteral("pseudo"), QStringLiteral("name"), "en"},
       {QStringLiteral("only"), QStringLiteral("Shots, by comma"), QStringLiteral("names")},
       {QStringLiteral("figures"), QStringLiteral("Export, too")}});
  parser.addHelpOption();
  parser.process(application);
  if (parser.positionalArguments().isEmpty()) parser.showHelp(2);
  if (parser.value("language") == QLatin1String("pseudo"))
    QCoreApplication::installTranslator(new PseudoTranslator(&application));
  const QStringList size = parser.value("size").split(QLatin1Char('x'));
  Gallery gallery({QDir(parser.positionalArguments().first()),
                   QSize(size.value(0).toInt(), size.value(1).toInt()), parser.value("theme"),
                   parser.value("only").split(QLatin1Char(','), Qt::SkipEmptyParts),
                   parser.isSet("figures")});
  return QApplication::exec();
}

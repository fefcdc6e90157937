#include "ui/pages/run_export.h"

#include "engine/core/error.h"
#include "engine/run/metrics_csv.h"
#include "engine/run/trained_lane.h"
#include "engine/train/checkpoint_ring.h"
#include "ui/application_settings.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/main_window.h"
#include "ui/pages/figure_encoder.h"
#include "ui/panels/stage_column.h"
#include "ui/plots/value_text.h"
#include "ui/presenters/run_presenter.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/status_strip.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QTime>
#include <cmath>

namespace kernelscope::ui {

namespace {

constexpr auto kBannerKey = "export";
constexpr auto kFolder = "export";
constexpr int kFactsMilliseconds = 1000;

QString failureOf(const QString& file) {
  return RunExport::tr("%1 could not be written.").arg(file);
}

std::string formatName(WeightFormat format) {
  return suffixOf(format).toStdString();
}

}  // namespace

RunExport::RunExport(const ThemeController& theme, ApplicationSettings& settings, MainWindow& window,
                     RunPresenter& presenter, StageColumn& stage, BannerHost& banners, QObject* parent)
    : QObject(parent),
      theme_(theme),
      settings_(settings),
      window_(window),
      presenter_(presenter),
      stage_(stage),
      banners_(&banners),
      status_(&window.status()) {
  const auto on = [this](const char* id, ExportKind kind) {
    connect(window_.commands().action(QString::fromLatin1(id)), &QAction::triggered, this,
            [this, kind] { present(kind); });
  };
  on(command::kExportFigure, ExportKind::Figure);
  on(command::kExportNumbers, ExportKind::Numbers);
  on(command::kExportWeights, ExportKind::Weights);
  factsTimer_.setInterval(kFactsMilliseconds);
  connect(&factsTimer_, &QTimer::timeout, this, &RunExport::refresh);
  connectWorker();
}

void RunExport::connectWorker() {
  connect(&worker_, &FileWorker::progressed, this, [this](const QString& name, double share) {
    const QString percent = percentText(std::llround(share * 100), 100);
    say(share > 0 ? tr("Writing %1, %2").arg(name, percent) : tr("Writing %1").arg(name));
  });
  connect(&worker_, &FileWorker::failed, this, [this](const Problem& problem) {
    previewPending_ = false;
    const QString key = QString::fromLatin1(kBannerKey);
    if (banners_) banners_->say(BannerKind::Error, key, problem.title, problem.detail);
    say(problem.title);
  });
}

ExportDialog* RunExport::dialog() const {
  return dialog_;
}

void RunExport::say(const QString& words) {
  if (status_) status_->setSaved(words);
  if (dialog_) dialog_->setMessage(words);
}

void RunExport::present(ExportKind kind) {
  if (!dialog_) {
    dialog_ = new ExportDialog(theme_, settings_, &window_);
    connect(dialog_, &ExportDialog::choiceChanged, this, &RunExport::refresh);
    connect(dialog_, &ExportDialog::saveRequested, this, &RunExport::askForFile);
    connect(dialog_, &ExportDialog::copyRequested, this, [this] { copyFigure(dialog_->choice().sheet); });
  }
  dialog_->present(kind);
  factsTimer_.start();
}

void RunExport::setShownStep(std::optional<std::int64_t> step) {
  if (shownStep_ == step) return;
  shownStep_ = step;
  refresh();
}

FieldFigures RunExport::figures() const {
  const LaneNews news = {presenter_.snapshot(LaneId::A), presenter_.snapshot(LaneId::B)};
  return figuresOf(stage_, presenter_.config(), news, theme_.exportTheme(), shownStep_);
}

// Of the step that is shown, else the newest of what is kept to go back to and what is kept for a crash.
std::shared_ptr<const Checkpoint> RunExport::weightsOf(LaneId lane) const {
  const std::shared_ptr<const CheckpointRing>& kept = presenter_.kept(lane);
  if (shownStep_ && kept) return kept->atOrBefore(*shownStep_);
  const std::shared_ptr<const Checkpoint>& newest = presenter_.checkpoints()[laneIndex(lane)];
  if (!kept || kept->empty()) return newest;
  const std::shared_ptr<const Checkpoint>& last = kept->entries().back();
  return newest && newest->step > last->step ? newest : last;
}

// The file dialog asks before it replaces a file.
void RunExport::askForFile() {
  const ExportChoice choice = dialog_->choice();
  const QString suffix = suffixOf(choice);
  auto* ask = new QFileDialog(dialog_, tr("Save"), settings_.folder(QString::fromLatin1(kFolder)),
                              tr("%1 files (*.%2)").arg(suffix.toUpper(), suffix));
  ask->setAttribute(Qt::WA_DeleteOnClose);
  ask->setAcceptMode(QFileDialog::AcceptSave);
  ask->setFileMode(QFileDialog::AnyFile);
  ask->setDefaultSuffix(suffix);
  ask->selectFile(fileNameOf(choice));
  connect(ask, &QFileDialog::fileSelected, this, [this, choice](const QString& path) {
    settings_.setFolder(QString::fromLatin1(kFolder), QFileInfo(path).absolutePath());
    writeTo(choice, path);
  });
  ask->open();
}

void RunExport::writeTo(const ExportChoice& choice, const QString& path) {
  const QString name = QFileInfo(path).fileName();
  if (banners_) banners_->withdraw(QString::fromLatin1(kBannerKey));
  worker_.submit(
      {name, failureOf(name), workFor(choice, std::filesystem::path(path.toStdString())), [this, name] {
         const QString time = QTime::currentTime().toString(QStringLiteral("HH:mm:ss"));
         say(tr("Saved %1 at %2").arg(name, time));
       }});
}

std::function<void(WorkReport&)> RunExport::workFor(const ExportChoice& choice,
                                                    const std::filesystem::path& file) const {
  if (choice.kind == ExportKind::Figure) {
    return [figures = figures(), sheet = choice.sheet, file](WorkReport&) {
      writeBytes(encodeSheet(figures, sheet), file);
    };
  }
  if (choice.kind == ExportKind::Numbers) {
    const auto record = [this](LaneId lane) {
      const auto& told = presenter_.snapshot(lane);
      return told ? told->history : MetricHistory();
    };
    return [lanes = std::array{record(LaneId::A), record(LaneId::B)}, file](WorkReport& report) {
      writeMetricsCsv(lanes, file, [&report](double share) { return report.progress(share); });
    };
  }
  const auto kept = weightsOf(choice.lane);
  const RunData data = presenter_.data();
  if (!kept || !data.dataset) {
    return [file](WorkReport&) { throw IoError(file, "has nothing to hold: no weights are kept yet"); };
  }
  return [kept, lane = presenter_.config().lane(choice.lane), channels = data.dataset->channels(), file,
          format = formatName(choice.weights)](WorkReport&) {
    exportWeights(trainedLane(lane, channels, kept->parameters), format, file);
  };
}

void RunExport::copyFigure(const FigureSheet& sheet) {
  struct Drawn {
    QImage image;
    QByteArray png;
  };
  const auto drawn = std::make_shared<Drawn>();
  const auto draw = [figures = figures(), sheet, drawn](WorkReport&) {
    drawn->image = drawSheet(figures, sheet);
    drawn->png = encodePng(drawn->image);
  };
  const auto put = [this, drawn] {
    auto* mime = new QMimeData;  // the clipboard takes it over
    mime->setImageData(drawn->image);
    mime->setData(QStringLiteral("image/png"), drawn->png);
    QGuiApplication::clipboard()->setMimeData(mime);
    say(tr("Figure copied, %1 × %2 pixels")
            .arg(countText(drawn->image.width()), countText(drawn->image.height())));
  };
  worker_.submit({tr("figure"), tr("The figure could not be copied."), draw, put});
}

QString RunExport::weightFacts(LaneId lane) const {
  const auto kept = weightsOf(lane);
  if (!kept) return tr("No weights are kept yet: the lane has not begun.");
  return tr("Lane %1 at step %2: %3 parameters, float32")
      .arg(QLatin1String(laneName(lane)), countText(kept->step),
           countText(static_cast<std::int64_t>(kept->parameters.size())));
}

ExportFacts RunExport::facts(const ExportChoice& choice) const {
  ExportFacts facts;
  std::int64_t rows = 0;
  for (const LaneId lane : kLanes) {
    const auto& told = presenter_.snapshot(lane);
    rows += told ? static_cast<std::int64_t>(told->history.size()) : 0;
  }
  facts.numbers = tr("%1 rows: every recorded step of both lanes, nothing left out").arg(countText(rows));
  facts.weights = weightFacts(choice.lane);
  if (choice.kind == ExportKind::Numbers) facts.possible = rows > 0;
  if (choice.kind == ExportKind::Weights) facts.possible = weightsOf(choice.lane) != nullptr;
  return facts;
}

// The facts follow the run while the dialog stands open, the preview what is chosen.
void RunExport::refresh() {
  if (!dialog_ || !dialog_->isVisible()) return factsTimer_.stop();
  const ExportChoice& choice = dialog_->choice();
  ExportFacts told = facts(choice);
  if (choice.kind == ExportKind::Figure) {
    const FieldFigures drawn = figures();
    const QSizeF paper = sheetMillimetres(drawn, choice.sheet);
    const QString size =
        tr("%1 × %2\u00A0mm").arg(decimalText(paper.width(), 0), decimalText(paper.height(), 0));
    const QSize pixels = sheetPixels(drawn, choice.sheet);
    told.figureSize =
        choice.sheet.format == FigureFormat::Png
            ? tr("%1, %2 × %3 pixels").arg(size, countText(pixels.width()), countText(pixels.height()))
            : tr("%1, curves and text as vectors").arg(size);
    drawPreview(drawn);
  }
  dialog_->setFacts(told);
}

void RunExport::drawPreview(const FieldFigures& figures) {
  if (previewPending_) return;
  previewPending_ = true;
  FigureSheet sheet = dialog_->choice().sheet;
  const QSizeF paper = sheetMillimetres(figures, sheet);
  const QSizeF room = QSizeF(dialog_->previewPixels());
  const double perMillimetre = std::min(room.width() / paper.width(), room.height() / paper.height());
  sheet.dotsPerInch = std::max(1, static_cast<int>(std::floor(perMillimetre * 25.4)));
  const auto image = std::make_shared<QImage>();
  worker_.submit({QString(), tr("The figure cannot be drawn."),
                  [figures, sheet, image](WorkReport&) { *image = drawSheet(figures, sheet); },
                  [this, image] {
                    previewPending_ = false;
                    if (dialog_) dialog_->setPreview(*image);
                  }});
}

}  // namespace kernelscope::ui

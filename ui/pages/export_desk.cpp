#include "ui/pages/export_desk.h"

#include "ui/application_settings.h"
#include "ui/main_window.h"
#include "ui/pages/figure_encoder.h"
#include "ui/plots/value_text.h"
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

}  // namespace

ExportDesk::ExportDesk(const ThemeController& theme, ApplicationSettings& settings, MainWindow& window,
                       BannerHost& banners, QObject* parent)
    : QObject(parent),
      theme_(theme),
      settings_(settings),
      window_(window),
      banners_(&banners),
      status_(&window.status()) {
  factsTimer_.setInterval(kFactsMilliseconds);
  connect(&factsTimer_, &QTimer::timeout, this, &ExportDesk::refresh);
  connectWorker();
}

void ExportDesk::connectWorker() {
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

ExportDialog* ExportDesk::dialog() const {
  return dialog_;
}

void ExportDesk::say(const QString& words) {
  if (status_) status_->setSaved(words);
  if (dialog_) dialog_->setMessage(words);
}

void ExportDesk::present(ExportKind kind) {
  if (!dialog_) {
    dialog_ = new ExportDialog(theme_, settings_, offers(), &window_);
    connect(dialog_, &ExportDialog::choiceChanged, this, &ExportDesk::refresh);
    connect(dialog_, &ExportDialog::saveRequested, this, &ExportDesk::askForFile);
    connect(dialog_, &ExportDialog::copyRequested, this, [this] { copyFigure(dialog_->choice().sheet); });
  }
  dialog_->present(kind);
  factsTimer_.start();
}

// The file dialog asks before it replaces a file.
void ExportDesk::askForFile() {
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

void ExportDesk::writeTo(const ExportChoice& choice, const QString& path) {
  const QString name = QFileInfo(path).fileName();
  const std::filesystem::path file(path.toStdString());
  if (banners_) banners_->withdraw(QString::fromLatin1(kBannerKey));
  std::function<void(WorkReport&)> work;
  if (choice.kind == ExportKind::Figure) {
    work = [drawn = figure(choice.sheet.part), sheet = choice.sheet, file](WorkReport&) {
      writeBytes(encodeSheet(drawn, sheet), file);
    };
  } else {
    work = writer(choice, file);
  }
  worker_.submit({name, tr("%1 could not be written.").arg(name), work, [this, name] {
                    const QString time = QTime::currentTime().toString(QStringLiteral("HH:mm:ss"));
                    say(tr("Saved %1 at %2").arg(name, time));
                  }});
}

void ExportDesk::copyFigure(const FigureSheet& sheet) {
  struct Drawn {
    QImage image;
    QByteArray png;
  };
  const auto drawn = std::make_shared<Drawn>();
  const auto draw = [printed = figure(sheet.part), sheet, drawn](WorkReport&) {
    drawn->image = drawSheet(printed, sheet);
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

// The facts follow the page while the dialog stands open, the preview what is chosen.
void ExportDesk::refresh() {
  if (!dialog_ || !dialog_->isVisible()) return factsTimer_.stop();
  const ExportChoice& choice = dialog_->choice();
  ExportFacts told = facts(choice);
  if (choice.kind == ExportKind::Figure) {
    const PrintedFigure drawn = figure(choice.sheet.part);
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

void ExportDesk::drawPreview(const PrintedFigure& figure) {
  if (previewPending_) return;
  previewPending_ = true;
  FigureSheet sheet = dialog_->choice().sheet;
  const QSizeF paper = sheetMillimetres(figure, sheet);
  const QSizeF room = QSizeF(dialog_->previewPixels());
  const double perMillimetre = std::min(room.width() / paper.width(), room.height() / paper.height());
  sheet.dotsPerInch = std::max(1, static_cast<int>(std::floor(perMillimetre * 25.4)));
  const auto image = std::make_shared<QImage>();
  worker_.submit({QString(), tr("The figure cannot be drawn."),
                  [figure, sheet, image](WorkReport&) { *image = drawSheet(figure, sheet); },
                  [this, image] {
                    previewPending_ = false;
                    if (dialog_) dialog_->setPreview(*image);
                  }});
}

}  // namespace kernelscope::ui

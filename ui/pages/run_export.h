#pragma once
// What leaves the image-field page as a file or through the clipboard: figures, the record, weights. Takes
// them as values on the window's thread and has them drawn, encoded and written by the file worker; every
// failure is a banner that names the file and the cause.

#include "ui/dialogs/export_choice.h"
#include "ui/pages/field_figures.h"
#include "ui/presenters/file_worker.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace kernelscope {
struct Checkpoint;
}

namespace kernelscope::ui {

class ApplicationSettings;
class BannerHost;
class ExportDialog;
class MainWindow;
class RunPresenter;
class StageColumn;
class StatusStrip;
class ThemeController;
struct ExportFacts;

class RunExport final : public QObject {
  Q_OBJECT

 public:
  // All must outlive it. Connects the export commands.
  RunExport(const ThemeController& theme, ApplicationSettings& settings, MainWindow& window,
            RunPresenter& presenter, StageColumn& stage, BannerHost& banners, QObject* parent);

  // Opens the dialog at one of its places.
  void present(ExportKind kind);
  // Null while the dialog was never opened.
  ExportDialog* dialog() const;

  // While the tiles show a kept step, its weights are saved and figures name it; none: the newest ones.
  void setShownStep(std::optional<std::int64_t> step);

  // Writes what is chosen to a file; returns at once.
  void writeTo(const ExportChoice& choice, const QString& path);
  // Draws the figure and puts it on the clipboard when it is ready.
  void copyFigure(const FigureSheet& sheet);

  FileWorker& worker() { return worker_; }

 private:
  void connectWorker();
  void askForFile();
  FieldFigures figures() const;
  std::function<void(WorkReport&)> workFor(const ExportChoice& choice,
                                           const std::filesystem::path& file) const;
  ExportFacts facts(const ExportChoice& choice) const;
  std::shared_ptr<const Checkpoint> weightsOf(LaneId lane) const;
  QString weightFacts(LaneId lane) const;
  void refresh();
  void drawPreview(const FieldFigures& figures);
  void say(const QString& words);

  const ThemeController& theme_;
  ApplicationSettings& settings_;
  MainWindow& window_;
  RunPresenter& presenter_;
  StageColumn& stage_;
  QPointer<BannerHost> banners_;  // with the window gone there is nobody to tell
  QPointer<StatusStrip> status_;
  QPointer<ExportDialog> dialog_;
  QTimer factsTimer_;
  FileWorker worker_;
  bool previewPending_ = false;
  std::optional<std::int64_t> shownStep_;
};

}  // namespace kernelscope::ui

#pragma once
// What every page does when something leaves it as a file or through the clipboard: the dialog with its
// preview, asking for a file, drawing and writing by the file worker, banners for what failed. A page says
// what there is.

#include "ui/dialogs/export_dialog.h"
#include "ui/pages/printed_figure.h"
#include "ui/presenters/file_worker.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>
#include <filesystem>
#include <functional>

namespace kernelscope::ui {

class ApplicationSettings;
class BannerHost;
class MainWindow;
class StatusStrip;
class ThemeController;

class ExportDesk : public QObject {
  Q_OBJECT

 public:
  // All must outlive it.
  ExportDesk(const ThemeController& theme, ApplicationSettings& settings, MainWindow& window,
             BannerHost& banners, QObject* parent);

  // Opens the dialog at one of its places.
  void present(ExportKind kind);
  // Null while the dialog was never opened.
  ExportDialog* dialog() const;

  // Writes what is chosen to a file; returns at once.
  void writeTo(const ExportChoice& choice, const QString& path);
  // Draws the figure and puts it on the clipboard when it is ready.
  void copyFigure(const FigureSheet& sheet);

  FileWorker& worker() { return worker_; }

 protected:
  // What the dialog offers on this page.
  virtual ExportOffers offers() const = 0;
  virtual PrintedFigure figure(FigurePart part) const = 0;
  // Writes numbers or weights; called on the window's thread, what it returns runs on the worker's.
  virtual std::function<void(WorkReport&)> writer(const ExportChoice& choice,
                                                  const std::filesystem::path& file) const = 0;
  // What numbers and weights there are, and whether the choice can be written now.
  virtual ExportFacts facts(const ExportChoice& choice) const = 0;
  // Facts and preview again, if the dialog is open.
  void refresh();
  const ThemeController& theme() const { return theme_; }

 private:
  void connectWorker();
  void askForFile();
  void drawPreview(const PrintedFigure& figure);
  void say(const QString& words);

  const ThemeController& theme_;
  ApplicationSettings& settings_;
  MainWindow& window_;
  QPointer<BannerHost> banners_;  // with the window gone there is nobody to tell
  QPointer<StatusStrip> status_;
  QPointer<ExportDialog> dialog_;
  QTimer factsTimer_;
  FileWorker worker_;
  bool previewPending_ = false;
};

}  // namespace kernelscope::ui

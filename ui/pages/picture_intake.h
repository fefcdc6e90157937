#pragma once
// Everything that comes into the page without a dialog: files and pictures dropped anywhere on the window,
// with a word before they are let go, and what is pasted from the clipboard.

#include "ui/pages/drop_plan.h"

#include <QObject>
#include <QStringList>

class QMimeData;
class QWidget;

namespace kernelscope::ui {

class BannerHost;
class DropOverlay;
class ExperimentFiles;
class MainWindow;
class PastedPictures;
class ThemeController;

class PictureIntake final : public QObject {
  Q_OBJECT

 public:
  static QStringList commands();

  // All must outlive it. Pictures without a file are kept in `folder`. Connects the command Paste picture.
  PictureIntake(const ThemeController& theme, MainWindow& window, ExperimentFiles& files, BannerHost& banners,
                const QString& folder, QObject* parent);

  // Does what planDrop says; a refusal becomes a banner.
  void take(const QMimeData& data);
  DropOverlay& overlay() { return *overlay_; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  bool handleDrag(QEvent* event);
  void say(const QString& title, const QString& detail);

  MainWindow& window_;
  ExperimentFiles& files_;
  BannerHost& banners_;
  PastedPictures* pasted_;
  DropOverlay* overlay_;  // the window's
};

}  // namespace kernelscope::ui

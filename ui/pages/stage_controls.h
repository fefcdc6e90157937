#pragma once
// What steers the stage: Tiles, Wipe, Blink, A-B and the points between pixels in its header and in the View
// menu, the keys 1, 2, 3 and D, and the rectangle that is cut out of the picture.

#include "engine/observe/field_view.h"
#include "ui/panels/stage_mode.h"

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QWidget>

class QToolButton;

namespace kernelscope::ui {

class CommandRegistry;
class ConfigModel;
class CropBand;
class RunPresenter;
class SegmentBar;
class SetUpPanel;
class StageTiles;
class ThemeController;

class StageControls final : public QObject {
  Q_OBJECT

 public:
  // All must outlive it. `window` is where the keys are listened to.
  StageControls(const ThemeController& theme, CommandRegistry& commands, ConfigModel& model,
                RunPresenter& presenter, StageTiles& tiles, SetUpPanel& setUp, QWidget& window,
                QObject* parent);

  // Ids of the commands that it answers.
  static QStringList commands();

  // For the stage's header, which takes them over. The button offers what the bar does in less room.
  QWidget* queryButton();
  QWidget* modeBar();
  QWidget* modeButton();

  // What is possible depends on the view.
  void setView(FieldView view);
  void setMode(StageMode mode);
  void setQuery(int pointsPerPixel);
  void startCrop();

 private:
  QToolButton* menuButton(const QString& name, const QString& help, const QStringList& entries);
  void buildQueryButton();
  void buildModeBar();
  void connectCommands();
  void fillTileMenus();
  void showMode();
  void endCrop();
  void showCropState();

  const ThemeController& theme_;
  CommandRegistry& commands_;
  ConfigModel& model_;
  RunPresenter& presenter_;
  StageTiles& tiles_;
  SetUpPanel& setUp_;
  QPointer<QToolButton> query_, modeButton_;
  QPointer<SegmentBar> modes_;
  QPointer<CropBand> crop_;
  StageMode before_ = StageMode::Tiles;  // where D goes back to
};

}  // namespace kernelscope::ui

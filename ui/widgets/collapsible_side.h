#pragma once
// A side panel that folds to a narrow edge with an arrow. It folds by itself when the window is too narrow
// for it, and comes back when there is room again, unless the user folded it.

#include "ui/widgets/surface.h"

class QStackedLayout;
class QToolButton;
class QVariantAnimation;

namespace kernelscope::ui {

enum class Side { SetUp, Explain };  // left of the stage, right of the stage

class CollapsibleSide final : public Surface {
  Q_OBJECT

 public:
  // `title` names the panel in tool tips: "Set-up". The content becomes a child.
  CollapsibleSide(const ThemeController& theme, Side side, const QString& title, QWidget* content,
                  QWidget* parent = nullptr);

  bool isFolded() const { return folded_; }
  // The user's wish, kept over window sizes and in the settings.
  bool isFoldedByUser() const { return foldedByUser_; }
  void setFoldedByUser(bool folded);
  // Widths and folding follow the width of the page (rail included): call it from its resizeEvent.
  void fitWindowWidth(int windowWidth);
  // A flat arrow button that folds the panel, for the panel's own header.
  QToolButton* makeFoldButton();

 signals:
  void foldedChanged(bool folded);

 private:
  void buildEdge(const QString& title);
  void setFolded(bool folded);
  int openWidth() const;
  void slideTo(int width);

  Side side_;
  QString title_;
  QWidget* content_;
  QWidget* edge_ = nullptr;
  QVariantAnimation* slide_ = nullptr;
  int windowWidth_ = 0;
  bool folded_ = false;
  bool foldedByUser_ = false;
  bool openedWhileNarrow_ = false;
  bool narrow_ = false;
};

}  // namespace kernelscope::ui

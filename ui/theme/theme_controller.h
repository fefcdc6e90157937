#pragma once
// Holds the theme of the running program and changes it live: System follows the desktop's light or dark,
// Light and Dark override it. Widgets take a `const ThemeController&` in their constructor, read theme()
// whenever they paint, and reconnect sizes and fonts on changed().

#include "ui/theme/theme.h"

#include <QFont>
#include <QObject>
#include <QPalette>
#include <functional>
#include <memory>

namespace kernelscope::ui {

enum class ThemeChoice { System, Light, Dark };

// "system", "light", "dark": settings and command line. Unknown text gives System.
QString themeChoiceName(ThemeChoice choice);
ThemeChoice themeChoiceFromName(const QString& name);

// Whether a desktop palette is dark: its text is lighter than its window.
bool isDarkPalette(const QPalette& palette);

class ThemeController final : public QObject {
  Q_OBJECT

 public:
  // Reads the compiled-in tokens; needs a QApplication. `systemPalette` answers the desktop's own palette
  // and is asked at start and whenever the desktop says that its theme changed.
  explicit ThemeController(QObject* parent = nullptr, std::function<QPalette()> systemPalette = {});

  ~ThemeController() override;

  // Sets style, font and palettes of the QApplication and keeps them right. Once, before the first widget.
  void install();

  const Theme& theme() const { return *theme_; }
  ThemeChoice choice() const { return choice_; }
  void setChoice(ThemeChoice choice);
  bool reducedMotion() const { return reducedMotion_; }
  void setReducedMotion(bool reduced);

  // The light theme, for exports: what leaves the program is printed on white.
  Theme exportTheme() const;

  // Calls `apply` now and after each change, for as long as `receiver` lives.
  void follow(QObject* receiver, std::function<void()> apply) const;

  bool eventFilter(QObject* watched, QEvent* event) override;

 signals:
  void changed();

 private:
  void readSystem();
  void rebuild();
  void applyPalettes();

  std::shared_ptr<const ThemeTokens> tokens_;
  std::function<QPalette()> systemPalette_;
  QFont bodyFont_;
  ThemeChoice choice_ = ThemeChoice::System;
  bool systemIsDark_ = false;
  bool reducedMotion_ = false;
  bool installed_ = false;
  bool applying_ = false;  // our own palette change must not be taken for the desktop's
  bool readPending_ = false;
  std::unique_ptr<const Theme> theme_;
};

}  // namespace kernelscope::ui

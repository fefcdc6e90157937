#include "ui/theme/theme_controller.h"

#include "ui/theme/focus_ring.h"
#include "ui/theme/font_choice.h"
#include "ui/theme/theme_style.h"

#include <QApplication>
#include <QEvent>
#include <QStyleFactory>
#include <QTimer>
#include <QToolTip>

namespace kernelscope::ui {

namespace {

// Without our own colours in the way the application's palette is the desktop's.
QPalette desktopPalette() {
  const QPalette ours = QApplication::palette();
  QApplication::setPalette(QPalette());
  const QPalette desktop = QApplication::palette();
  QApplication::setPalette(ours);
  return desktop;
}

}  // namespace

QString themeChoiceName(ThemeChoice choice) {
  switch (choice) {
    case ThemeChoice::Light:
      return QStringLiteral("light");
    case ThemeChoice::Dark:
      return QStringLiteral("dark");
    case ThemeChoice::System:
      break;
  }
  return QStringLiteral("system");
}

ThemeChoice themeChoiceFromName(const QString& name) {
  if (name == QLatin1String("light")) return ThemeChoice::Light;
  return name == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

bool isDarkPalette(const QPalette& palette) {
  return palette.color(QPalette::WindowText).lightnessF() > palette.color(QPalette::Window).lightnessF();
}

ThemeController::ThemeController(QObject* parent, std::function<QPalette()> systemPalette)
    : QObject(parent),
      tokens_(std::make_shared<const ThemeTokens>(loadThemeTokens())),
      systemPalette_(systemPalette ? std::move(systemPalette) : desktopPalette),
      bodyFont_(chooseBodyFont(QApplication::font(), tokens_->families)) {
  applying_ = true;
  systemIsDark_ = isDarkPalette(systemPalette_());
  applying_ = false;
  rebuild();
}

// The style draws from this object, so it goes first.
ThemeController::~ThemeController() {
  if (installed_ && qApp) QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
}

void ThemeController::install() {
  if (installed_) return;
  installed_ = true;
  qApp->installEventFilter(this);
  QApplication::setFont(bodyFont_);
  QApplication::setStyle(new ThemeStyle(*this));  // owned by the application
  new FocusRing(*this, this);
  applyPalettes();
}

void ThemeController::setChoice(ThemeChoice choice) {
  if (choice == choice_) return;
  choice_ = choice;
  rebuild();
}

void ThemeController::setReducedMotion(bool reduced) {
  if (reduced == reducedMotion_) return;
  reducedMotion_ = reduced;
  rebuild();
}

Theme ThemeController::exportTheme() const {
  // Letters keep the distances of the font's design; a font of its own, because figures are painted in other
  // threads.
  QFont paper = bodyFont_;
  paper.setHintingPreference(QFont::PreferNoHinting);
  return Theme(tokens_, ThemeKind::Light, paper, true);
}

void ThemeController::follow(QObject* receiver, std::function<void()> apply) const {
  apply();
  connect(this, &ThemeController::changed, receiver, std::move(apply));
}

bool ThemeController::eventFilter(QObject* watched, QEvent* event) {
  const QEvent::Type type = event->type();
  if (type != QEvent::ThemeChange && type != QEvent::ApplicationPaletteChange)
    return QObject::eventFilter(watched, event);
  // Setting our own palette announces itself, too, partly later: that echo must not start another reading.
  const bool echo =
      applying_ || (type == QEvent::ApplicationPaletteChange && QApplication::palette() == theme_->palette());
  if (!echo && !readPending_) {
    readPending_ = true;  // one reading for the many events of one change
    QTimer::singleShot(0, this, &ThemeController::readSystem);
  }
  return QObject::eventFilter(watched, event);
}

void ThemeController::readSystem() {
  applying_ = true;
  const bool dark = isDarkPalette(systemPalette_());
  applying_ = false;
  readPending_ = false;
  const bool switched = dark != systemIsDark_;
  systemIsDark_ = dark;
  if (switched && choice_ == ThemeChoice::System) {
    rebuild();
  } else if (installed_) {
    applyPalettes();  // reading the desktop's palette took away those of single widget classes
  }
}

void ThemeController::rebuild() {
  const bool dark = choice_ == ThemeChoice::Dark || (choice_ == ThemeChoice::System && systemIsDark_);
  theme_ = std::make_unique<const Theme>(tokens_, dark ? ThemeKind::Dark : ThemeKind::Light, bodyFont_,
                                         reducedMotion_);
  if (installed_) applyPalettes();
  emit changed();
}

void ThemeController::applyPalettes() {
  applying_ = true;
  const QPalette base = theme_->palette();
  QApplication::setPalette(base);
  QPalette input = base;  // selected text keeps its own colour
  input.setColor(QPalette::Highlight, theme_->colour(Colour::TextSelection));
  input.setColor(QPalette::HighlightedText, theme_->colour(Colour::Text));
  for (const char* type : {"QLineEdit", "QTextEdit", "QPlainTextEdit", "QAbstractSpinBox"}) {
    QApplication::setPalette(input, type);
  }
  QToolTip::setPalette(base);
  QToolTip::setFont(bodyFont_);
  applying_ = false;
}

}  // namespace kernelscope::ui

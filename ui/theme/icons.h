#pragma once
// The line icons of resources/icons. Drawn from SVG at the device's resolution and tinted with the text
// colour of their state; an icon follows a theme change by itself.

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;

namespace kernelscope::ui {

class ThemeController;

// `name` without folder and suffix: "play". QIcon::Disabled is drawn in the disabled colour, QIcon::Selected
// in the colour of text on the accent (primary buttons). Throws BrokenContract for an unknown name.
QIcon themeIcon(const ThemeController& theme, const QString& name);

// Paints an icon into `rect` in one colour.
void paintIcon(QPainter& painter, const QString& name, const QRectF& rect, const QColor& colour);

// The program's own icon, in its own colours, for windows and About.
QIcon applicationIcon();

}  // namespace kernelscope::ui

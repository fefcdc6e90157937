#pragma once
// Which installed font the window uses. Numbers that change live must not dance, so a family counts only
// when its figures 0-9 have one advance width.

#include <QFont>
#include <QString>
#include <QStringList>

namespace kernelscope::ui {

bool hasEqualFigures(const QFont& font);

// The first family of `wanted` that is installed, else `otherwise`.
QString firstInstalled(const QStringList& wanted, const QString& otherwise);

// `systemFont` when its figures have equal width, else the first of `families` that is installed and has
// such figures, at the same size. The system font stays when there is none.
QFont chooseBodyFont(const QFont& systemFont, const QStringList& families);

}  // namespace kernelscope::ui

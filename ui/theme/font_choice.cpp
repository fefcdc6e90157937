#include "ui/theme/font_choice.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>

namespace kernelscope::ui {

bool hasEqualFigures(const QFont& font) {
  const QFontMetricsF metrics(font);
  const qreal first = metrics.horizontalAdvance(QChar('0'));
  for (char figure = '1'; figure <= '9'; ++figure) {
    if (!qFuzzyCompare(metrics.horizontalAdvance(QChar(figure)), first)) return false;
  }
  return true;
}

QString firstInstalled(const QStringList& wanted, const QString& otherwise) {
  for (const QString& family : wanted) {
    if (QFontDatabase::hasFamily(family)) return family;
  }
  return otherwise;
}

QFont chooseBodyFont(const QFont& systemFont, const QStringList& families) {
  QFont font = systemFont;
  if (font.pointSizeF() <= 0) font.setPointSizeF(QFontInfo(systemFont).pointSizeF());
  if (hasEqualFigures(font)) return font;
  for (const QString& family : families) {
    if (!QFontDatabase::hasFamily(family)) continue;
    font.setFamily(family);
    if (hasEqualFigures(font)) return font;
  }
  font.setFamily(systemFont.family());
  return font;
}

}  // namespace kernelscope::ui

#include "ui/pseudo_translator.h"

#include <QHash>
#include <QRegularExpression>

namespace kernelscope::ui {
namespace {

constexpr double kGrowth = 1.4;

QString stretched(QChar letter) {
  static const QHash<QChar, QString> forms = {{'a', QStringLiteral("áà")}, {'e', QStringLiteral("éè")},
                                              {'i', QStringLiteral("íì")}, {'o', QStringLiteral("óò")},
                                              {'u', QStringLiteral("úù")}, {'A', QStringLiteral("ÁÀ")},
                                              {'E', QStringLiteral("ÉÈ")}, {'I', QStringLiteral("ÍÌ")},
                                              {'O', QStringLiteral("ÓÒ")}, {'U', QStringLiteral("ÚÙ")}};
  return forms.value(letter, letter);
}

}  // namespace

QString pseudoTranslated(const QString& source) {
  static const QRegularExpression kept(
      QStringLiteral("%L?\\d+|%L?n|&[A-Za-z]+;|&.|<[^>]*>|\\{[^}]*\\}|@[^{\\s]+\\{[^}]*\\}"));
  QString text;
  qsizetype letters = 0;
  for (qsizetype i = 0; i < source.size();) {
    const QRegularExpressionMatch match =
        kept.match(source, i, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    if (match.hasMatch()) {
      text += match.captured();
      i = match.capturedEnd();
      continue;
    }
    if (source[i].isLetter()) ++letters;
    text += stretched(source[i++]);
  }
  if (letters < 2) return source;  // a lane's letter, a symbol, a number
  const auto missing = static_cast<qsizetype>(kGrowth * static_cast<double>(source.size())) - text.size();
  return missing > 0 ? text + QString(missing, QChar('~')) : text;
}

QString PseudoTranslator::translate(const char* /*context*/, const char* source, const char*,
                                    int count) const {
  const QString text = pseudoTranslated(QString::fromUtf8(source));
  return count < 0 ? text : QString(text).replace(QStringLiteral("%n"), QString::number(count));
}

}  // namespace kernelscope::ui

#pragma once
// A translation into nothing: every text of the program with its vowels doubled and accented, so that it is
// at least 40 % longer and still readable. What is clipped with it would be clipped in German or French.

#include <QTranslator>

namespace kernelscope::ui {

// Placeholders (%1, %n), mnemonics (&x), markup (<b>) and facts ({m}) stay as they are.
QString pseudoTranslated(const QString& source);

class PseudoTranslator final : public QTranslator {
  Q_OBJECT

 public:
  using QTranslator::QTranslator;
  QString translate(const char* context, const char* source, const char* disambiguation,
                    int count) const override;
  bool isEmpty() const override { return false; }
};

}  // namespace kernelscope::ui

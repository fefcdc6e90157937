#pragma once
// Reads single values of tokens.json by JSON pointer and remembers every one that is missing or has the
// wrong form, so that all faults are reported together.

#include <QByteArray>
#include <QColor>
#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <vector>

namespace kernelscope::ui {

class TokenReader final {
 public:
  // Throws ContentError if `json` is not a JSON object.
  TokenReader(const QByteArray& json, QString fileName);

  double number(const QString& pointer);
  std::vector<double> numbers(const QString& pointer);
  QString text(const QString& pointer);
  QStringList texts(const QString& pointer);
  QColor colour(const QString& pointer);                // "#RRGGBB"
  std::vector<QColor> colours(const QString& pointer);  // at least two

  void complain(const QString& pointer) { faults_ << pointer; }
  // Throws ContentError naming all pointers that failed.
  void throwIfIncomplete() const;

 private:
  QJsonValue find(const QString& pointer) const;
  QColor parseColour(const QJsonValue& value, const QString& pointer);

  QJsonValue root_;
  QString fileName_;
  QStringList faults_;
};

}  // namespace kernelscope::ui

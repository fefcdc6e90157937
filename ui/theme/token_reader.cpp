#include "ui/theme/token_reader.h"

#include "engine/core/error.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace kernelscope::ui {

TokenReader::TokenReader(const QByteArray& json, QString fileName) : fileName_(std::move(fileName)) {
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(json, &error);
  if (!document.isObject()) {
    throw ContentError(fileName_.toStdString(), "not a JSON object: " + error.errorString().toStdString());
  }
  root_ = document.object();
}

QJsonValue TokenReader::find(const QString& pointer) const {
  QJsonValue value = root_;
  for (const QString& key : pointer.split('/', Qt::SkipEmptyParts)) {
    value = value.isArray() ? value.toArray().at(key.toInt()) : value.toObject().value(key);
  }
  return value;
}

double TokenReader::number(const QString& pointer) {
  const QJsonValue value = find(pointer);
  if (!value.isDouble()) complain(pointer);
  return value.toDouble();
}

std::vector<double> TokenReader::numbers(const QString& pointer) {
  const QJsonValue value = find(pointer);
  if (!value.isArray()) complain(pointer);
  std::vector<double> result;
  for (const QJsonValue item : value.toArray()) {
    if (!item.isDouble()) complain(pointer);
    result.push_back(item.toDouble());
  }
  return result;
}

QString TokenReader::text(const QString& pointer) {
  const QJsonValue value = find(pointer);
  if (!value.isString()) complain(pointer);
  return value.toString();
}

QStringList TokenReader::texts(const QString& pointer) {
  QStringList result;
  for (const QJsonValue item : find(pointer).toArray()) result << item.toString();
  if (result.isEmpty()) complain(pointer);
  return result;
}

QColor TokenReader::colour(const QString& pointer) {
  return parseColour(find(pointer), pointer);
}

std::vector<QColor> TokenReader::colours(const QString& pointer) {
  std::vector<QColor> result;
  for (const QJsonValue item : find(pointer).toArray()) result.push_back(parseColour(item, pointer));
  if (result.size() < 2) complain(pointer);
  return result;
}

QColor TokenReader::parseColour(const QJsonValue& value, const QString& pointer) {
  static const QRegularExpression form(QStringLiteral("^#[0-9A-Fa-f]{6}$"));
  if (!form.match(value.toString()).hasMatch()) {
    complain(pointer);
    return {};
  }
  return QColor(value.toString());
}

void TokenReader::throwIfIncomplete() const {
  if (faults_.isEmpty()) return;
  throw ContentError(fileName_.toStdString(),
                     "missing or malformed tokens: " + faults_.join(", ").toStdString());
}

}  // namespace kernelscope::ui

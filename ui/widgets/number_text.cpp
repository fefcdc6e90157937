#include "ui/widgets/number_text.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

constexpr QChar kNoBreakSpace(0x00A0);
constexpr QChar kMinus(0x2212);

QString withMinus(QString text) {
  return text.replace('-', kMinus);
}

}  // namespace

QString countText(std::int64_t count) {
  return withMinus(QLocale().toString(static_cast<qlonglong>(count)));
}

QString millisecondsText(double milliseconds) {
  const double size = std::abs(milliseconds);
  const int decimals = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  return withMinus(QLocale().toString(milliseconds, 'f', decimals)) + kNoBreakSpace + QStringLiteral("ms");
}

QString durationText(double seconds) {
  const auto whole = static_cast<std::int64_t>(std::ceil(std::max(0.0, seconds)));
  const std::int64_t hours = whole / 3600, minutes = whole / 60 % 60;
  const QString tail = QStringLiteral("%1").arg(whole % 60, 2, 10, QChar('0'));
  if (hours == 0) return QStringLiteral("%1:%2").arg(minutes).arg(tail);
  return QStringLiteral("%1:%2:%3").arg(hours).arg(minutes, 2, 10, QChar('0')).arg(tail);
}

QString percentText(std::int64_t done, std::int64_t all) {
  const std::int64_t percent = all > 0 ? std::clamp<std::int64_t>(done * 100 / all, 0, 100) : 0;
  return QString::number(percent) + kNoBreakSpace + QChar('%');
}

}  // namespace kernelscope::ui

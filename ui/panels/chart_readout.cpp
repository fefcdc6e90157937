#include "ui/panels/chart_readout.h"

#include "ui/panels/chart_words.h"
#include "ui/plots/value_text.h"
#include "ui/widgets/number_text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

namespace kernelscope::ui {

namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Chart", text);
}

// The value last measured at or before a step; nothing if the curve begins after it.
std::optional<double> valueAt(const CurveData& curve, double step) {
  const auto after = std::upper_bound(curve.x().begin(), curve.x().end(), step);
  if (after == curve.x().begin()) return std::nullopt;
  return curve.y()[static_cast<std::size_t>(after - curve.x().begin()) - 1];
}

class Readout {
 public:
  Readout(const std::array<LaneRecord, 2>& lanes, ChartMetric metric, const Theme& theme)
      : lanes_(lanes),
        metric_(metric),
        words_(chartWords(metric, lanes[0].lossIsRelative())),
        theme_(theme) {}

  // Without `exact` a lane that is behind shows its newest values.
  std::vector<TextSegment> single(double step, bool exact, std::int64_t budget) const {
    const QString number = widestMetricText(metric_);
    std::vector<TextSegment> row = {
        {stepText(step), theme_.colour(Colour::Text), true, stepText(static_cast<double>(budget))}};
    for (const LaneId lane : kLanes) {
      row.push_back({laneText(lane,
                              [&](const CurveData& curve) {
                                return text(exact ? at(lane, curve, step) : newest(curve));
                              }),
                     theme_.laneText(lane), false, laneText(lane, [&](const CurveData&) { return number; })});
    }
    row.push_back(units());
    return row;
  }

  ReadoutRows pair(double from, double to) const {
    const auto lane = [&](LaneId id) {
      const auto both = [&](const CurveData& curve) {
        return change(at(id, curve, from), at(id, curve, to));
      };
      return TextSegment{laneText(id, both), theme_.laneText(id), false, {}};
    };
    const QString places =
        QCoreApplication::translate("Chart", "Step %1 → %2")
            .arg(countText(static_cast<std::int64_t>(from)), countText(static_cast<std::int64_t>(to)));
    const QString distance = QCoreApplication::translate("Chart", "%1 steps")
                                 .arg(signedText(countText(distanceOf(from, to)), to - from));
    return {{{places, theme_.colour(Colour::Text), true, {}}, lane(LaneId::A), units()},
            {{distance, theme_.colour(Colour::Text), false, {}}, lane(LaneId::B), {}}};
  }

 private:
  static std::int64_t distanceOf(double from, double to) {
    return static_cast<std::int64_t>(std::abs(to - from));
  }
  static QString stepText(double step) {
    return translated("Step %1").arg(countText(static_cast<std::int64_t>(step)));
  }
  static QString signedText(const QString& magnitude, double sign) {
    return (sign < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) + magnitude;
  }
  TextSegment units() const { return {words_.readout, theme_.colour(Colour::TextSecondary), false, {}}; }

  // "A 24.1 / 20.3"
  template <typename Text>
  QString laneText(LaneId lane, const Text& text) const {
    const LaneRecord& record = lanes_[laneIndex(lane)];
    const QString first =
        QString::fromLatin1(laneName(lane)) + QLatin1Char(' ') + text(*record.training(metric_));
    return words_.hasHeldOut ? first + QStringLiteral(" / ") + text(*record.heldOut(metric_)) : first;
  }

  std::optional<double> at(LaneId lane, const CurveData& curve, double step) const {
    const std::optional<std::int64_t> last = lanes_[laneIndex(lane)].lastStep();
    if (!last || step > static_cast<double>(*last)) return std::nullopt;
    return valueAt(curve, step);
  }
  static std::optional<double> newest(const CurveData& curve) {
    return curve.empty() ? std::nullopt : std::optional(curve.y().back());
  }
  QString text(std::optional<double> value) const {
    return value ? metricText(metric_, *value) : missingNumber();
  }
  // "24.1 → 28.3 (+4.2)"
  QString change(std::optional<double> from, std::optional<double> to) const {
    const QString both = QStringLiteral("%1 → %2").arg(text(from), text(to));
    if (!from || !to) return both;
    const double difference = *to - *from;
    const QString magnitude = metricText(metric_, std::abs(difference));
    return QStringLiteral("%1 (%2)").arg(both, signedText(magnitude, difference));
  }

  const std::array<LaneRecord, 2>& lanes_;
  ChartMetric metric_;
  ChartWords words_;
  const Theme& theme_;
};

double columnWidth(const ReadoutRows& rows, std::size_t column, const Theme& theme) {
  double width = 0;
  for (const auto& row : rows) {
    if (column < row.size()) width = std::max(width, segmentsWidth({row[column]}, theme));
  }
  return width;
}

}  // namespace

ReadoutRows chartReadout(const std::array<LaneRecord, 2>& lanes, ChartMetric metric,
                         const ChartPlaces& places, std::int64_t budget, const Theme& theme) {
  const std::optional<double> here = places.hover ? places.hover : places.head;
  if (!here) return {};
  const Readout readout(lanes, metric, theme);
  if (places.readers == ReaderCursors()) return {readout.single(*here, places.hover.has_value(), budget)};
  return readout.pair(places.readers[0].value_or(*here), places.readers[1].value_or(*here));
}

void paintReadoutRows(QPainter& painter, const QRectF& rect, const ReadoutRows& rows, const Theme& theme) {
  if (rows.empty()) return;
  const double gap = theme.u(3);
  std::vector<double> widths;
  double total = 0;
  for (std::size_t column = 0; column < rows.front().size(); ++column) {
    const double width = columnWidth(rows, column, theme);
    if (total + width > rect.width()) break;
    widths.push_back(width);
    total += width + gap;
  }
  const double height = rect.height() / static_cast<double>(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    double left = rect.right() - (total - gap);
    for (std::size_t column = 0; column < std::min(widths.size(), rows[i].size()); ++column) {
      const QRectF box(left, rect.top() + static_cast<double>(i) * height, widths[column], height);
      paintSegment(painter, box, rows[i][column], theme);
      left += widths[column] + gap;
    }
  }
}

QString readoutText(const ReadoutRows& rows) {
  QStringList lines;
  for (const auto& row : rows) lines << segmentsText(row);
  return lines.join(QStringLiteral("; "));
}

}  // namespace kernelscope::ui

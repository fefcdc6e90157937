#include "ui/panels/chart_readout.h"

#include "ui/panels/chart_words.h"
#include "ui/plots/pens.h"
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

  ReadoutRows pair(double from, double to, std::int64_t budget) const {
    const QString number = widestMetricText(metric_);
    const QString widest = QStringLiteral("%1 → %1 (%2)").arg(number, signedText(number, -1));
    const auto lane = [&](LaneId id) {
      const auto both = [&](const CurveData& curve) {
        return change(at(id, curve, from), at(id, curve, to));
      };
      return TextSegment{laneText(id, both), theme_.laneText(id), false,
                         laneText(id, [&](const CurveData&) { return widest; })};
    };
    const auto most = static_cast<double>(budget);
    const QColor colour = theme_.colour(Colour::Text);
    return {{{placesText(from, to), colour, true, placesText(most, most)}, lane(LaneId::A), units()},
            {{distanceText(to - from), colour, false, distanceText(-most)}, lane(LaneId::B), {}}};
  }

 private:
  static QString placesText(double from, double to) {
    return translated("Step %1 → %2")
        .arg(countText(static_cast<std::int64_t>(from)), countText(static_cast<std::int64_t>(to)));
  }
  static QString distanceText(double steps) {
    return translated("%1 steps")
        .arg(signedText(countText(static_cast<std::int64_t>(std::abs(steps))), steps));
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
    if (magnitude == metricText(metric_, 0)) return QStringLiteral("%1 (%2)").arg(both, magnitude);
    return QStringLiteral("%1 (%2)").arg(both, signedText(magnitude, difference));
  }

  const std::array<LaneRecord, 2>& lanes_;
  ChartMetric metric_;
  ChartWords words_;
  const Theme& theme_;
};

// Where the parts of the rows stand.
class Columns {
 public:
  Columns(const ReadoutRows& rows, const Theme& theme) : theme_(theme), gap_(theme.u(3)) {
    if (!rows.empty()) widths_.resize(rows.front().size());
    for (const auto& row : rows) {
      if (row.size() != widths_.size()) {
        alone_ = std::max(alone_, segmentsWidth(row, theme));
        continue;
      }
      for (std::size_t i = 0; i < row.size(); ++i)
        widths_[i] = std::max(widths_[i], segmentsWidth({row[i]}, theme));
    }
  }

  double width() const { return std::max(alone_, shared()); }

  void fit(double room) {
    if (shared() > room && widths_.size() > 1) widths_.pop_back();
    const double excess = shared() - room;
    if (excess > 0) {
      const double cuttable = shared() - widths_.front();  // the step stays whole
      const double gaps = gap_ * static_cast<double>(widths_.size() - 1);
      const double share = cuttable > gaps ? std::max(0.0, 1 - excess / (cuttable - gaps)) : 0.0;
      for (std::size_t i = 1; i < widths_.size(); ++i) widths_[i] *= share;
    }
    alone_ = std::min(alone_, room);
  }

  void paint(QPainter& painter, const QRectF& line, const std::vector<TextSegment>& row) const {
    const bool alone = row.size() < widths_.size();
    double left = line.left();
    for (std::size_t i = 0; i < std::min(row.size(), widths_.size()); ++i) {
      const double width = alone ? line.width() : widths_[i];
      TextSegment part = row[i];
      const QFontMetricsF metrics(part.bold ? boldSmallFont(theme_) : theme_.font(FontRole::Small));
      part.text = metrics.elidedText(part.text, Qt::ElideRight, width + 1);
      paintSegment(painter, {left, line.top(), width, line.height()}, part, theme_);
      left += width + gap_;
    }
  }

 private:
  double shared() const {
    double sum = widths_.empty() ? 0 : -gap_;
    for (const double width : widths_) sum += width + gap_;
    return sum;
  }

  const Theme& theme_;
  double gap_;
  std::vector<double> widths_;
  double alone_ = 0;  // the widest row that stands for itself
};

}  // namespace

ReadoutRows chartReadout(const std::array<LaneRecord, 2>& lanes, ChartMetric metric,
                         const ChartPlaces& places, std::int64_t budget, const Theme& theme) {
  const std::optional<double> here = places.hover ? places.hover : places.head;
  if (!here) return {};
  const Readout readout(lanes, metric, theme);
  if (places.readers == ReaderCursors()) return {readout.single(*here, places.hover.has_value(), budget)};
  return readout.pair(places.readers[0].value_or(*here), places.readers[1].value_or(*here), budget);
}

double readoutWidth(const ReadoutRows& rows, const Theme& theme) {
  return Columns(rows, theme).width();
}

ReadoutRows fittedReadout(const ReadoutRows& rows, double width, const Theme& theme) {
  if (rows.size() != 2 || readoutWidth(rows, theme) <= width) return rows;
  return {{rows[0][0], rows[1][0], rows[0][2]}, {rows[0][1]}, {rows[1][1]}};
}

void paintReadoutRows(QPainter& painter, const QRectF& rect, const ReadoutRows& rows, const Theme& theme) {
  if (rows.empty()) return;
  Columns columns(rows, theme);
  columns.fit(rect.width());
  const double left = rect.right() - columns.width();
  const double height = rect.height() / static_cast<double>(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const QRectF line(left, rect.top() + static_cast<double>(i) * height, columns.width(), height);
    columns.paint(painter, line, rows[i]);
  }
}

QString readoutText(const ReadoutRows& rows) {
  QStringList lines;
  for (const auto& row : rows) lines << segmentsText(row);
  return lines.join(QStringLiteral("; "));
}

}  // namespace kernelscope::ui

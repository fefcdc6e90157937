#include "ui/panels/comparison_view.h"

#include "ui/plots/value_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace kernelscope::ui {

namespace {

QString text(const char* words) {
  return QCoreApplication::translate("ComparisonView", words);
}

QString letterOf(const TileView& lane) {
  return lane.content.lane ? QString::fromLatin1(laneName(*lane.content.lane)) : QString();
}

// "A parameters, per step   33,537, 10.2 ms".
TileRow costRow(const TileView& lane) {
  QStringList names, values;
  for (const TileRow& row : lane.rows) {
    names << row.label;
    values << row.text;
  }
  return {letterOf(lane) + QLatin1Char(' ') + names.join(QStringLiteral(", ")),
          values.join(QStringLiteral(", ")), std::nullopt};
}

// Both lanes' costs, and what is to be said about either at the foot.
void addBoth(TileView& view, const TileView& a, const TileView& b) {
  view.rows = {costRow(a), costRow(b)};
  QStringList plates;
  for (const TileView* lane : {&a, &b}) {
    if (lane->content.plate == PlateKind::None) continue;
    plates << letterOf(*lane) + QStringLiteral(": ") + lane->content.plateText;
    if (lane->content.plate == PlateKind::Diverged) view.content.plate = PlateKind::Diverged;
  }
  if (view.content.plate == PlateKind::Diverged) {
    view.content.plateText = plates.join(QStringLiteral(", "));
  } else if (!plates.isEmpty()) {
    view.content.layersText = plates.join(QStringLiteral(", "));
  }
}

QString metricsOfBoth(const TileView& a, const TileView& b) {
  if (a.content.metricText.isEmpty() && b.content.metricText.isEmpty()) return {};
  return text("A %1, B %2 %3").arg(a.content.metricText, b.content.metricText, a.content.metricUnit);
}

}  // namespace

TileView wipeView(const TileView& a, const TileView& b, double divider) {
  TileView view;
  view.content.name = text("A and B");
  view.content.layersText = text("A left of the line, B right");
  view.content.heldOutText = metricsOfBoth(a, b);
  view.samples = a.samples.isNull() ? b.samples : a.samples;
  view.wipe = WipePicture{b.samples, divider};
  addBoth(view, a, b);
  return view;
}

TileView blinkView(const TileView& lane, bool manual) {
  TileView view = lane;
  TileContent& content = view.content;
  if (content.plate == PlateKind::Diverged) {
    content.plateText = letterOf(lane) + QStringLiteral(": ") + content.plateText;
    return view;
  }
  QStringList parts{letterOf(lane)};
  if (content.plate == PlateKind::Notice) parts << content.plateText;
  parts << (manual ? text("click to change") : text("changes every second"));
  content.plate = PlateKind::Notice;
  content.plateText = parts.join(QStringLiteral(", "));
  return view;
}

TileView differenceView(const TileView& a, const TileView& b, const QImage& picture, double rootMeanSquare,
                        const QString& unit, const QString& stepWords) {
  TileView view;
  view.content.name = text("A − B");
  view.content.layersText = text("blue: A larger, orange: B");
  view.content.heldOutText = stepWords;
  view.content.metricText = picture.isNull() ? missingNumber() : significantText(rootMeanSquare, 2);
  view.content.metricUnit = unit.isEmpty() ? text("RMS") : text("%1, RMS").arg(unit);
  view.samples = picture;
  addBoth(view, a, b);
  return view;
}

}  // namespace kernelscope::ui

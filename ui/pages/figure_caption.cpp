#include "ui/pages/figure_caption.h"

#include "ui/widgets/number_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace kernelscope::ui {

namespace {

QString words(const char* text) {
  return QCoreApplication::translate("FigureCaption", text);
}

QString stepWords(const ExperimentConfig& config, const LaneNews& news,
                  std::optional<std::int64_t> shownStep) {
  const QString budget = countText(config.steps);
  if (shownStep) return words("step %1 of %2").arg(countText(*shownStep), budget);
  if (!news[0] && !news[1]) return {};
  const auto step = [&](LaneId lane) {
    const auto& told = news[laneIndex(lane)];
    return told ? told->step : 0;
  };
  if (step(LaneId::A) == step(LaneId::B))
    return words("step %1 of %2").arg(countText(step(LaneId::A)), budget);
  return words("A at step %1, B at step %2, of %3")
      .arg(countText(step(LaneId::A)), countText(step(LaneId::B)), budget);
}

QString laneWords(const ExperimentConfig& config, LaneId lane) {
  const TileContent content = laneContent(config, lane, nullptr, false);
  return QStringLiteral("%1: %2, %3").arg(QLatin1String(laneName(lane)), content.name, content.layersText);
}

}  // namespace

FigureCaption figureCaption(const ExperimentConfig& config, const QString& picture, const LaneNews& news,
                            std::optional<std::int64_t> shownStep) {
  FigureCaption caption;
  caption.title = config.title.empty() ? words("Image field") : QString::fromStdString(config.title);
  QStringList details;
  if (!picture.isEmpty()) details << picture;
  details << words("seed %1").arg(config.seed);
  const QString steps = stepWords(config, news, shownStep);
  if (!steps.isEmpty()) details << steps;
  caption.details = details.join(QStringLiteral(", "));
  caption.lanes = laneWords(config, LaneId::A) + QStringLiteral("\u2003") + laneWords(config, LaneId::B);
  return caption;
}

}  // namespace kernelscope::ui

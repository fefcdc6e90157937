#include "ui/pages/run_export.h"

#include "engine/core/error.h"
#include "engine/run/metrics_csv.h"
#include "engine/run/trained_lane.h"
#include "engine/train/checkpoint_ring.h"
#include "ui/main_window.h"
#include "ui/panels/stage_column.h"
#include "ui/presenters/run_presenter.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/number_text.h"

namespace kernelscope::ui {

namespace {

std::string formatName(WeightFormat format) {
  return suffixOf(format).toStdString();
}

}  // namespace

RunExport::RunExport(const ThemeController& theme, ApplicationSettings& settings, MainWindow& window,
                     RunPresenter& presenter, StageColumn& stage, BannerHost& banners, QObject* parent)
    : ExportDesk(theme, settings, window, banners, parent), presenter_(presenter), stage_(stage) {}

void RunExport::setShownStep(std::optional<std::int64_t> step) {
  if (shownStep_ == step) return;
  shownStep_ = step;
  refresh();
}

PrintedFigure RunExport::figure(FigurePart part) const {
  const LaneNews news = {presenter_.snapshot(LaneId::A), presenter_.snapshot(LaneId::B)};
  return printedFigure(figuresOf(stage_, presenter_.config(), news, theme().exportTheme(), shownStep_), part);
}

// Of the step that is shown, else the newest of what is kept to go back to and what is kept for a crash.
std::shared_ptr<const Checkpoint> RunExport::weightsOf(LaneId lane) const {
  const std::shared_ptr<const CheckpointRing>& kept = presenter_.kept(lane);
  if (shownStep_ && kept) return kept->atOrBefore(*shownStep_);
  const std::shared_ptr<const Checkpoint>& newest = presenter_.checkpoints()[laneIndex(lane)];
  if (!kept || kept->empty()) return newest;
  const std::shared_ptr<const Checkpoint>& last = kept->entries().back();
  return newest && newest->step > last->step ? newest : last;
}

std::function<void(WorkReport&)> RunExport::writer(const ExportChoice& choice,
                                                   const std::filesystem::path& file) const {
  if (choice.kind == ExportKind::Numbers) {
    const auto record = [this](LaneId lane) {
      const auto& told = presenter_.snapshot(lane);
      return told ? told->history : MetricHistory();
    };
    return [lanes = std::array{record(LaneId::A), record(LaneId::B)}, file](WorkReport& report) {
      writeMetricsCsv(lanes, file, [&report](double share) { return report.progress(share); });
    };
  }
  const auto kept = weightsOf(choice.lane);
  const RunData data = presenter_.data();
  if (!kept || !data.dataset) {
    return [file](WorkReport&) { throw IoError(file, "has nothing to hold: no weights are kept yet"); };
  }
  return [kept, lane = presenter_.config().lane(choice.lane), channels = data.dataset->channels(), file,
          format = formatName(choice.weights)](WorkReport&) {
    exportWeights(trainedLane(lane, channels, kept->parameters), format, file);
  };
}

QString RunExport::weightFacts(LaneId lane) const {
  const auto kept = weightsOf(lane);
  if (!kept) return tr("No weights are kept yet: the lane has not begun.");
  return tr("Lane %1 at step %2: %3 parameters, float32")
      .arg(QLatin1String(laneName(lane)), countText(kept->step),
           countText(static_cast<std::int64_t>(kept->parameters.size())));
}

ExportFacts RunExport::facts(const ExportChoice& choice) const {
  ExportFacts facts;
  std::int64_t rows = 0;
  for (const LaneId lane : kLanes) {
    const auto& told = presenter_.snapshot(lane);
    rows += told ? static_cast<std::int64_t>(told->history.size()) : 0;
  }
  facts.numbers = tr("%1 rows: every recorded step of both lanes, nothing left out").arg(countText(rows));
  facts.weights = weightFacts(choice.lane);
  if (choice.kind == ExportKind::Numbers) facts.possible = rows > 0;
  if (choice.kind == ExportKind::Weights) facts.possible = weightsOf(choice.lane) != nullptr;
  return facts;
}

}  // namespace kernelscope::ui

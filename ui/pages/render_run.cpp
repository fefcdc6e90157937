#include "ui/pages/render_run.h"

#include "engine/core/error.h"
#include "engine/core/file_io.h"
#include "engine/run/metrics_csv.h"
#include "engine/run/run_folder.h"
#include "engine/run/run_pictures.h"
#include "ui/pages/field_figures.h"
#include "ui/pages/figure_encoder.h"
#include "ui/pages/run_words.h"
#include "ui/panels/chart_strip.h"
#include "ui/panels/stage_column.h"
#include "ui/panels/stage_tiles.h"
#include "ui/theme/theme_controller.h"

#include <nlohmann/json.hpp>

namespace kernelscope::ui {

namespace {

// As large as on a screen, at twice its resolution.
constexpr double kWideMillimetres = 250, kTileMillimetres = 100;
constexpr int kDotsPerInch = 192;
constexpr std::size_t kMaximumResultBytes = 16u << 20;

struct RunToDraw {
  ExperimentConfig config;
  RunPictures pictures;
  std::array<TrainingSnapshot, 2> lanes;
};

LaneState stateOf(const std::string& status) {
  if (status == "diverged") return LaneState::Diverged;
  if (status == "failed") return LaneState::Failed;
  return status == "stopped" ? LaneState::Stopped : LaneState::Finished;
}

// What result.json says about a lane, as the lane itself told it when it ended.
TrainingSnapshot laneResult(const nlohmann::json& result, LaneId lane, const MetricHistory& history) {
  const nlohmann::json& told = result.at("lanes").at(laneName(lane));
  TrainingSnapshot news;
  news.lane = lane;
  news.state = stateOf(told.value("status", std::string("finished")));
  news.step = told.at("steps").get<std::int64_t>();
  news.steps = news.step;
  news.divergedAt = told.value("diverged_at_step", std::int64_t{0});
  news.seconds = told.at("seconds").get<double>();
  news.cost.trainableParameters = told.at("trainable_parameters").get<std::int64_t>();
  for (const auto& [name, value] : told.at("metrics").items()) {
    if (value.is_number()) news.finalMetrics.emplace_back(name, value.get<double>());
  }
  news.millisecondsPerStep = told.at("metrics").value("milliseconds_per_step", 0.0);
  news.history = history;
  return news;
}

RunToDraw readRun(const RunFolder& folder) {
  RunToDraw run;
  run.config = folder.experiment();
  const std::string text = readTextFile(folder.resultFile(), kMaximumResultBytes);
  const std::array<MetricHistory, 2> histories = readMetricsCsv(folder.metricsFile());
  try {
    const nlohmann::json result = nlohmann::json::parse(text);
    for (const LaneId lane : kLanes)
      run.lanes[laneIndex(lane)] = laneResult(result, lane, histories[laneIndex(lane)]);
  } catch (const nlohmann::json::exception& error) {
    throw ContentError(folder.resultFile(), std::string("is not the result of a run: ") + error.what());
  }
  run.pictures = readRunPictures(folder.arraysFile());
  return run;
}

void showRun(StageColumn& stage, const RunToDraw& run) {
  StageTiles& tiles = stage.tiles();
  const auto target = std::make_shared<const Observation>(run.pictures.target);
  TileContent content;
  content.name = StageTiles::tr("Target");
  const Field2d& picture = target->fields.front();
  content.layersText = QStringLiteral("%1 × %2").arg(picture.width).arg(picture.height);
  tiles.setTarget(content, target);
  tiles.setTargetPixels(run.pictures.trainedPixels, run.pictures.heldOutPixels);
  stage.chart().startRun(run.config.steps);
  for (const LaneId lane : kLanes) {
    const std::size_t i = laneIndex(lane);
    const TrainingSnapshot& news = run.lanes[i];
    tiles.setLane(laneContent(run.config, lane, &news, false),
                  std::make_shared<const Observation>(run.pictures.lanes[i]));
    tiles.setCosts(lane, news.cost.trainableParameters,
                   news.millisecondsPerStep > 0 ? std::optional(news.millisecondsPerStep) : std::nullopt);
    stage.chart().setHistory(lane, news.history);
    if (news.divergedAt > 0) stage.chart().setDivergedAt(lane, news.divergedAt);
  }
  tiles.fitLimits();
}

}  // namespace

std::vector<std::filesystem::path> renderRun(const std::filesystem::path& runFolder,
                                             const ThemeController& theme) {
  const RunToDraw run = readRun(RunFolder(runFolder));
  const std::filesystem::path folder = runFolder / "figures";
  createDirectories(folder);
  const Theme look = theme.exportTheme();
  StageColumn stage(theme);
  stage.resize(look.u(240), look.u(160));
  showRun(stage, run);
  const LaneNews news = {std::make_shared<TrainingSnapshot>(run.lanes[0]),
                         std::make_shared<TrainingSnapshot>(run.lanes[1])};
  std::vector<std::filesystem::path> files;
  const auto draw = [&](FigurePart part, const std::string& name) {
    files.push_back(folder / (name + ".png"));
    const bool wide = part == FigurePart::Page || part == FigurePart::Chart;
    const FigureSheet sheet{part, FigureFormat::Png, wide ? kWideMillimetres : kTileMillimetres,
                            kDotsPerInch};
    writeBytes(encodeSheet(figuresOf(stage, run.config, news, look), sheet), files.back());
  };
  draw(FigurePart::Page, "page");
  draw(FigurePart::Target, "target");
  draw(FigurePart::Chart, "curves");
  const std::array<std::pair<FieldView, const char*>, 3> views = {
      {{FieldView::Value, "value"}, {FieldView::Gradient, "gradient"}, {FieldView::Laplacian, "laplacian"}}};
  for (const auto& [view, name] : views) {
    stage.tiles().setView(view);
    stage.tiles().fitLimits();
    draw(FigurePart::LaneA, std::string("A-") + name);
    draw(FigurePart::LaneB, std::string("B-") + name);
  }
  return files;
}

}  // namespace kernelscope::ui

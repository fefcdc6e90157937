#pragma once
// What a run's news look like in words and marks: tiles, status strip, banners, summary. Pure functions of
// the snapshots, so that every sentence can be tested without a window.

#include "engine/config/experiment_config.h"
#include "engine/train/training_snapshot.h"
#include "ui/panels/run_result.h"
#include "ui/plots/tile_content.h"
#include "ui/presenters/run_presenter.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/status_strip.h"

#include <array>
#include <optional>

namespace kernelscope::ui {

// The newest news of both lanes; null before the first.
using LaneNews = std::array<std::shared_ptr<const TrainingSnapshot>, 2>;

// The newest measured value of a metric: of the state kept when the lane has ended, else the last recorded
// one; NaN if there is none.
double newestMetric(const TrainingSnapshot& news, const std::string& metric);

// Header, metric and plate of a lane's tile. `news` may be null.
TileContent laneContent(const ExperimentConfig& config, LaneId lane, const TrainingSnapshot* news,
                        bool catchingUp);
// The same for a state kept of the lane, shown at `step`: its record's numbers at that step, and a plate.
TileContent keptContent(const ExperimentConfig& config, const Checkpoint& state, std::int64_t step);
// "Race: equal steps": what the stage's header says about the race, short enough for the narrowest one.
QString raceWords(const ExperimentConfig& config);
// Header of the target tile.
TileContent targetContent(const ExperimentConfig& config, const ImageDataset& data);

RunStatus runStatus(RunPhase phase, const ExperimentConfig& config, const LaneNews& news,
                    std::optional<double> secondsLeft);
LaneStatus laneStatus(const TrainingSnapshot& news);

// Whether a lane's end is worth a banner, and what it says. `other` is the other lane's news.
bool deservesBanner(const TrainingSnapshot& news);
BannerMessage laneBanner(const TrainingSnapshot& news, const TrainingSnapshot* other);
// The key under which a lane's banner is posted and withdrawn.
QString laneBannerKey(LaneId lane);

RunResult runResult(const ExperimentConfig& config, const LaneNews& news, std::uint64_t runNumber,
                    const QString& device);

}  // namespace kernelscope::ui

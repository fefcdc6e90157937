#include "ui/pages/run_display.h"

#include "ui/command_registry.h"
#include "ui/panels/chart_strip.h"
#include "ui/panels/explain_panel.h"
#include "ui/panels/set_up_panel.h"
#include "ui/panels/stage_tiles.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/transport_bar.h"

#include <algorithm>

namespace kernelscope::ui {

namespace {

constexpr int kNumbersMilliseconds = 100;
constexpr int kViewPatienceMilliseconds = 2000;
constexpr auto kNotesKey = "picture-notes";

TransportState transportState(RunPhase phase) {
  switch (phase) {
    case RunPhase::Running:
    case RunPhase::Loading:
      return TransportState::Running;
    case RunPhase::Paused:
      return TransportState::Paused;
    case RunPhase::Ended:
      return TransportState::Ended;
    case RunPhase::Idle:
      break;
  }
  return TransportState::Idle;
}

}  // namespace

RunDisplay::RunDisplay(RunPresenter& presenter, const Widgets& widgets, QObject* parent)
    : QObject(parent), presenter_(presenter), widgets_(widgets) {
  numbersTimer_.setSingleShot(true);
  numbersTimer_.setInterval(kNumbersMilliseconds);
  viewTimer_.setSingleShot(true);
  viewTimer_.setInterval(kViewPatienceMilliseconds);
  connect(&numbersTimer_, &QTimer::timeout, this, &RunDisplay::showNumbers);
  connect(&viewTimer_, &QTimer::timeout, this, &RunDisplay::showPendingView);
  connect(&presenter_, &RunPresenter::dataChanged, this, &RunDisplay::showData);
  connect(&presenter_, &RunPresenter::runStarted, this, &RunDisplay::beginRun);
  connect(&presenter_, &RunPresenter::laneUpdated, this, &RunDisplay::takeLane);
  connect(&presenter_, &RunPresenter::phaseChanged, this, &RunDisplay::showPhase);
  connect(&presenter_, &RunPresenter::configApplied, this, [this] {
    widgets_.chart.setBudget(presenter_.config().steps);
    showNumbers();
  });
  showPhase();
}

LaneNews RunDisplay::news() const {
  return {presenter_.snapshot(LaneId::A), presenter_.snapshot(LaneId::B)};
}

void RunDisplay::setInFront(bool inFront) {
  inFront_ = inFront;
  if (!inFront) return;
  widgets_.transport.setTrains(true);
  widgets_.transport.setSeed(presenter_.config().seed);
  showPhase();
  showStatus();
}

void RunDisplay::showData() {
  const RunData data = presenter_.data();
  const ImageDataset& picture = *data.dataset;
  shown_ = {};
  widgets_.tiles.setTarget(targetContent(presenter_.config(), picture), data.target);
  const auto trained = static_cast<std::int64_t>(picture.trainPixels().size());
  const auto heldOut = static_cast<std::int64_t>(picture.heldOutPixels().size());
  widgets_.tiles.setTargetPixels(trained, heldOut);
  widgets_.setUp.setGroupFact(FieldGroup::Data,
                              tr("%1 of %2\u00A0px").arg(countText(trained), countText(picture.pixelCount())),
                              tr("Pixels that both lanes train on, of all pixels"));
  widgets_.explain.setFact(QStringLiteral("trained"), countText(trained));
  widgets_.explain.setFact(QStringLiteral("held_out"), countText(heldOut));
  widgets_.banners.withdraw(QString::fromLatin1(kNotesKey));
  if (picture.notes().empty()) return;
  QStringList notes;
  for (const std::string& note : picture.notes()) notes << QString::fromStdString(note);
  widgets_.banners.say(BannerKind::Notice, QString::fromLatin1(kNotesKey),
                       tr("The picture was changed on the way in."), notes.join(QStringLiteral("; ")));
}

void RunDisplay::beginRun(bool aFromSeed, bool bFromSeed) {
  const std::int64_t steps = presenter_.config().steps;
  if (aFromSeed && bFromSeed) {
    widgets_.chart.startRun(steps);
    fitPending_ = true;
  } else {
    widgets_.chart.setBudget(steps);
    if (aFromSeed) widgets_.chart.setHistory(LaneId::A, MetricHistory());
    if (bFromSeed) widgets_.chart.setHistory(LaneId::B, MetricHistory());
  }
  for (const LaneId lane : kLanes) {
    widgets_.chart.setDivergedAt(lane, std::nullopt);
    if (lane == LaneId::A ? aFromSeed : bFromSeed) millisecondsPerStep_[laneIndex(lane)] = 0;
    widgets_.banners.withdraw(laneBannerKey(lane));
    showLane(lane);
  }
  if (inFront_) widgets_.transport.setSeed(presenter_.config().seed);
  showNumbers();
}

void RunDisplay::takeLane(LaneId lane) {
  const auto& told = presenter_.snapshot(lane);
  if (pendingView_ && !tilesHeld_ && hasPicturesOf(*pendingView_)) showPendingView();
  showLane(lane);
  if (fitPending_ && presenter_.snapshot(LaneId::A) && presenter_.snapshot(LaneId::B)) {
    fitPending_ = false;
    widgets_.tiles.fitLimits();
  }
  if (isTerminal(told->state)) {
    if (deservesBanner(*told)) {
      const LaneId other = lane == LaneId::A ? LaneId::B : LaneId::A;
      widgets_.banners.post(laneBanner(*told, presenter_.snapshot(other).get()));
      widgets_.chart.setDivergedAt(lane, told->divergedAt);
    }
    return showNumbers();
  }
  if (!numbersTimer_.isActive()) numbersTimer_.start();
}

// The newest picture; the one before it while its successor is of another view than the tiles show, or has
// not come yet.
std::shared_ptr<const Observation> RunDisplay::pictureToShow(LaneId lane) {
  const auto& told = presenter_.snapshot(lane);
  auto& shown = shown_[laneIndex(lane)];
  const char* field = fieldViewLook(widgets_.tiles.view()).fieldName;
  if (told && told->observation && told->observation->find(field) != nullptr) shown = told->observation;
  return shown;
}

void RunDisplay::showLane(LaneId lane) {
  if (tilesHeld_) return;
  const auto& told = presenter_.snapshot(lane);
  widgets_.tiles.setLane(laneContent(presenter_.config(), lane, told.get(), presenter_.catchingUp(lane)),
                         pictureToShow(lane));
}

void RunDisplay::showNumbers() {
  for (const LaneId lane : kLanes) {
    const auto& told = presenter_.snapshot(lane);
    if (!told) continue;
    showLane(lane);
    double& milliseconds = millisecondsPerStep_[laneIndex(lane)];
    if (told->millisecondsPerStep > 0) milliseconds = told->millisecondsPerStep;
    widgets_.tiles.setCosts(lane, told->cost.trainableParameters,
                            milliseconds > 0 ? std::optional(milliseconds) : std::nullopt);
    widgets_.chart.setHistory(lane, told->history);
    if (milliseconds > 0)
      widgets_.explain.setFact(
          lane == LaneId::A ? QStringLiteral("step_time_a") : QStringLiteral("step_time_b"),
          millisecondsText(milliseconds));
  }
  showStatus();
  showFacts();
  showPhase();
}

void RunDisplay::showStatus() {
  if (!inFront_) return;
  for (const LaneId lane : kLanes) {
    const auto& told = presenter_.snapshot(lane);
    if (!told) {
      widgets_.status.clearLane(lane);
      continue;
    }
    LaneStatus status = laneStatus(*told);
    status.millisecondsPerStep = millisecondsPerStep_[laneIndex(lane)];
    widgets_.status.setLane(lane, status);
  }
}

void RunDisplay::showFacts() {
  for (const LaneId lane : kLanes) {
    const auto& told = presenter_.snapshot(lane);
    if (!told || told->cost.trainableParameters == 0) continue;
    const LaneCost& cost = told->cost;
    widgets_.setUp.setGroupFact(
        lane == LaneId::A ? FieldGroup::LaneA : FieldGroup::LaneB,
        tr("%1 parameters").arg(countText(cost.trainableParameters)),
        tr("Trained: %1. Stored with frozen projections: %2. After merging linear maps: %3.")
            .arg(countText(cost.trainableParameters), countText(cost.storedParameters),
                 countText(cost.mergedParameters)));
  }
  const ExperimentConfig& config = presenter_.config();
  const QString batch = config.batch ? tr("batches of %1").arg(countText(*config.batch)) : tr("full batch");
  widgets_.setUp.setGroupFact(FieldGroup::Shared, tr("Adam, %1").arg(batch));
}

void RunDisplay::showPhase() {
  if (!inFront_) return;
  const RunPhase phase = presenter_.phase();
  const TransportState state = transportState(phase);
  if (widgets_.transport.state() != state) widgets_.transport.setState(state);
  const bool ended = phase == RunPhase::Ended;
  const bool exists = phase != RunPhase::Idle;
  widgets_.commands.setPossible(QString::fromLatin1(command::kPlayPause),
                                exists && (!ended || presenter_.canRunOn()));
  widgets_.commands.setPossible(QString::fromLatin1(command::kStep), exists && !ended);
  widgets_.commands.setPossible(QString::fromLatin1(command::kReset), exists);
  if (exists) {
    widgets_.status.setRun(runStatus(phase, presenter_.config(), news(), presenter_.secondsLeft()));
  } else {
    widgets_.status.clearRun();
  }
}

void RunDisplay::setView(FieldView view) {
  presenter_.setView(view);
  pendingView_ = view;
  if (tilesHeld_) return;
  if (hasPicturesOf(view)) return showPendingView();
  viewTimer_.start();
}

void RunDisplay::setTilesHeld(bool held) {
  if (tilesHeld_ == held) return;
  tilesHeld_ = held;
  if (held) return viewTimer_.stop();
  if (pendingView_) return setView(*pendingView_);
  for (const LaneId lane : kLanes) showLane(lane);
}

bool RunDisplay::hasPicturesOf(FieldView view) const {
  return std::ranges::all_of(news(), [view](const auto& told) {
    return told == nullptr || told->observation == nullptr ||
           told->observation->find(fieldViewLook(view).fieldName) != nullptr;
  });
}

void RunDisplay::showPendingView() {
  viewTimer_.stop();
  if (!pendingView_) return;
  widgets_.tiles.setView(*std::exchange(pendingView_, std::nullopt));
  for (const LaneId lane : kLanes) showLane(lane);
  widgets_.tiles.fitLimits();
}

}  // namespace kernelscope::ui

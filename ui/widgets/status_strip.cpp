#include "ui/widgets/status_strip.h"

#include "ui/theme/theme_controller.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/themed_label.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace kernelscope::ui {

namespace {

constexpr double kBarWidthU = 28;

ThemedLabel* smallLabel(const ThemeController& theme, const QString& name) {
  auto* label = new ThemedLabel(theme, FontRole::Small);
  label->setAccessibleName(name);
  return label;
}

}  // namespace

StatusStrip::StatusStrip(const ThemeController& theme, QWidget* parent)
    : Surface(theme, Colour::Chrome, Qt::TopEdge, parent) {
  setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  new QHBoxLayout(this);
  buildRun();
  for (const LaneId lane : kLanes) buildLane(lane);
  for (ThemedLabel** label : {&cpu_, &gpu_, &saved_}) {
    QWidget* cell = addCell();
    *label = smallLabel(theme, {});
    cell->layout()->addWidget(*label);
  }
  static_cast<QHBoxLayout*>(layout())->addStretch(1);
  theme.follow(this, [this] {
    const Theme& t = controller().theme();
    setFixedHeight(t.height(Height::StatusBar));
    layout()->setContentsMargins(t.u(3), 1, t.u(3), 0);
    layout()->setSpacing(t.u(3));
    for (QWidget* cell : std::as_const(cells_)) cell->layout()->setSpacing(t.u(1.5));
    for (QWidget* line : std::as_const(separators_)) line->setFixedSize(1, t.u(3.5));
    bar_->setFixedWidth(t.u(kBarWidthU));
    arrange();
  });
  clearRun();
}

QWidget* StatusStrip::addCell() {
  if (!cells_.isEmpty()) {
    auto* line = new QFrame;
    line->setFrameStyle(QFrame::VLine | QFrame::Plain);
    layout()->addWidget(line);
    separators_ << line;
  }
  auto* cell = new QWidget;
  auto* row = new QHBoxLayout(cell);
  row->setContentsMargins({});
  layout()->addWidget(cell);
  cells_ << cell;
  return cell;
}

void StatusStrip::buildRun() {
  runCell_ = addCell();
  state_ = new RunMarkLabel(controller(), RunMark::Paused, FontRole::Small);
  steps_ = smallLabel(controller(), tr("Step"));
  bar_ = new QProgressBar;
  bar_->setTextVisible(false);
  bar_->setAccessibleName(tr("Progress of the run"));
  bar_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  percent_ = smallLabel(controller(), tr("Share done"));
  percent_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  percent_->reserve(percentText(1, 1));
  eta_ = smallLabel(controller(), tr("Time left"));
  eta_->reserve(tr("ETA %1").arg(durationText(600)));
  for (QWidget* part : std::initializer_list<QWidget*>{state_, steps_, bar_, percent_, eta_}) {
    runCell_->layout()->addWidget(part);
  }
}

void StatusStrip::buildLane(LaneId lane) {
  LaneCell& parts = lanes_[laneIndex(lane)];
  parts.cell = addCell();
  parts.state = new RunMarkLabel(controller(), RunMark::Diverged, FontRole::Small);
  parts.mark = new LaneMark(controller(), lane);
  const QString name = QLatin1String(laneName(lane));
  parts.parameters = smallLabel(controller(), tr("Trained parameters of lane %1").arg(name));
  parts.milliseconds = smallLabel(controller(), tr("Milliseconds per step of lane %1").arg(name));
  parts.milliseconds->reserve(millisecondsText(88.8));
  for (QWidget* part :
       std::initializer_list<QWidget*>{parts.state, parts.mark, parts.parameters, parts.milliseconds}) {
    parts.cell->layout()->addWidget(part);
  }
}

void StatusStrip::setRun(const RunStatus& status) {
  runUsed_ = true;
  state_->setMark(status.mark, status.words);
  const QString all = countText(status.steps);
  const bool counted = status.progress.isEmpty();
  steps_->setText(counted ? tr("%1 / %2").arg(countText(status.step), all) : status.progress);
  steps_->reserve(counted ? tr("%1 / %2").arg(all, all) : status.progress);
  for (QWidget* part : std::initializer_list<QWidget*>{bar_, percent_, eta_}) part->setVisible(status.hasBar);
  bar_->setRange(0, 1000);
  bar_->setValue(status.steps > 0 ? static_cast<int>(status.step * 1000 / status.steps) : 0);
  percent_->setText(percentText(status.step, status.steps));
  eta_->setText(status.secondsLeft ? tr("ETA %1").arg(durationText(*status.secondsLeft)) : QString());
  arrange();
}

void StatusStrip::clearRun() {
  runUsed_ = false;
  arrange();
}

void StatusStrip::setLane(LaneId lane, const LaneStatus& status) {
  LaneCell& parts = lanes_[laneIndex(lane)];
  parts.used = true;
  parts.state->setVisible(status.mark.has_value());
  if (status.mark) parts.state->setMark(*status.mark, status.words);
  parts.mark->setVisible(!status.mark);
  const bool named = !status.caption.isEmpty();
  parts.parameters->setVisible(!status.mark);
  parts.milliseconds->setVisible(!status.mark && !named);
  parts.parameters->setText(named ? status.caption : tr("%1 p").arg(countText(status.parameters)));
  parts.parameters->setToolTip(
      named ? QString() : tr("%n trained parameter(s)", nullptr, static_cast<int>(status.parameters)));
  parts.milliseconds->setText(status.millisecondsPerStep > 0 ? millisecondsText(status.millisecondsPerStep)
                                                             : QString());
  arrange();
}

void StatusStrip::clearLane(LaneId lane) {
  lanes_[laneIndex(lane)].used = false;
  arrange();
}

void StatusStrip::setDevices(const QString& cpu, const QString& gpu) {
  cpu_->setText(cpu);
  gpu_->setText(gpu);
  arrange();
}

void StatusStrip::setSaved(const QString& words) {
  saved_->setText(words);
  arrange();
}

int StatusStrip::neededWidth() const {
  return layout()->minimumSize().width();
}

// Shows the cells that have something to say; where the window is too narrow the last ones go.
void StatusStrip::arrange() {
  const auto used = [this](qsizetype i) {
    if (i == 0) return runUsed_;
    if (i <= 2) return lanes_[static_cast<std::size_t>(i - 1)].used;
    const ThemedLabel* labels[] = {cpu_, gpu_, saved_};
    return !labels[i - 3]->text().isEmpty();
  };
  bool anyBefore = false;
  for (qsizetype i = 0; i < cells_.size(); ++i) {
    const bool shown = used(i);
    if (i > 0) separators_[i - 1]->setVisible(shown && anyBefore);
    cells_[i]->setVisible(shown);
    anyBefore = anyBefore || shown;
  }
  if (!isVisible()) return;
  for (qsizetype i = cells_.size() - 1; i > 0 && neededWidth() > width(); --i) {
    cells_[i]->setVisible(false);
    separators_[i - 1]->setVisible(false);
  }
}

void StatusStrip::resizeEvent(QResizeEvent* event) {
  Surface::resizeEvent(event);
  arrange();
}

}  // namespace kernelscope::ui

#include "ui/panels/time_scrubber.h"

#include "ui/panels/stage_margin.h"
#include "ui/plots/curve_plot.h"
#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/number_text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

constexpr double kHandleWidthU = 2.75, kHandleHeightU = 4.5;
constexpr double kZeroU = 2;   // how far step 0 lies before the axis
constexpr int kPageSteps = 8;  // kept steps that Page up and Page down go over

}  // namespace

TimeScrubber::TimeScrubber(const ThemeController& theme, CurvePlot& axis, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      axis_(axis),
      live_(new QToolButton(this)),
      liveMark_(new RunMarkIcon(theme, mark_, Height::IconMark, live_)),
      continue_(new QToolButton(this)) {
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Time"));
  liveMark_->setAttribute(Qt::WA_TransparentForMouseEvents);
  continue_->setText(tr("Continue from here"));
  continue_->setToolTip(
      tr("Start a new run of both lanes from this step. The record is cut here; undo brings "
         "the run back."));
  for (QToolButton* button : {live_, continue_}) {
    button->setProperty("toggle", true);
    button->hide();
  }
  connect(live_, &QToolButton::clicked, this, &TimeScrubber::liveChosen);
  connect(continue_, &QToolButton::clicked, this, &TimeScrubber::continueChosen);
  connect(&axis_, &CurvePlot::replotted, this, [this] { update(); });
  theme.follow(this, [this] {
    refreshWords();
    layParts();
    updateGeometry();
    update();
  });
}

void TimeScrubber::setSteps(std::vector<std::int64_t> kept, std::int64_t head) {
  if (kept == kept_ && head == head_) return;
  kept_ = std::move(kept);
  head_ = head;
  setEnabled(!kept_.empty());
  update();
}

void TimeScrubber::setRun(RunMark mark) {
  if (mark_ == mark) return;
  mark_ = mark;
  refreshWords();
  layParts();
  update();
}

void TimeScrubber::setShown(std::optional<std::int64_t> step) {
  if (shown_ == step) return;
  const bool hadFocus = live_->hasFocus() || continue_->hasFocus();
  shown_ = step;
  live_->setVisible(step.has_value());
  continue_->setVisible(step.has_value());
  if (hadFocus && !step) setFocus(Qt::OtherFocusReason);
  refreshWords();
  layParts();
  update();
}

QString TimeScrubber::runWords() const {
  if (mark_ == RunMark::Running) return tr("Live");
  return mark_ == RunMark::Paused ? tr("Paused") : tr("Final state");
}

// What a screen reader hears.
void TimeScrubber::refreshWords() {
  const QString now = runWords();
  live_->setAccessibleName(now);
  live_->setToolTip(tr("%1: show the run itself again (Esc)").arg(now));
  liveMark_->setMark(mark_);
  setAccessibleDescription(shown_ ? tr("Step %1 is shown").arg(countText(*shown_)) : now);
}

TimeScrubber::Track TimeScrubber::track() const {
  const AxisRange range = axis_.xShown();
  const auto place = [this](double step) {
    return mapFrom(parentWidget(), axis_.mapTo(parentWidget(), QPoint())).x() + axis_.xPixel(step);
  };
  return {place(range.lower), place(range.upper)};
}

double TimeScrubber::placeOf(std::int64_t step) const {
  const Track line = track();
  const AxisRange range = axis_.xShown();
  const auto value = static_cast<double>(step);
  if (step == 0) return line.begin - theme_.theme().u(kZeroU);
  const double x = mapFrom(parentWidget(), axis_.mapTo(parentWidget(), QPoint())).x() + axis_.xPixel(value);
  return value < range.lower ? line.begin - theme_.theme().u(kZeroU) : std::min(x, line.end);
}

void TimeScrubber::choose(double x) {
  if (kept_.empty()) return;
  const double headPlace = placeOf(head_);
  std::int64_t best = kept_.front();
  for (const std::int64_t step : kept_) {
    if (std::abs(placeOf(step) - x) < std::abs(placeOf(best) - x)) best = step;
  }
  // At the head the run itself is shown.
  if (x >= headPlace - theme_.theme().u(0.5) || std::abs(headPlace - x) < std::abs(placeOf(best) - x)) {
    Q_EMIT liveChosen();
  } else {
    Q_EMIT stepChosen(best);
  }
}

// From the step shown, or from the run itself, by so many kept steps; past the last is the run itself.
void TimeScrubber::goBy(int places) {
  if (kept_.empty()) return;
  const auto count = static_cast<std::ptrdiff_t>(kept_.size());
  std::ptrdiff_t index = count;
  if (shown_) index = std::ranges::lower_bound(kept_, *shown_) - kept_.begin();
  // The last kept step is the run itself while both stand at the same step.
  if (!shown_ && kept_.back() == head_) --index;
  index += places;
  if (index >= count) return Q_EMIT liveChosen();
  Q_EMIT stepChosen(kept_[static_cast<std::size_t>(std::max<std::ptrdiff_t>(index, 0))]);
}

void TimeScrubber::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) choose(event->position().x());
}

void TimeScrubber::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons() & Qt::LeftButton) choose(event->position().x());
}

void TimeScrubber::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
      return goBy(-1);
    case Qt::Key_Right:
    case Qt::Key_Up:
      return goBy(1);
    case Qt::Key_PageUp:
      return goBy(-kPageSteps);
    case Qt::Key_PageDown:
      return goBy(kPageSteps);
    case Qt::Key_Home:
      if (!kept_.empty()) Q_EMIT stepChosen(kept_.front());
      return;
    case Qt::Key_End:
      return Q_EMIT liveChosen();
    default:
      QWidget::keyPressEvent(event);
  }
}

void TimeScrubber::focusInEvent(QFocusEvent*) {
  update();
}
void TimeScrubber::focusOutEvent(QFocusEvent*) {
  update();
}

bool TimeScrubber::event(QEvent* event) {
  // The keys of the scrubber are its own while it has the focus, Home before Fit view.
  if (event->type() == QEvent::ShortcutOverride) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Home || key == Qt::Key_End) event->accept();
  } else if (event->type() == QEvent::ToolTip) {
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(),
                       tr("Drag, or use the arrow keys, to see both lanes as they were. "
                          "%1 steps are kept.")
                           .arg(countText(static_cast<std::int64_t>(kept_.size()))),
                       this);
    return true;
  }
  return QWidget::event(event);
}

void TimeScrubber::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Theme& theme = theme_.theme();
  paintTrack(painter, theme);
  paintWords(painter, theme);
  if (!kept_.empty()) paintHandle(painter, theme);
}

void TimeScrubber::paintTrack(QPainter& painter, const Theme& theme) const {
  const Track line = track();
  const double middle = height() / 2.0, begin = placeOf(0);
  const double reached = std::clamp(placeOf(head_), begin, line.end);
  const double thin = sharpWidth(painter), thick = sharpWidth(painter, 3);
  painter.fillRect(snapped(painter, {begin, middle - thin / 2, line.end - begin, thin}),
                   theme.colour(Colour::LineStrong));
  painter.fillRect(snapped(painter, {begin, middle - thick / 2, reached - begin, thick}),
                   theme.colour(Colour::Accent));
  const double half = theme.u(1.25);
  for (const std::int64_t step : kept_) {
    const QRectF tick(placeOf(step) - thin / 2, middle - half, thin, 2 * half);
    painter.fillRect(snapped(painter, tick), theme.colour(Colour::Control));
  }
}

void TimeScrubber::paintHandle(QPainter& painter, const Theme& theme) const {
  const double width = theme.u(kHandleWidthU * 4) / 4.0, height_ = theme.u(kHandleHeightU * 2) / 2.0;
  const double x = placeOf(shown_.value_or(head_));
  const QRectF handle(x - width / 2, height() / 2.0 - height_ / 2, width, height_);
  if (hasFocus()) {
    drawPanel(painter, handle.adjusted(-3, -3, 3, 3), theme.radius() + 3, QColor(),
              theme.colour(Colour::Focus), 1);
  }
  drawPanel(painter, handle, theme.radius(), theme.colour(Colour::Raised), theme.colour(Colour::Accent), 2);
  if (!shown_) return;
  // The step stands beside the handle, on the side where there is room.
  const QString words = tr("Step %1").arg(countText(*shown_));
  painter.setFont(theme.font(FontRole::Small));
  const QFontMetricsF metrics(painter.font());
  const double room = metrics.horizontalAdvance(words) + theme.u(2);
  const bool right = handle.right() + theme.u(1) + room < track().end;
  const QRectF plate(right ? handle.right() + theme.u(1) : handle.left() - theme.u(1) - room,
                     (height() - metrics.height() - 2) / 2, room, metrics.height() + 2);
  painter.fillRect(plate, theme.colour(Colour::Stage));
  painter.setPen(theme.colour(Colour::Text));
  painter.drawText(plate, Qt::AlignCenter, words);
}

void TimeScrubber::paintWords(QPainter& painter, const Theme& theme) const {
  if (shown_) return;
  painter.setFont(theme.font(FontRole::Small));
  painter.setPen(theme.colour(Colour::TextSecondary));
  const Track line = track();
  const double margin = stageMargin(*this, theme), gap = theme.u(2);
  const QRectF before(margin, 0, placeOf(0) - margin - theme.u(1), height());
  painter.drawText(before, Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetricsF(painter.font()).elidedText(tr("Time"), Qt::ElideRight, before.width()));
  const double size = theme.height(Height::IconMark);
  const QRectF mark(line.end + gap + theme.u(kHandleWidthU) / 2.0, (height() - size) / 2, size, size);
  if (kept_.empty()) return;
  paintRunMark(painter, theme, mark, mark_);
  painter.setPen(theme.colour(Colour::TextSecondary));
  const QRectF room(mark.right() + theme.u(1), 0, width() - mark.right() - theme.u(1), height());
  const QString words = runWords();
  painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetricsF(painter.font()).elidedText(words, Qt::ElideRight, room.width()));
}

// The way back stands where "Time" was, "Continue from here" at the right end, reaching over the end of the
// track where it is longer in another language.
void TimeScrubber::layParts() {
  const Theme& theme = theme_.theme();
  const int margin = stageMargin(*this, theme), size = theme.height(Height::Toggle);
  const int top = (height() - size) / 2;
  live_->setGeometry(margin - theme.u(1), top, size, size);
  const int mark = theme.height(Height::IconMark);
  liveMark_->setGeometry((size - mark) / 2, (size - mark) / 2, mark, mark);
  continue_->setFont(theme.font(FontRole::Small));
  const int width_ = continue_->sizeHint().width();
  continue_->setGeometry(width() - margin + theme.u(2) - width_, top, width_, size);
}

void TimeScrubber::resizeEvent(QResizeEvent*) {
  layParts();
}

QSize TimeScrubber::sizeHint() const {
  const Theme& theme = theme_.theme();
  return {theme.u(60), theme.height(Height::Scrubber)};
}

}  // namespace kernelscope::ui

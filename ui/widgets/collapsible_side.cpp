#include "ui/widgets/collapsible_side.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme_controller.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVariantAnimation>

namespace kernelscope::ui {

namespace {

// Window widths in u (at u = 4: 1100 and 1280, 1600, 3000 px).
constexpr double kSetUpFoldsBelowU = 275, kExplainFoldsBelowU = 320, kWideFromU = 400, k4kFromU = 750;

}  // namespace

CollapsibleSide::CollapsibleSide(const ThemeController& theme, Side side, const QString& title,
                                 QWidget* content, QWidget* parent)
    : Surface(theme, Colour::Panel, side == Side::SetUp ? Qt::RightEdge : Qt::LeftEdge, parent),
      side_(side),
      title_(title),
      content_(content) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
  auto* row = new QHBoxLayout(this);
  row->setSpacing(0);
  row->setContentsMargins(side == Side::Explain ? 1 : 0, 0, side == Side::SetUp ? 1 : 0, 0);
  buildEdge(title);
  row->addWidget(content_);
  row->addWidget(edge_);
  edge_->hide();
  slide_ = new QVariantAnimation(this);
  slide_->setEasingCurve(QEasingCurve::OutCubic);
  connect(slide_, &QVariantAnimation::valueChanged, this,
          [this](const QVariant& width) { setFixedWidth(width.toInt()); });
  theme.follow(this,
               [this] { setFixedWidth(folded_ ? controller().theme().width(Width::Edge) : openWidth()); });
}

void CollapsibleSide::buildEdge(const QString& title) {
  edge_ = new QWidget;
  auto* column = new QVBoxLayout(edge_);
  column->setContentsMargins(0, 0, 0, 0);
  auto* open = new QToolButton;
  open->setAutoRaise(true);
  open->setIcon(themeIcon(
      controller(), side_ == Side::SetUp ? QStringLiteral("chevron_right") : QStringLiteral("chevron_left")));
  open->setToolTip(tr("Open %1").arg(title));
  open->setAccessibleName(tr("Open %1").arg(title));
  open->setFocusPolicy(Qt::TabFocus);
  column->addSpacing(controller().theme().u(2));
  column->addWidget(open, 0, Qt::AlignHCenter | Qt::AlignTop);
  connect(open, &QToolButton::clicked, this, [this] {
    foldedByUser_ = false;
    openedWhileNarrow_ = narrow_;
    setFolded(false);
  });
}

QToolButton* CollapsibleSide::makeFoldButton() {
  auto* fold = new QToolButton;
  fold->setAutoRaise(true);
  fold->setIcon(themeIcon(
      controller(), side_ == Side::SetUp ? QStringLiteral("chevron_left") : QStringLiteral("chevron_right")));
  fold->setToolTip(tr("Fold %1").arg(title_));
  fold->setAccessibleName(tr("Fold %1").arg(title_));
  fold->setFocusPolicy(Qt::TabFocus);
  connect(fold, &QToolButton::clicked, this, [this] { setFoldedByUser(true); });
  return fold;
}

void CollapsibleSide::setFoldedByUser(bool folded) {
  foldedByUser_ = folded;
  openedWhileNarrow_ = false;
  setFolded(folded || narrow_);
}

void CollapsibleSide::fitWindowWidth(int windowWidth) {
  windowWidth_ = windowWidth;
  const Theme& t = controller().theme();
  const bool narrow = windowWidth < t.u(side_ == Side::SetUp ? kSetUpFoldsBelowU : kExplainFoldsBelowU);
  if (!narrow || narrow != narrow_) openedWhileNarrow_ = false;
  narrow_ = narrow;
  const bool fold = foldedByUser_ || (narrow_ && !openedWhileNarrow_);
  if (fold != folded_) {
    setFolded(fold);
  } else if (slide_->state() != QAbstractAnimation::Running) {
    setFixedWidth(folded_ ? t.width(Width::Edge) : openWidth());
  }
}

int CollapsibleSide::openWidth() const {
  const Theme& t = controller().theme();
  const bool setUp = side_ == Side::SetUp;
  if (windowWidth_ >= t.u(k4kFromU)) return t.width(setUp ? Width::SetUp4k : Width::Explain4k);
  if (windowWidth_ >= t.u(kWideFromU)) return t.width(setUp ? Width::SetUpWide : Width::ExplainWide);
  return t.width(setUp ? Width::SetUp : Width::Explain);
}

void CollapsibleSide::setFolded(bool folded) {
  if (folded == folded_) return;
  folded_ = folded;
  content_->setVisible(!folded);
  edge_->setVisible(folded);
  slideTo(folded ? controller().theme().width(Width::Edge) : openWidth());
  emit foldedChanged(folded);
}

void CollapsibleSide::slideTo(int width) {
  slide_->stop();
  const int duration = isVisible() ? controller().theme().motion(Motion::PanelSlide) : 0;
  if (duration == 0) {
    setFixedWidth(width);
    return;
  }
  slide_->setStartValue(this->width());
  slide_->setEndValue(width);
  slide_->setDuration(duration);
  slide_->start();
}

}  // namespace kernelscope::ui

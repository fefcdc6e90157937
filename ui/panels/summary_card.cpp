#include "ui/panels/summary_card.h"

#include "ui/forms/icon_mark.h"
#include "ui/panels/panel_header.h"
#include "ui/panels/verdict.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/themed_label.h"

#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>
#include <cmath>

namespace kernelscope::ui {
namespace {

constexpr QChar kNoBreak(0x00a0);

QString withUnit(double value, int decimals, const QString& unit) {
  if (!std::isfinite(value)) return QStringLiteral("–");
  const QString number = QLocale().toString(value, 'f', decimals);
  return unit.isEmpty() ? number : number + kNoBreak + unit;
}

bool failedOrDiverged(const LaneResult& lane) {
  return lane.state == LaneState::Diverged || lane.state == LaneState::Failed;
}

}  // namespace

SummaryCard::SummaryCard(const ThemeController& theme, QWidget* parent)
    : Surface(theme, Colour::Panel, {}, parent),
      header_(new PanelHeader(theme, tr("Summary"), this)),
      card_(new QWidget(this)) {
  auto* column = new QVBoxLayout(this);
  column->addWidget(header_);
  column->addWidget(card_);
  buildCard();
  buildOffers(*column);
  column->addStretch(1);
  theme.follow(this, [this] { applyTheme(); });
}

void SummaryCard::buildCard() {
  auto* explain = new QPushButton(themeIcon(controller(), QStringLiteral("explain")), tr("Explain"), this);
  explain->setFlat(true);
  explain->setToolTip(tr("Back to the explanation of the last control"));
  explain->setAccessibleDescription(explain->toolTip());
  connect(explain, &QPushButton::clicked, this, &SummaryCard::explainRequested);
  header_->addTrailing(explain);
  cardColumn_ = new QVBoxLayout(card_);
  auto* titleRow = new QHBoxLayout;
  mark_ = new IconMark(card_);
  title_ = new ThemedLabel(controller(), FontRole::Title, Colour::Text, card_);
  titleRow->addWidget(mark_);
  titleRow->addWidget(title_, 1);
  runLine_ = new ThemedLabel(controller(), FontRole::Body, Colour::TextSecondary, card_);
  runLine_->setWordWrap(true);
  verdict_ = new ThemedLabel(controller(), FontRole::Body, Colour::Text, card_);
  verdict_->setWordWrap(true);
  verdict_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  cardColumn_->addLayout(titleRow);
  cardColumn_->addWidget(runLine_);
  cardColumn_->addWidget(verdict_);
}

void SummaryCard::buildOffers(QVBoxLayout& column) {
  next_ = new ThemedLabel(controller(), tr("Next"), FontRole::Small, Colour::TextSecondary, this);
  halve_ = new QPushButton(tr("Halve the features"), this);
  halve_->setAccessibleDescription(tr("Restarts lane B with half as many random features"));
  halve_->hide();
  openPicture_ = new QPushButton(tr("Open your own picture"), this);
  openPicture_->setToolTip(tr("Opens a picture file and starts both lanes on it"));
  openPicture_->setAccessibleDescription(openPicture_->toolTip());
  connect(halve_, &QPushButton::clicked, this, &SummaryCard::halveFeaturesRequested);
  connect(openPicture_, &QPushButton::clicked, this, &SummaryCard::openPictureRequested);
  column.addWidget(next_);
  column.addWidget(halve_);
  column.addWidget(openPicture_);
  showPrimary();
}

void SummaryCard::setHalveOffer(bool available, const QString& outcome) {
  halve_->setVisible(available);
  halve_->setToolTip(outcome.isEmpty()
                         ? halve_->accessibleDescription()
                         : tr("Restarts lane B with half as many random features: %1").arg(outcome));
  showPrimary();
}

// One primary button: the first offer.
void SummaryCard::showPrimary() {
  const bool halveFirst = !halve_->isHidden();
  halve_->setProperty("primary", halveFirst);
  openPicture_->setProperty("primary", !halveFirst);
  halve_->update();
  openPicture_->update();
}

void SummaryCard::setResult(const RunResult& result) {
  result_ = result;
  const LaneResult& a = result.lane(LaneId::A);
  const LaneResult& b = result.lane(LaneId::B);
  header_->setSubject(tr("run %1").arg(result.runNumber));
  title_->setText(failedOrDiverged(a) || failedOrDiverged(b) ? tr("Ended early") : tr("Finished"));
  runLine_->setText(runLine(result));
  verdict_->setText(verdict(result));
  delete table_;
  table_ = new QWidget(card_);
  figures_ = new QGridLayout(table_);
  figures_->setColumnStretch(0, 1);
  addFigure(QString(), QStringLiteral("A") + kNoBreak + a.name, QStringLiteral("B") + kNoBreak + b.name);
  const QString dB = QStringLiteral("dB"), ms = QStringLiteral("ms"), s = QStringLiteral("s");
  addFigure(tr("Train PSNR"), withUnit(a.trainPsnrDb, 1, dB), withUnit(b.trainPsnrDb, 1, dB));
  addFigure(tr("Held-out PSNR"), withUnit(a.heldoutPsnrDb, 1, dB), withUnit(b.heldoutPsnrDb, 1, dB));
  if (std::isfinite(a.correlation) || std::isfinite(b.correlation))
    addFigure(tr("Correlation"), withUnit(a.correlation, 3, {}), withUnit(b.correlation, 3, {}));
  addFigure(tr("Parameters"), countText(a.parameters), countText(b.parameters));
  const auto merges = [](const LaneResult& lane) {
    return lane.mergedParameters > 0 && lane.mergedParameters != lane.parameters;
  };
  if (merges(a) || merges(b)) {
    addFigure(tr("after joining"), countText(merges(a) ? a.mergedParameters : a.parameters),
              countText(merges(b) ? b.mergedParameters : b.parameters));
  }
  addFigure(tr("Per step"), withUnit(a.millisecondsPerStep, 1, ms), withUnit(b.millisecondsPerStep, 1, ms));
  addFigure(tr("Time used"), withUnit(a.seconds, 1, s), withUnit(b.seconds, 1, s));
  cardColumn_->insertWidget(2, table_);
  setAccessibleName(tr("Summary of run %1").arg(result.runNumber));
  setAccessibleDescription(verdict_->text());
  applyTheme();
}

void SummaryCard::addFigure(const QString& name, const QString& a, const QString& b) {
  const int row = figures_->rowCount();
  const bool isHead = name.isEmpty();
  const std::array texts = {name, a, b};
  for (int column = 0; column < 3; ++column) {
    const Colour colour = !isHead || column == 0 ? Colour::Text
                          : column == 1          ? Colour::LaneAText
                                                 : Colour::LaneBText;
    auto* label = new ThemedLabel(controller(), texts[static_cast<std::size_t>(column)],
                                  isHead ? FontRole::BodyBold : FontRole::Body, colour, table_);
    label->setWordWrap(column == 0);
    label->setAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    figures_->addWidget(label, row, column);
  }
}

void SummaryCard::applyTheme() {
  const Theme& look = controller().theme();
  layout()->setContentsMargins(look.u(3), 0, look.u(3), look.u(3));
  layout()->setSpacing(look.u(2));
  cardColumn_->setContentsMargins(look.u(3), look.u(4), look.u(3), look.u(3));
  cardColumn_->setSpacing(look.u(2));
  const bool bad = failedOrDiverged(result_.lane(LaneId::A)) || failedOrDiverged(result_.lane(LaneId::B));
  mark_->setFixedSize(look.u(6), look.u(6));
  mark_->setIcon(bad ? QStringLiteral("diverged") : QStringLiteral("check"),
                 look.colour(bad ? Colour::Diverged : Colour::Finished), look.height(Height::Icon));
  if (figures_ == nullptr) return;
  figures_->setContentsMargins(0, 0, 0, 0);
  figures_->setVerticalSpacing(0);
  figures_->setHorizontalSpacing(look.u(2));
  for (int row = 1; row < figures_->rowCount(); ++row) figures_->setRowMinimumHeight(row, look.u(5.5));
}

void SummaryCard::paintEvent(QPaintEvent* event) {
  Surface::paintEvent(event);
  const Theme& look = controller().theme();
  QPainter painter(this);
  const QRect card = card_->geometry();
  drawPanel(painter, card, 0, look.colour(Colour::Stage), look.colour(Colour::LineStrong));
  drawEdge(painter, card, Qt::TopEdge, look.colour(Colour::Accent), 3);
  if (figures_ == nullptr) return;
  for (int row = 1; row < figures_->rowCount(); ++row) {
    const QRect cell = figures_->cellRect(row, 0);
    const QPoint corner = table_->mapTo(this, QPoint(0, 0));
    const QRect line(corner.x(), corner.y() + cell.top(), table_->width(), cell.height());
    drawEdge(painter, line, Qt::BottomEdge, look.colour(Colour::Line));
  }
}

}  // namespace kernelscope::ui

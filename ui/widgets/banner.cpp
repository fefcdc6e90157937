#include "ui/widgets/banner.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/themed_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>
#include <QToolButton>
#include <QVariantAnimation>
#include <algorithm>

namespace kernelscope::ui {

namespace {

RunMark markOf(BannerKind kind) {
  if (kind == BannerKind::Error) return RunMark::Diverged;
  return kind == BannerKind::Warning ? RunMark::Warning : RunMark::Notice;
}

Colour washOf(BannerKind kind) {
  if (kind == BannerKind::Error) return Colour::DivergedWash;
  return kind == BannerKind::Warning ? Colour::WarningWash : Colour::Wash;
}

Colour lineOf(BannerKind kind) {
  if (kind == BannerKind::Error) return Colour::Diverged;
  return kind == BannerKind::Warning ? Colour::Warning : Colour::Accent;
}

}  // namespace

BannerHost::BannerHost(const ThemeController& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setFixedHeight(0);
  setVisible(false);
  build();
  slide_ = new QVariantAnimation(this);
  slide_->setEasingCurve(QEasingCurve::OutCubic);
  connect(slide_, &QVariantAnimation::valueChanged, this,
          [this](const QVariant& height) { setFixedHeight(height.toInt()); });
  connect(slide_, &QVariantAnimation::finished, this, [this] { setVisible(height() > 0); });
}

void BannerHost::build() {
  content_ = new QWidget(this);
  mark_ = new RunMarkIcon(theme_, RunMark::Notice, Height::Icon);
  title_ = new ThemedLabel(theme_, FontRole::BodyBold);
  detail_ = new ThemedLabel(theme_, FontRole::Body, Colour::TextSecondary);
  older_ = new ThemedLabel(theme_, FontRole::Body, Colour::TextSecondary);
  for (ThemedLabel* label : {title_, detail_, older_}) {
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  button_ = new QPushButton;
  button_->setAutoDefault(false);
  detailsButton_ = new QToolButton;
  detailsButton_->setText(tr("Details"));
  detailsButton_->setToolTip(tr("Show or hide the earlier messages"));
  closeButton_ = new QToolButton;
  closeButton_->setIcon(themeIcon(theme_, QStringLiteral("close")));
  closeButton_->setToolTip(tr("Close this message"));
  closeButton_->setAccessibleName(tr("Close this message"));
  for (QToolButton* flat : {detailsButton_, closeButton_}) flat->setAutoRaise(true);
  auto* words = new QVBoxLayout;
  words->setSpacing(theme_.theme().u(0.5));
  words->addStretch(1);
  for (ThemedLabel* label : {title_, detail_, older_}) words->addWidget(label);
  words->addStretch(1);
  auto* row = new QHBoxLayout(content_);
  row->addWidget(mark_);
  row->addLayout(words, 1);
  for (QWidget* control : {static_cast<QWidget*>(button_), static_cast<QWidget*>(detailsButton_),
                           static_cast<QWidget*>(closeButton_)}) {
    control->setFocusPolicy(Qt::TabFocus);
    row->addWidget(control);
  }
  theme_.follow(this, [this, row] {
    const Theme& t = theme_.theme();
    row->setContentsMargins(t.u(3), t.u(1) + 2, t.u(2), t.u(1));
    row->setSpacing(t.u(2.5));
    if (current()) showFront();
  });
  connect(button_, &QPushButton::clicked, this, &BannerHost::act);
  connect(closeButton_, &QToolButton::clicked, this, &BannerHost::closeFront);
  connect(detailsButton_, &QToolButton::clicked, this, [this] {
    detailsOpen_ = !detailsOpen_;
    showFront();
  });
}

void BannerHost::post(BannerMessage message) {
  if (!message.key.isEmpty()) {
    std::erase_if(messages_, [&](const BannerMessage& other) { return other.key == message.key; });
  }
  messages_.push_back(std::move(message));
  showFront();
}

void BannerHost::say(BannerKind kind, const QString& key, const QString& title, const QString& detail) {
  BannerMessage message;
  message.kind = kind;
  message.title = title;
  message.detail = detail;
  message.key = key;
  post(std::move(message));
}

void BannerHost::withdraw(const QString& key) {
  const std::size_t before = messages_.size();
  std::erase_if(messages_, [&](const BannerMessage& message) { return message.key == key; });
  if (messages_.size() != before) showFront();
}

void BannerHost::dismiss() {
  if (messages_.empty()) return;
  messages_.pop_back();
  showFront();
}

void BannerHost::closeFront() {
  if (messages_.empty()) return;
  const std::function<void()> dismissed = messages_.back().dismissed;
  dismiss();
  if (dismissed) dismissed();
}

void BannerHost::act() {
  if (messages_.empty()) return;
  const std::function<void()> action = messages_.back().action;
  dismiss();
  if (action) action();
}

void BannerHost::showFront() {
  const BannerMessage* front = current();
  if (!front) {
    detailsOpen_ = false;
    slideTo(0);
    return;
  }
  mark_->setMark(markOf(front->kind));
  title_->setText(front->title);
  detail_->setText(front->detail);
  detail_->setVisible(!front->detail.isEmpty());
  button_->setText(front->button);
  button_->setAccessibleName(front->button);
  button_->setVisible(!front->button.isEmpty());
  fillDetails();
  setAccessibleName(front->title);
  setAccessibleDescription(front->detail);
  slideTo(contentHeight());
  update();
}

void BannerHost::fillDetails() {
  if (messages_.size() < 2) detailsOpen_ = false;
  detailsButton_->setVisible(messages_.size() > 1);
  QStringList lines;
  for (std::size_t i = messages_.size() - 1; i-- > 0;) {
    lines << tr("Earlier: %1 %2").arg(messages_[i].title, messages_[i].detail).trimmed();
  }
  older_->setText(lines.join('\n'));
  older_->setVisible(detailsOpen_);
}

int BannerHost::contentHeight() const {
  const Theme& t = theme_.theme();
  const bool oneLine = !detail_->isVisibleTo(content_) && !older_->isVisibleTo(content_);
  const int least = t.height(oneLine ? Height::BannerOneLine : Height::BannerTwoLines);
  const int width = std::max(this->width(), t.u(60));
  content_->layout()->activate();
  const int needed = content_->layout()->hasHeightForWidth() ? content_->layout()->heightForWidth(width)
                                                             : content_->layout()->sizeHint().height();
  return std::max(least, needed);
}

void BannerHost::slideTo(int height) {
  slide_->stop();
  openHeight_ = height;
  content_->setFixedHeight(std::max(height, content_->height()));
  if (height > 0) content_->setFixedHeight(height);
  const int duration = theme_.theme().motion(Motion::Banner);
  if (duration == 0) {
    setFixedHeight(height);
    setVisible(height > 0);
    return;
  }
  if (height > 0) setVisible(true);
  slide_->setStartValue(this->height());
  slide_->setEndValue(height);
  slide_->setDuration(duration);
  slide_->start();
}

QSize BannerHost::sizeHint() const {
  return {theme_.theme().u(60), openHeight_};
}

void BannerHost::resizeEvent(QResizeEvent* event) {
  content_->setFixedWidth(width());
  const bool widthChanged = event->oldSize().width() != event->size().width();
  if (widthChanged && current() && slide_->state() != QAbstractAnimation::Running) {
    const int needed = contentHeight();
    if (needed != openHeight_) slideTo(needed);
  }
}

void BannerHost::paintEvent(QPaintEvent*) {
  const Theme& t = theme_.theme();
  const BannerKind kind = current() ? current()->kind : BannerKind::Notice;
  QPainter painter(this);
  painter.fillRect(rect(), t.colour(washOf(kind)));
  drawEdge(painter, rect(), Qt::BottomEdge, t.colour(Colour::Line));
  drawEdge(painter, rect(), Qt::TopEdge, t.colour(lineOf(kind)), 2);
}

}  // namespace kernelscope::ui

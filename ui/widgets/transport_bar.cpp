#include "ui/widgets/transport_bar.h"

#include "ui/command_registry.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/command_button.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/speed_control.h"
#include "ui/widgets/themed_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpressionValidator>
#include <algorithm>
#include <array>

namespace kernelscope::ui {

namespace {

constexpr double kKeysFromU = 400;  // 1600 px at u = 4: room for keys inside the buttons

constexpr std::array kRaces = {"steps", "time", "size"};  // in the order of the segments

class UprightLine final : public QFrame {
 public:
  UprightLine() { setFrameStyle(QFrame::VLine | QFrame::Plain); }
};

}  // namespace

TransportBar::TransportBar(const ThemeController& theme, CommandRegistry& commands, QWidget* parent)
    : Surface(theme, Colour::Chrome, Qt::BottomEdge, parent), commands_(commands) {
  setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  auto* row = new QHBoxLayout(this);
  buildRun(row);
  row->addWidget(new UprightLine);
  speed_ = new SpeedControl(theme);
  row->addWidget(speed_);
  row->addWidget(new UprightLine);
  buildSeed(row);
  buildRace(row);
  row->addStretch(1);
  buildOutput(row);
  setState(TransportState::Idle);
  theme.follow(this, [this, row] {
    const Theme& t = controller().theme();
    row->setContentsMargins(t.u(3), 0, t.u(3), 1);
    row->setSpacing(t.u(1.5));
    setFixedHeight(t.height(Height::Transport));
    seedField_->setFixedWidth(t.width(Width::ValueField));
    for (QFrame* line : findChildren<QFrame*>()) {
      if (line->frameShape() == QFrame::VLine) line->setFixedSize(t.u(4), t.u(6));
    }
    arrange();
  });
}

void TransportBar::buildRun(QHBoxLayout* row) {
  reset_ = new CommandButton(controller(), commands_.action(command::kReset));
  play_ = new CommandButton(controller(), commands_.action(command::kPlayPause));
  step_ = new CommandButton(controller(), commands_.action(command::kStep));
  play_->setKeyShown(true);
  play_->setPrimary(true);
  for (CommandButton* button : {reset_, play_, step_}) row->addWidget(button);
}

void TransportBar::buildSeed(QHBoxLayout* row) {
  seedLabel_ = new ThemedLabel(controller(), tr("Seed"), FontRole::Body, Colour::TextSecondary);
  seedField_ = new QLineEdit;
  seedField_->setAlignment(Qt::AlignRight);
  seedField_->setValidator(
      new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{1,20}")), seedField_));
  seedField_->setToolTip(
      tr("The seed of both lanes: the same seed gives the same run. Enter takes it, Esc leaves it."));
  seedField_->setAccessibleName(tr("Seed"));
  seedField_->installEventFilter(this);
  seedLabel_->setBuddy(seedField_);
  connect(seedField_, &QLineEdit::editingFinished, this, &TransportBar::takeSeed);
  die_ = new CommandButton(controller(), commands_.action(command::kNewSeed));
  die_->setTextShown(false);
  row->addWidget(seedLabel_);
  row->addWidget(seedField_);
  row->addWidget(die_);
}

void TransportBar::buildRace(QHBoxLayout* row) {
  raceLabel_ = new ThemedLabel(controller(), tr("Race"), FontRole::Body, Colour::TextSecondary);
  race_ = new SegmentBar;
  race_->setAccessibleName(tr("Race"));
  race_->addSegment(tr("Steps"), tr("Both lanes do the same number of steps"));
  race_->addSegment(tr("Time"),
                    tr("Both lanes train for the same time; it ends when the first has used its steps. "
                       "Starts both again"));
  race_->addSegment(tr("Size"), tr("Both lanes train equally many parameters: the features m of lane B are "
                                   "solved for. Then equal steps"));
  connect(race_, &SegmentBar::selected, this, [this](int index) {
    emit raceChosen(QString::fromLatin1(kRaces[static_cast<std::size_t>(index)]));
  });
  row->addWidget(new UprightLine);
  row->addWidget(raceLabel_);
  row->addWidget(race_);
}

void TransportBar::setRace(const QString& race) {
  const auto found = std::find(kRaces.begin(), kRaces.end(), race);
  race_->setCurrentIndex(static_cast<int>(found - kRaces.begin()));
}

void TransportBar::buildOutput(QHBoxLayout* row) {
  copy_ = new CommandButton(controller(), commands_.action(command::kCopySetUp));
  auto* exportMenu = new QAction(themeIcon(controller(), QStringLiteral("export")), tr("Export"), this);
  exportMenu->setToolTip(tr("Save the figure, the numbers or the weights"));
  export_ = new CommandButton(controller(), exportMenu);
  auto* menu = new QMenu(export_);
  const QList<QAction*> exports{commands_.action(command::kExportFigure),
                                commands_.action(command::kExportNumbers),
                                commands_.action(command::kExportWeights)};
  menu->addActions(exports);
  const auto follow = [exportMenu, exports] {
    exportMenu->setVisible(
        std::any_of(exports.begin(), exports.end(), [](QAction* one) { return one->isVisible(); }));
    exportMenu->setEnabled(
        std::any_of(exports.begin(), exports.end(), [](QAction* one) { return one->isEnabled(); }));
  };
  for (QAction* one : exports) connect(one, &QAction::changed, this, follow);
  follow();
  export_->setMenu(menu);
  export_->setPopupMode(QToolButton::InstantPopup);
  row->addWidget(copy_);
  row->addWidget(export_);
}

void TransportBar::setState(TransportState state) {
  struct Look {
    QString text, help;
    const char* icon;
  };
  const auto look = [state]() -> Look {
    switch (state) {
      case TransportState::Running:
        return {tr("&Pause"), tr("Train, or pause the training"), "pause"};
      case TransportState::Ended:
        return {tr("&Run on"), tr("Train for more steps"), "play"};
      case TransportState::Answered:
        return {tr("&Recompute"), tr("Compute the answer again"), "play"};
      case TransportState::Answering:
        return {tr("&Cancel"), tr("Stop computing; the last answer stays"), "close"};
      case TransportState::Idle:
      case TransportState::Paused:
        break;
    }
    return {tr("&Play"), tr("Train, or pause the training"), "play"};
  }();
  state_ = state;
  const bool answers = state == TransportState::Answered || state == TransportState::Answering;
  QAction* play = commands_.action(command::kPlayPause);
  play->setText(look.text);
  play->setIconText(QString(look.text).remove(QLatin1Char('&')));
  play->setToolTip(QStringLiteral("%1 (%2)").arg(look.help, tr("Space")));
  play->setStatusTip(look.help);
  play->setIcon(themeIcon(controller(), QLatin1String(look.icon)));
  play_->reserve(answers ? QStringList{tr("Recompute"), tr("Cancel")}
                         : QStringList{tr("Play"), tr("Pause"), tr("Run on")});
  play_->setPrimary(state != TransportState::Ended);
}

void TransportBar::setTrains(bool trains) {
  for (QWidget* part : std::initializer_list<QWidget*>{speed_, race_, raceLabel_}) part->setEnabled(trains);
}

void TransportBar::setSeed(std::uint64_t seed) {
  seed_ = seed;
  seedField_->setText(QString::number(seed));
}

void TransportBar::takeSeed() {
  bool fits = false;
  const quint64 typed = seedField_->text().toULongLong(&fits);
  if (!fits) {
    setSeed(seed_);
  } else if (typed != seed_) {
    seed_ = typed;
    emit seedChosen(typed);
  }
}

bool TransportBar::eventFilter(QObject* watched, QEvent* event) {
  if (watched == seedField_ && event->type() == QEvent::KeyPress &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    setSeed(seed_);
    seedField_->selectAll();
    return true;
  }
  return Surface::eventFilter(watched, event);
}

void TransportBar::resizeEvent(QResizeEvent* event) {
  Surface::resizeEvent(event);
  arrange();
}

// Keys are named inside the buttons when the window is wide; Copy and Export lose their words first, then
// the words before speed and race go, then the speed, which has its keys.
void TransportBar::arrange() {
  const Theme& t = controller().theme();
  const bool keys = width() >= t.u(kKeysFromU);
  for (CommandButton* button : {reset_, step_}) button->setKeyShown(keys);
  for (CommandButton* button : {copy_, export_}) button->setTextShown(true);
  speed_->setVisible(true);
  speed_->setLabelShown(true);
  raceLabel_->setVisible(true);
  const auto tooNarrow = [this] { return layout()->minimumSize().width() > width(); };
  if (tooNarrow()) {
    for (CommandButton* button : {copy_, export_}) button->setTextShown(false);
  }
  if (tooNarrow()) {
    speed_->setLabelShown(false);
    raceLabel_->setVisible(false);
  }
  if (tooNarrow()) speed_->setVisible(false);
}

}  // namespace kernelscope::ui

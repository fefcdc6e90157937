#include "ui/pages/clock_controls.h"

#include "ui/main_window.h"
#include "ui/models/config_model.h"
#include "ui/pages/run_words.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/speed_control.h"
#include "ui/widgets/themed_label.h"
#include "ui/widgets/transport_bar.h"
#include "ui/widgets/value_menu.h"

#include <QSlider>

namespace kernelscope::ui {

namespace {
constexpr auto kRacePattern = "/race";
constexpr auto kSpeedTopic = "run:speed";
}  // namespace

ClockControls::ClockControls(MainWindow& window, ConfigModel& model, RunPresenter& presenter,
                             ThemedLabel& raceWords, std::function<void(const QString& topic)> explain,
                             QObject* parent)
    : QObject(parent),
      window_(window),
      model_(model),
      presenter_(presenter),
      raceWords_(raceWords),
      explain_(std::move(explain)) {
  connectSpeed();
  connectRace();
  showRace();
}

void ClockControls::connectSpeed() {
  SpeedControl& speed = window_.transport().speed();
  CommandRegistry& commands = window_.commands();
  connect(&speed, &SpeedControl::paceChosen, &presenter_, &RunPresenter::setPace);
  connect(commands.action(QString::fromLatin1(command::kSlowMotion)), &QAction::triggered, &speed,
          &SpeedControl::toggleSlowMotion);
  connect(commands.action(QString::fromLatin1(command::kSlower)), &QAction::triggered, &speed,
          [&speed] { speed.changeBy(-1); });
  connect(commands.action(QString::fromLatin1(command::kFaster)), &QAction::triggered, &speed,
          [&speed] { speed.changeBy(1); });
  ValueMenu menu;
  menu.topic = QString::fromLatin1(kSpeedTopic);
  menu.text = [&speed] { return speed.text(); };
  menu.isDefault = [&speed] { return speed.isDefault(); };
  menu.reset = [&speed] { speed.reset(); };
  menu.explain = explain_;
  giveValueMenu(*speed.slider(), menu);
}

void ClockControls::connectRace() {
  TransportBar& transport = window_.transport();
  connect(&transport, &TransportBar::raceChosen, this,
          [this](const QString& race) { model_.setValue(kRacePattern, race.toStdString()); });
  connect(&model_, &ConfigModel::documentChanged, this, &ClockControls::showRace);
  ValueMenu menu;
  menu.topic = QString::fromLatin1(kRacePattern);
  menu.text = [this] { return raceWords(model_.config()); };
  menu.isDefault = [this] { return model_.isDefault(kRacePattern); };
  menu.reset = [this] { model_.resetValue(kRacePattern); };
  menu.explain = explain_;
  giveValueMenu(transport.race(), menu);
}

// A race that the set-up does not allow stays chosen and is said in the banner of the issues.
void ClockControls::showRace() {
  raceWords_.setText(raceWords(model_.config()));
  const FieldState state = model_.state(kRacePattern);
  if (state.value.is_string())
    window_.transport().setRace(QString::fromStdString(state.value.get<std::string>()));
}

}  // namespace kernelscope::ui

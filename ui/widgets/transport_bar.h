#pragma once
// The controls of a run, the same on every page: Reset, Play or Pause, Step, speed, the seed with its die,
// the race, and at the right Copy set-up and Export.

#include "ui/widgets/surface.h"

#include <cstdint>

class QHBoxLayout;
class QLineEdit;

namespace kernelscope::ui {

class CommandButton;
class CommandRegistry;
class SegmentBar;
class SpeedControl;
class ThemedLabel;

enum class TransportState {
  Idle,     // nothing runs yet: Play, primary
  Running,  // Pause, primary
  Paused,   // Play, primary
  Ended,    // Run on, plain: the first offer of the summary is the primary button now
  // Of a page that answers instead of training:
  Answered,   // Recompute, primary
  Answering,  // Cancel, primary
};

class TransportBar final : public Surface {
  Q_OBJECT

 public:
  TransportBar(const ThemeController& theme, CommandRegistry& commands, QWidget* parent = nullptr);

  // Changes words, icon and rank of Play; whether it is possible is the registry's business.
  void setState(TransportState state);
  TransportState state() const { return state_; }

  // Shows the seed of the run; no signal.
  void setSeed(std::uint64_t seed);
  std::uint64_t seed() const { return seed_; }
  QLineEdit* seedField() const { return seedField_; }
  // Shows which race is on: "steps", "time" or "size"; no signal.
  void setRace(const QString& race);
  SegmentBar& race() const { return *race_; }
  SpeedControl& speed() const { return *speed_; }
  // Speed and race are greyed on pages where nothing trains.
  void setTrains(bool trains);

 signals:
  // The user typed another seed.
  void seedChosen(quint64 seed);
  // The user chose another race.
  void raceChosen(const QString& race);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void buildRun(QHBoxLayout* row);
  void buildSeed(QHBoxLayout* row);
  void buildRace(QHBoxLayout* row);
  void buildOutput(QHBoxLayout* row);
  void takeSeed();
  void arrange();

  CommandRegistry& commands_;
  TransportState state_ = TransportState::Idle;
  std::uint64_t seed_ = 0;
  CommandButton* reset_ = nullptr;
  CommandButton* play_ = nullptr;
  CommandButton* step_ = nullptr;
  CommandButton* die_ = nullptr;
  CommandButton* copy_ = nullptr;
  CommandButton* export_ = nullptr;
  SpeedControl* speed_ = nullptr;
  SegmentBar* race_ = nullptr;
  ThemedLabel* raceLabel_ = nullptr;
  ThemedLabel* seedLabel_ = nullptr;
  QLineEdit* seedField_ = nullptr;
};

}  // namespace kernelscope::ui

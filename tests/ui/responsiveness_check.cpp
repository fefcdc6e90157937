// Measures how the window behaves while both lanes train flat out, and prints figures:
//   responsiveness_check [MINUTES]
// 200 synthetic clicks posted by another thread (time until each was handled), pause (time until no lane
// steps any more), resizing (pictures that came out blank), and with MINUTES the memory of that many minutes
// of training and restarting. Ends with 1 if a bar is missed.
#include "engine/core/compute_pool.h"
#include "tests/support/temporary_folder.h"
#include "ui/application_settings.h"
#include "ui/main_window.h"
#include "ui/models/config_model.h"
#include "ui/pages/experiment_files.h"
#include "ui/pages/image_field_page.h"
#include "ui/panels/stage_column.h"
#include "ui/panels/stage_tiles.h"

#include <unistd.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QTabBar>
#include <QTest>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <mutex>
#include <thread>

using namespace kernelscope;
using namespace kernelscope::ui;
using Clock = std::chrono::steady_clock;

namespace {

double millisecondsSince(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double residentMebibytes() {
  std::ifstream statm("/proc/self/statm");
  long pages = 0, resident = 0;
  statm >> pages >> resident;
  return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1048576.0;
}

// Notes when mouse releases posted by the clicker have been handled.
class ClickWatch final : public QObject {
 public:
  void posted(int index) {
    const std::scoped_lock lock(mutex_);
    if (static_cast<std::size_t>(index) >= sent_.size()) sent_.resize(static_cast<std::size_t>(index) + 1);
    sent_[static_cast<std::size_t>(index)] = Clock::now();
  }
  // Queued behind the click it belongs to.
  void handled(int index) {
    const std::scoped_lock lock(mutex_);
    delays_.push_back(millisecondsSince(sent_[static_cast<std::size_t>(index)]));
  }
  std::vector<double> delays() const { return delays_; }

 private:
  std::mutex mutex_;
  std::vector<Clock::time_point> sent_;
  std::vector<double> delays_;
};

void click(QWidget& target, QPointF place) {
  const QPointF global = target.mapToGlobal(place);
  QCoreApplication::postEvent(&target, new QMouseEvent(QEvent::MouseButtonPress, place, global,
                                                       Qt::LeftButton, Qt::LeftButton, Qt::NoModifier));
  QCoreApplication::postEvent(&target, new QMouseEvent(QEvent::MouseButtonRelease, place, global,
                                                       Qt::LeftButton, Qt::NoButton, Qt::NoModifier));
}

struct Program {
  test::TemporaryFolder folder;
  ApplicationSettings settings{QString::fromStdString((folder.path() / "settings.ini").string())};
  ThemeController theme;
  std::shared_ptr<ComputePool> pool = std::make_shared<ComputePool>(availableThreads());
  ConfigModel model{longExperiment()};
  RunPresenter presenter{pool};
  std::unique_ptr<MainWindow> window;
  std::unique_ptr<ExperimentFiles> files;
  std::unique_ptr<ImageFieldPage> page;

  static ExperimentConfig longExperiment() {
    ExperimentConfig config = defaultExperiment();
    config.steps = 100000;
    return config;
  }
  Program() {
    theme.install();
    window = std::make_unique<MainWindow>(theme, settings);
    files = std::make_unique<ExperimentFiles>(settings, *window);
    page = std::make_unique<ImageFieldPage>(theme, settings, *window, *files, model, presenter);
    window->addPage(*page);
    window->resize(1366, 768);
    window->show();
    presenter.start(model.config());
  }
  bool training() const {
    const auto& a = presenter.snapshot(LaneId::A);
    return a && a->step > 3;
  }
};

bool clicksAreHandled(Program& program) {
  constexpr int kClicks = 200;
  QTabBar* tabs = program.window->findChild<QTabBar*>();
  std::vector<QPointF> places;
  for (int tab = 0; tab < tabs->count(); ++tab) places.emplace_back(tabs->tabRect(tab).center());
  ClickWatch watch;
  std::jthread clicker([&] {
    for (int i = 0; i < kClicks; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(60 + i * 37 % 50));
      watch.posted(i);
      click(*tabs, places[static_cast<std::size_t>(i) % places.size()]);
      QMetaObject::invokeMethod(
          &watch, [&watch, i] { watch.handled(i); }, Qt::QueuedConnection);
    }
  });
  const bool all = QTest::qWaitFor([&] { return watch.delays().size() == kClicks; }, 120000);
  std::vector<double> delays = watch.delays();
  std::ranges::sort(delays);
  if (!all || delays.empty()) return false;
  const double at95 = delays[delays.size() * 95 / 100];
  std::printf("clicks: %zu, median %.1f ms, 95 %% within %.1f ms, worst %.1f ms\n", delays.size(),
              delays[delays.size() / 2], at95, delays.back());
  return at95 <= 100;
}

bool pauseIsQuick(Program& program) {
  const double step = program.presenter.snapshot(LaneId::A)->millisecondsPerStep +
                      program.presenter.snapshot(LaneId::B)->millisecondsPerStep;
  double worst = 0;
  for (int i = 0; i < 20; ++i) {
    QTest::qWait(150);
    const Clock::time_point start = Clock::now();
    program.presenter.pause();
    const auto paused = [&] {
      return std::ranges::all_of(
          kLanes, [&](LaneId lane) { return program.presenter.snapshot(lane)->state == LaneState::Paused; });
    };
    if (!QTest::qWaitFor(paused, 5000)) return false;
    worst = std::max(worst, millisecondsSince(start));
    program.presenter.play();
  }
  std::printf("pause: both lanes said so within %.1f ms (one step of both: %.1f ms)\n", worst, step);
  return worst <= step + 100;
}

bool isBlank(const QImage& picture) {
  const QRgb first = picture.pixel(picture.width() / 2, picture.height() / 2);
  for (int y = 0; y < picture.height(); y += 3) {
    for (int x = 0; x < picture.width(); x += 3) {
      if (picture.pixel(x, y) != first) return false;
    }
  }
  return true;
}

bool resizingNeverBlanks(Program& program) {
  int blank = 0, looked = 0;
  for (int i = 0; i < 80; ++i) {
    program.window->resize(1000 + i * 67 % 700, 650 + i * 41 % 400);
    QTest::qWait(20);
    const QImage stage = program.page->stage().tiles().grab().toImage();
    const int third = stage.width() / 3;
    for (int tile = 0; tile < 3; ++tile) {
      ++looked;
      const QRect middle(tile * third + third / 4, stage.height() / 3, third / 2, stage.height() / 3);
      if (isBlank(stage.copy(middle))) ++blank;
    }
  }
  std::printf("resizing: %d of %d tiles looked at were blank\n", blank, looked);
  return blank == 0;
}

// Restarts and edits in turn, as a restless user; returns after about two seconds.
void disturb(Program& program, int turn) {
  QTest::qWait(2000);
  if (turn % 3 == 0) program.presenter.restart();
  if (turn % 3 == 1) program.model.setValue("/lanes/B/layers/*/features", 16 + turn % 2 * 16);
}

void printMemory(const char* when, const Program& program, double minutes) {
  std::printf("memory %s: %.1f min, %.1f MiB, of them replaced runs %.1f MiB\n", when, minutes,
              residentMebibytes(), static_cast<double>(program.presenter.replacedByteCount()) / 1048576.0);
  std::fflush(stdout);
}

// Undo's memory is bounded, and fills first; how long that takes depends on the speed of a step. The minutes
// that must be flat begin when it is full.
bool memoryIsFlat(Program& program, double minutes) {
  constexpr double kMostMinutesOfFilling = 6;
  constexpr std::size_t kNearlyFull = KeptRuns::kMostBytes / 4 * 3;
  QElapsedTimer clock;
  clock.start();
  const auto elapsed = [&] { return static_cast<double>(clock.elapsed()) / 60000; };
  int turn = 0;
  while (program.presenter.replacedByteCount() < kNearlyFull && elapsed() < kMostMinutesOfFilling) {
    disturb(program, turn++);
    if (turn % 15 == 0) printMemory("filling", program, elapsed());
  }
  printMemory("after filling", program, elapsed());
  clock.restart();
  const double settled = residentMebibytes();
  double most = settled;
  while (elapsed() < minutes) {
    disturb(program, turn++);
    most = std::max(most, residentMebibytes());
    if (turn % 15 == 0) printMemory("flat", program, elapsed());
  }
  const double last = residentMebibytes();
  std::printf("memory: %.1f MiB at the beginning, %.1f MiB at the end, at most %.1f MiB\n", settled, last,
              most);
  return last <= settled * 1.05 + 5;
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  const double minutes = argc > 1 ? QByteArray(argv[1]).toDouble() : 0;
  Program program;
  if (!QTest::qWaitFor([&] { return program.training(); }, 60000)) {
    std::puts("the run did not begin");
    return 1;
  }
  bool good = clicksAreHandled(program);
  good = pauseIsQuick(program) && good;
  good = resizingNeverBlanks(program) && good;
  if (minutes > 0) good = memoryIsFlat(program, minutes) && good;
  program.presenter.shutDown(std::chrono::seconds(20));
  std::puts(good ? "all bars met" : "a bar was missed");
  return good ? 0 : 1;
}

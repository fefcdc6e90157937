// Prints how long a plot of four curves of a million points takes from a move to the drawn frame while it is
// panned, zoomed and grown. Judges nothing; 33 ms are 30 frames per second.

#include "ui/plots/curve_plot.h"
#include "ui/theme/resources.h"
#include "ui/theme/theme_controller.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTextStream>
#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace {

using kernelscope::ui::CurveData;
using kernelscope::ui::CurvePlot;

void report(const char* what, std::vector<double> milliseconds) {
  std::sort(milliseconds.begin(), milliseconds.end());
  QTextStream(stdout) << what << ": median " << milliseconds[milliseconds.size() / 2] << " ms, slowest "
                      << milliseconds.back() << " ms\n";
}

// From the wish to move to the drawn frame.
template <typename Move>
void measure(const char* what, CurvePlot& plot, Move move) {
  std::vector<double> milliseconds;
  for (int frame = 0; frame < 121; ++frame) {
    QElapsedTimer clock;
    clock.start();
    move(frame);
    plot.replotNow();
    plot.repaint();
    milliseconds.push_back(static_cast<double>(clock.nsecsElapsed()) * 1e-6);
  }
  report(what, milliseconds);
}

constexpr int kPoints = 1'000'000;

double value(int step, int series) {
  return 20 + 5 * std::sin(step * 0.37 + series) + 3 * std::log10(step);
}

std::vector<std::shared_ptr<CurveData>> records() {
  std::vector<std::shared_ptr<CurveData>> all;
  QElapsedTimer clock;
  clock.start();
  for (int series = 0; series < 4; ++series) {
    auto data = std::make_shared<CurveData>();
    for (int i = 1; i <= kPoints; ++i) data->append(i, value(i, series));
    all.push_back(data);
  }
  QTextStream(stdout) << "4 x 1,000,000 points appended: "
                      << static_cast<double>(clock.nsecsElapsed()) / (4e6) << " ns each\n";
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  kernelscope::ui::registerResources();
  kernelscope::ui::ThemeController theme;
  theme.install();
  CurvePlot plot(theme);
  plot.resize(758, 220);
  static_cast<QWidget&>(plot).show();
  const auto data = records();
  kernelscope::ui::CurveScene scene;
  scene.xRange = {1, 2.0 * kPoints};
  scene.valueScale = {false, 0, 40, 10, -20};
  scene.head = kPoints;
  // Two lanes, training and held-out.
  for (int i = 0; i < 4; ++i)
    scene.curves.push_back({data[static_cast<std::size_t>(i)], i % 2, i < 2, QStringLiteral("curve")});
  for (const bool logX : {true, false}) {
    scene.logX = logX;
    plot.setScene(scene);
    measure(logX ? "logarithmic steps, whole" : "linear steps, whole", plot, [](int) {});
    const double centre = logX ? 1000 : 500000;
    measure("  zooming in and out", plot,
            [&](int frame) { plot.zoom(centre, frame < 60 ? 1.1 : 1 / 1.1, 20, 1); });
    plot.fit();
    plot.zoom(centre, 4, 20, 1);
    measure("  panning", plot, [&](int frame) {
      const double from = logX ? 1000 : 100000;
      plot.pan(from, frame % 40 < 20 ? from * 1.1 : from / 1.1, 20, 20);
    });
    plot.fit();
    measure("  growing by ten points a frame", plot, [&](int) {
      for (int i = 0; i < 10; ++i) {
        for (int series = 0; series < 4; ++series) {
          CurveData& curve = *data[static_cast<std::size_t>(series)];
          const int step = static_cast<int>(curve.x().back()) + 1;
          curve.append(step, value(step, series));
        }
      }
      plot.dataChanged();
    });
  }
  return 0;
}

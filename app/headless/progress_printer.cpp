#include "app/headless/progress_printer.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace kernelscope {

namespace {

constexpr std::chrono::milliseconds kTerminalInterval{200};
constexpr std::chrono::seconds kPlainInterval{5};

std::string duration(double seconds) {
  const auto whole = static_cast<long>(seconds + 0.5);
  return whole < 3600 ? fmt::format("{}:{:02}", whole / 60, whole % 60)
                      : fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

// The newest loss and train PSNR; lanes that train on derivatives measure the latter now and then.
std::string laneText(const TrainingSnapshot& lane) {
  const MetricHistory& history = lane.history;
  const int loss = std::max(history.columnIndex("loss"), history.columnIndex("mse"));
  const int psnr = history.columnIndex("psnr_db");
  if (history.empty() || loss < 0 || psnr < 0) return fmt::format("{} starting", laneName(lane.lane));
  return fmt::format("{} loss {:.3g} ({:.1f} dB) {:.1f} ms", laneName(lane.lane),
                     history.latest(static_cast<std::size_t>(loss)),
                     history.latest(static_cast<std::size_t>(psnr)), lane.millisecondsPerStep);
}

// "train 31.20 dB  held-out 27.11 dB", and the correlation of a picture recovered from derivatives.
std::string figuresText(const TrainingSnapshot& lane) {
  std::string text = fmt::format("train {:.2f} dB", lane.finalMetric("psnr_db"));
  const double heldOut = lane.finalMetric("heldout_psnr_db"), correlation = lane.finalMetric("correlation");
  if (!std::isnan(heldOut)) text += fmt::format("  held-out {:.2f} dB", heldOut);
  if (!std::isnan(correlation)) text += fmt::format("  correlation {:.4f}", correlation);
  return text;
}

}  // namespace

ProgressPrinter::ProgressPrinter(bool quiet)
    : quiet_(quiet), terminal_(isatty(STDERR_FILENO) == 1), begun_(Clock::now()), shown_(begun_) {}

void ProgressPrinter::note(const std::string& text) {
  if (!quiet_) std::fprintf(stderr, "Picture: %s\n", text.c_str());
}

std::string ProgressPrinter::line(const LaneSnapshots& lanes) const {
  const std::int64_t step = std::min(lanes[0]->step, lanes[1]->step), steps = lanes[0]->steps;
  const double elapsed = std::chrono::duration<double>(Clock::now() - begun_).count();
  const auto done = static_cast<double>(step - firstStep_);
  const std::string eta = done > 0 ? duration(elapsed / done * static_cast<double>(steps - step)) : "-:--";
  return fmt::format("step {} / {}  {}  {}  ETA {}", step, steps, laneText(*lanes[0]), laneText(*lanes[1]),
                     eta);
}

void ProgressPrinter::show(const LaneSnapshots& lanes) {
  if (quiet_) return;
  if (firstStep_ < 0) firstStep_ = std::min(lanes[0]->step, lanes[1]->step);
  const Clock::time_point now = Clock::now();
  if (now - shown_ < (terminal_ ? kTerminalInterval : std::chrono::milliseconds(kPlainInterval))) return;
  shown_ = now;
  std::fprintf(stderr, terminal_ ? "\r\033[K%s" : "%s\n", line(lanes).c_str());
  std::fflush(stderr);
  lineShown_ = terminal_;
}

void ProgressPrinter::clearLine() {
  if (lineShown_) std::fprintf(stderr, "\r\033[K");
  lineShown_ = false;
}

void ProgressPrinter::conclude(const HeadlessOutcome& outcome, const std::string& folder) {
  if (quiet_) return;
  clearLine();
  std::fprintf(stderr, "%s\n", outcome.message.c_str());
  for (const auto& lane : outcome.lanes) {
    if (lane->finalMetrics.empty()) continue;
    const std::string text =
        fmt::format("  {}  {}  {} trained parameters  {:.2f} ms per step", laneName(lane->lane),
                    figuresText(*lane), lane->cost.trainableParameters, lane->millisecondsPerStep);
    std::fprintf(stderr, "%s\n", text.c_str());
  }
  std::fprintf(stderr, "Results in %s\n", folder.c_str());
}

}  // namespace kernelscope

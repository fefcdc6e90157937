#include "app/headless/analysis_printer.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace kernelscope {

namespace {

constexpr std::chrono::milliseconds kLineInterval{200};

}  // namespace

AnalysisPrinter::AnalysisPrinter(bool quiet)
    : quiet_(quiet), terminal_(isatty(STDERR_FILENO) == 1), begun_(Clock::now()), shown_(begun_) {}

void AnalysisPrinter::show(double share) {
  const Clock::time_point now = Clock::now();
  if (quiet_ || !terminal_ || now - shown_ < kLineInterval) return;
  shown_ = now;
  const double elapsed = std::chrono::duration<double>(now - begun_).count();
  const std::string rest = share > 0.02 ? fmt::format("{:.0f} s", elapsed / share * (1 - share)) : "-";
  std::fprintf(stderr, "\r\033[K%s", fmt::format("{:.0f} %  ETA {}", 100 * share, rest).c_str());
  std::fflush(stderr);
  lineShown_ = true;
}

void AnalysisPrinter::conclude(const AnalysisOutcome& outcome, const std::string& folder) {
  if (quiet_) return;
  if (lineShown_) std::fprintf(stderr, "\r\033[K");
  std::fprintf(stderr, "%s\n", outcome.message.c_str());
  for (const std::string& line : outcome.lines) std::fprintf(stderr, "%s\n", line.c_str());
  std::fprintf(stderr, "Results in %s\n", folder.c_str());
}

}  // namespace kernelscope

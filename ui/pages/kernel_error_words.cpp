#include "ui/pages/kernel_error_words.h"

#include "ui/widgets/number_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

constexpr double kFewestShare = 0.05;  // of which a pace can be told

QString studyWords(const char* text) {
  return QCoreApplication::translate("KernelErrorWords", text);
}

QString trialsText(std::int64_t done, std::int64_t all) {
  return studyWords("%1 of %2 trials").arg(countText(done), countText(all));
}

}  // namespace

RunStatus answeredStatus(const KernelErrorReport& report) {
  RunStatus status;
  status.mark = RunMark::Finished;
  const QString time =
      report.seconds < 1 ? millisecondsText(1000 * report.seconds) : durationText(report.seconds);
  status.words = studyWords("Answered in %1").arg(time);
  status.progress = trialsText(report.trials, report.trials);
  status.hasBar = false;
  return status;
}

RunStatus computingStatus(int trials, double share, double seconds) {
  RunStatus status;
  status.mark = RunMark::Running;
  status.words = studyWords("Computing");
  status.steps = trials;
  status.step = std::clamp<std::int64_t>(std::llround(share * trials), 0, trials);
  status.progress = trialsText(status.step, status.steps);
  if (share >= kFewestShare) status.secondsLeft = seconds * (1 - share) / share;
  return status;
}

RunStatus stoppedStatus(bool failed) {
  RunStatus status;
  status.mark = failed ? RunMark::Diverged : RunMark::Paused;
  status.words = failed ? studyWords("Cannot be computed") : studyWords("Cancelled");
  status.progress = studyWords("the last answer stays");
  status.hasBar = false;
  return status;
}

}  // namespace kernelscope::ui

#pragma once
// Changes of a kernel-error study that are worth trying now.

#include "ui/panels/kernel_error/study_names.h"

#include <QString>
#include <utility>
#include <vector>

namespace kernelscope::ui {

struct StudyOffer {
  QString label;
  std::vector<std::pair<QString, QString>> changes;  // pointer, JSON value
};

// At most three, the most useful first; none that would change nothing.
std::vector<StudyOffer> studyOffers(const KernelStudy& study);

}  // namespace kernelscope::ui

#pragma once
// The mathematics of what a reader looks at: estimator, second moment and error law with the present numbers
// in them. Sources: Sehanobish et al. 2023 (universal features), Cho and Saul 2009 (arc-cosine), Kar and
// Karnick 2012 (random Maclaurin features); the second moments are Gaussian integrals.

#include "ui/panels/kernel_error/study_names.h"

#include <QStringList>

namespace kernelscope::ui {

struct StudyTopic {
  QString title;         // "Error against m"
  QStringList equation;  // HTML, one line each
  QString note;          // what the control does, or what the picture shows
};

// `topic` is a pointer of the set-up ("/pairs/norm_x", "/methods/1/A") or what KernelErrorStage::touched
// says. Unknown ones are about the error.
StudyTopic studyTopic(const QString& topic, const KernelStudy& study);

}  // namespace kernelscope::ui

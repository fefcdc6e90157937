#pragma once
// Lines of mathematics of a kernel-error study as HTML, with the present numbers below in small type. The
// study must not be empty, `method` must be one of it.

#include "ui/panels/kernel_error/study_names.h"

#include <QStringList>

namespace kernelscope::ui {

// E|estimate - K| ~ c / sqrt(m), and c of each method.
QStringList errorLaw(const KernelStudy& study);
// std = sqrt((E X^2 - K^2) / m) with numbers; what is not known is said.
QStringList deviationLaw(const KernelStudy& study, std::size_t method);
// How the features of a method become an estimate.
QStringList estimatorLines(const KernelStudy& study, std::size_t method);
// The second moment of one feature.
QStringList secondMomentLines(const KernelStudy& study, std::size_t method);
// m = (std of one / wished error)^2, and the certificate.
QStringList neededLines(const KernelStudy& study, std::size_t method);
QStringList gramLines(const KernelStudy& study);

}  // namespace kernelscope::ui

#pragma once
// Where the axes of a plot put their ticks and what stands beside them.

#include <qcustomplot.h>

namespace kernelscope::ui {

// Decades with 2 to 9 as subticks. When fewer than two decades are in view, 2 and 5 get labels too; when less
// than a third of one is, ticks stand at even steps.
class LogTicker final : public QCPAxisTicker {
 protected:
  QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
  QVector<double> createSubTickVector(int subTickCount, const QVector<double>& ticks) override;
  int getSubTickCount(double tickStep) override;
  QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;

 private:
  QCPRange range_;
  bool evenSteps_ = false;
  double evenStep_ = 1;
};

// Even steps of 1, 2, 2.5 or 5 times a power of ten, no subticks, as many decimals as the step needs.
class LinearTicker final : public QCPAxisTicker {
 protected:
  QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
  int getSubTickCount(double tickStep) override;
  QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;

 private:
  double step_ = 1;
};

}  // namespace kernelscope::ui

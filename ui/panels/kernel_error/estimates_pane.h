#pragma once
// The view "Estimates": histogram of every method, estimate against exact value where there are several
// pairs, and a table of means, biases, deviations, needed features.

#include "ui/panels/kernel_error/study_names.h"
#include "ui/plots/study_chart.h"

#include <QWidget>

namespace kernelscope::ui {

class SegmentLine;
class StudyPlot;
class StudyTable;
class ThemeController;

// Mean estimates with bars from 10 to 90 % against the exact values of the pairs; the line where they agree.
StudyChart scatterChart(const KernelStudy& study);

class EstimatesPane final : public QWidget {
  Q_OBJECT

 public:
  EstimatesPane(const ThemeController& theme, QWidget* parent);

  void setStudy(const KernelStudy& study);

  QWidget& controls() const { return *controls_; }
  StudyPlot& histogram() const { return *histogram_; }
  StudyPlot& scatter() const { return *scatter_; }
  StudyTable& table() const { return *table_; }

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void layParts();

  const ThemeController& theme_;
  KernelStudy study_;
  QWidget* controls_;
  SegmentLine* words_;
  StudyPlot* histogram_;
  StudyPlot* scatter_;
  StudyTable* table_;
};

}  // namespace kernelscope::ui

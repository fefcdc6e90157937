#pragma once
// The view "Spectrum": singular values of the exact matrix, of every method's estimate, and of what is
// between them.

#include "ui/panels/kernel_error/study_names.h"
#include "ui/plots/study_chart.h"
#include "ui/plots/text_segments.h"

#include <QWidget>

class QAbstractButton;
class QToolButton;

namespace kernelscope::ui {

class SegmentLine;
class StudyPlot;
class ThemeController;

// Values below a millionth of the largest are not shown on a logarithmic axis.
StudyChart spectrumChart(const KernelStudy& study, bool logY, bool grid);
// "3rd of 40, exact 1.2, A 1.1 (difference 0.3), ...".
std::vector<TextSegment> spectrumReadout(const KernelStudy& study, std::optional<double> index,
                                         const Theme& theme);

class SpectrumPane final : public QWidget {
  Q_OBJECT

 public:
  SpectrumPane(const ThemeController& theme, QWidget* parent);

  // A preview has no matrices: what was shown stays.
  void setStudy(const KernelStudy& study);

  QWidget& controls() const { return *controls_; }
  QAbstractButton& logYToggle() const;
  QAbstractButton& gridToggle() const;
  StudyPlot& plot() const { return *plot_; }
  QString readout() const;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void refresh();
  void layParts();

  const ThemeController& theme_;
  KernelStudy study_;
  QWidget* controls_;
  SegmentLine* readout_;
  QToolButton* logY_;
  QToolButton* grid_;
  StudyPlot* plot_;
};

}  // namespace kernelscope::ui

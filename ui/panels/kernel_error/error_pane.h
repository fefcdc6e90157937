#pragma once
// The view "Error and Gram": curves above, matrices and histogram below. Its controls stand in the stage's
// header.

#include "ui/panels/kernel_error/error_chart.h"

#include <QWidget>

class QAbstractButton;
class QToolButton;

namespace kernelscope::ui {

class GramRow;
class SegmentLine;
class StudyPlot;
class ThemeController;
class ThemedLabel;

class ErrorPane final : public QWidget {
  Q_OBJECT

 public:
  ErrorPane(const ThemeController& theme, QWidget* parent);

  void setStudy(const KernelStudy& study);
  const ErrorView& view() const { return view_; }
  void setView(const ErrorView& view);

  QWidget& controls() const { return *controls_; }
  QAbstractButton& logXToggle() const;
  QAbstractButton& logYToggle() const;
  QAbstractButton& gridToggle() const;
  QAbstractButton& deviationToggle() const;
  StudyPlot& plot() const { return *plot_; }
  GramRow& gram() const { return *gram_; }
  QString readout() const;
  QString cautions() const;

 Q_SIGNALS:
  void featuresChosen(int m);
  void touched(const QString& topic);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QToolButton* addToggle(const QString& text, const QString& help, bool ErrorView::*part);
  void refresh();
  void showToggles();
  bool headerHasRoom() const;
  void refreshReadout();
  void layParts();

  const ThemeController& theme_;
  KernelStudy study_;
  ErrorView view_;
  QWidget* controls_;
  SegmentLine* readout_;
  SegmentLine* longReadout_;  // above the plot, where the header has no room for every method
  QToolButton* deviation_;
  QToolButton* logX_;
  QToolButton* logY_;
  QToolButton* grid_;
  ThemedLabel* cautions_;
  StudyPlot* plot_;
  GramRow* gram_;
};

}  // namespace kernelscope::ui

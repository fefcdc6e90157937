#pragma once
// The stage of the kernel-error page: error against features with the Gram matrices, the estimates, the
// singular values. Draws reports; computes nothing. Everything is on the stage's side margins.

#include "engine/analysis/kernel_error/kernel_error_report.h"

#include <QTimer>
#include <QWidget>
#include <memory>

class QAbstractButton;
class QStackedWidget;

namespace kernelscope::ui {

class ErrorPane;
class EstimatesPane;
class SpectrumPane;
class TabBar;
class ThemeController;

class KernelErrorStage final : public QWidget {
  Q_OBJECT

 public:
  KernelErrorStage(const ThemeController& theme, QWidget* parent);

  // A preview or a final report and what it was computed from; null clears. The matrices of the report
  // before stay during a preview, which has none.
  void setStudy(std::shared_ptr<const KernelErrorReport> report,
                std::shared_ptr<const KernelErrorConfig> config);
  // Newer numbers are on their way: the last picture stays, and after 300 ms a small note says so.
  void setComputing(bool computing);
  // "error", "estimates" or "spectrum"; false for anything else.
  bool setView(const QString& view);
  QString view() const;
  std::shared_ptr<const KernelErrorReport> report() const { return report_; }
  std::shared_ptr<const KernelErrorConfig> config() const { return config_; }

  // The toggles of the present view, for the keys L, Shift+L and G; null where it has none.
  QAbstractButton* logXToggle() const;
  QAbstractButton* logYToggle() const;
  QAbstractButton* gridToggle() const;
  // Shows all of the present view's plots again (Home).
  void fit();

  ErrorPane& error() const { return *error_; }
  EstimatesPane& estimates() const { return *estimates_; }
  SpectrumPane& spectrum() const { return *spectrum_; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  // A click on an m of the curve, or Enter.
  void featuresChosen(int m);
  // What the reader looks at, for the explain panel: "view:error", "view:deviation", "view:estimates",
  // "view:spectrum", "plot:gram".
  void touched(const QString& topic);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void showTab(int tab);
  void layParts();

  const ThemeController& theme_;
  std::shared_ptr<const KernelErrorReport> report_;
  std::shared_ptr<const KernelErrorConfig> config_;
  TabBar* tabs_;
  QStackedWidget* controls_;
  QStackedWidget* panes_;
  ErrorPane* error_;
  EstimatesPane* estimates_;
  SpectrumPane* spectrum_;
  QTimer computingTimer_;
};

}  // namespace kernelscope::ui

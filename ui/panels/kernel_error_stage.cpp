#include "ui/panels/kernel_error_stage.h"

#include "ui/panels/kernel_error/error_pane.h"
#include "ui/panels/kernel_error/estimates_pane.h"
#include "ui/panels/kernel_error/spectrum_pane.h"
#include "ui/panels/stage_margin.h"
#include "ui/plots/study_plot.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/tab_bar.h"

#include <QAbstractButton>
#include <QStackedWidget>
#include <array>

namespace kernelscope::ui {

namespace {

constexpr int kSayComputingMilliseconds = 300;
constexpr std::array kStageViews = {"error", "estimates", "spectrum"};

}  // namespace

KernelErrorStage::KernelErrorStage(const ThemeController& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      tabs_(new TabBar(theme, this)),
      controls_(new QStackedWidget(this)),
      panes_(new QStackedWidget(this)),
      error_(new ErrorPane(theme, panes_)),
      estimates_(new EstimatesPane(theme, panes_)),
      spectrum_(new SpectrumPane(theme, panes_)) {
  setAccessibleName(tr("Kernel error"));
  setAutoFillBackground(true);
  tabs_->setAccessibleName(tr("View"));
  for (const QString& name : {tr("Error and Gram"), tr("Estimates"), tr("Spectrum")}) tabs_->addTab(name);
  panes_->addWidget(error_);
  panes_->addWidget(estimates_);
  panes_->addWidget(spectrum_);
  controls_->addWidget(&error_->controls());
  controls_->addWidget(&estimates_->controls());
  controls_->addWidget(&spectrum_->controls());
  connect(tabs_, &QTabBar::currentChanged, this, &KernelErrorStage::showTab);
  connect(error_, &ErrorPane::featuresChosen, this, &KernelErrorStage::featuresChosen);
  connect(error_, &ErrorPane::touched, this, &KernelErrorStage::touched);
  computingTimer_.setSingleShot(true);
  computingTimer_.setInterval(kSayComputingMilliseconds);
  connect(&computingTimer_, &QTimer::timeout, this, [this] {
    ErrorView view = error_->view();
    view.computing = true;
    error_->setView(view);
  });
  theme.follow(this, [this] {
    setPalette(theme_.theme().palette(Colour::Stage));
    layParts();
    updateGeometry();
  });
}

void KernelErrorStage::setStudy(std::shared_ptr<const KernelErrorReport> report,
                                std::shared_ptr<const KernelErrorConfig> config) {
  report_ = std::move(report);
  config_ = std::move(config);
  const KernelStudy study = kernelStudy(report_, config_);
  error_->setStudy(study);
  estimates_->setStudy(study);
  spectrum_->setStudy(study);
}

void KernelErrorStage::setComputing(bool computing) {
  if (computing) {
    if (!computingTimer_.isActive() && !error_->view().computing) computingTimer_.start();
    return;
  }
  computingTimer_.stop();
  ErrorView view = error_->view();
  view.computing = false;
  error_->setView(view);
}

bool KernelErrorStage::setView(const QString& view) {
  for (std::size_t i = 0; i < kStageViews.size(); ++i) {
    if (view != QLatin1String(kStageViews[i])) continue;
    tabs_->setCurrentIndex(static_cast<int>(i));
    return true;
  }
  return false;
}

QString KernelErrorStage::view() const {
  return QString::fromLatin1(kStageViews[static_cast<std::size_t>(tabs_->currentIndex())]);
}

QAbstractButton* KernelErrorStage::logXToggle() const {
  return panes_->currentWidget() == error_ ? &error_->logXToggle() : nullptr;
}

QAbstractButton* KernelErrorStage::logYToggle() const {
  if (panes_->currentWidget() == error_) return &error_->logYToggle();
  return panes_->currentWidget() == spectrum_ ? &spectrum_->logYToggle() : nullptr;
}

QAbstractButton* KernelErrorStage::gridToggle() const {
  if (panes_->currentWidget() == error_) return &error_->gridToggle();
  return panes_->currentWidget() == spectrum_ ? &spectrum_->gridToggle() : nullptr;
}

void KernelErrorStage::fit() {
  for (StudyPlot* plot : panes_->currentWidget()->findChildren<StudyPlot*>()) plot->fit();
}

void KernelErrorStage::showTab(int tab) {
  panes_->setCurrentIndex(tab);
  controls_->setCurrentIndex(tab);
  Q_EMIT touched(QStringLiteral("view:") + view());
}

void KernelErrorStage::layParts() {
  const Theme& theme = theme_.theme();
  const int margin = stageMargin(*this, theme), header = theme.height(Height::StageHeader);
  const int tabs = tabs_->sizeHint().width();
  tabs_->setGeometry(margin, 0, tabs, header);
  const int left = margin + tabs + theme.u(2);
  controls_->setGeometry(left, 0, std::max(0, width() - margin - left), header);
  panes_->setGeometry(0, header, width(), std::max(0, height() - header));
}

void KernelErrorStage::resizeEvent(QResizeEvent*) {
  layParts();
}

QSize KernelErrorStage::sizeHint() const {
  return {theme_.theme().u(190), theme_.theme().u(168)};
}

QSize KernelErrorStage::minimumSizeHint() const {
  return {theme_.theme().u(120), theme_.theme().u(90)};
}

}  // namespace kernelscope::ui

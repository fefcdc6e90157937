// The part of KernelErrorPage that it shares with other pages in turn: commands and menus, what is shown of
// them while the page is in front, and the experiments it takes over.

#include "ui/main_window.h"
#include "ui/models/kernel_error_model.h"
#include "ui/pages/control_menus.h"
#include "ui/pages/kernel_error_export.h"
#include "ui/pages/kernel_error_page.h"
#include "ui/panels/kernel_error/error_pane.h"
#include "ui/panels/kernel_error/gram_row.h"
#include "ui/panels/kernel_error/spectrum_pane.h"
#include "ui/panels/kernel_error_stage.h"
#include "ui/plots/study_plot.h"
#include "ui/widgets/transport_bar.h"
#include "ui/widgets/value_menu.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QRandomGenerator>
#include <QShortcut>
#include <QTabBar>
#include <QUndoStack>
#include <array>
#include <utility>

namespace kernelscope::ui {

namespace {

constexpr auto kFirstStudyTopic = "/gram_features";
constexpr auto kStudySeed = "/seed";
constexpr int kLargestDrawnSeed = 10000;

constexpr std::array kToggles = {command::kLogAxis, command::kLogValues, command::kGrid};

// Topics of the explain panel, tab by tab.
const QStringList kStudyViews = {QStringLiteral("view:error"), QStringLiteral("view:estimates"),
                                 QStringLiteral("view:spectrum")};

}  // namespace

QStringList KernelErrorPage::commands() const {
  using namespace command;
  QStringList ids;
  for (const char* id :
       {kOpen, kSave, kSaveAs, kUndo, kRedo, kCopySetUp, kPasteSetUp, kPlayPause, kReset, kNewSeed, kExplain,
        kLogAxis, kLogValues, kGrid, kFit, kExportFigure, kExportNumbers}) {
    ids << QString::fromLatin1(id);
  }
  return ids;
}

void KernelErrorPage::connectCommands() {
  const auto on = [this](const char* id, std::function<void(bool checked)> slot) {
    window_.onCommand(*this, id, *this, std::move(slot));
  };
  on(command::kPlayPause, [this](bool) {
    if (busy_) return presenter_.cancel();
    compute();
  });
  on(command::kReset, [this](bool) { compute(); });
  on(command::kNewSeed, [this](bool) {
    model_.setValue(kStudySeed, QRandomGenerator::global()->bounded(1, kLargestDrawnSeed));
  });
  on(command::kUndo, [this](bool) { model_.undoStack().undo(); });
  on(command::kRedo, [this](bool) { model_.undoStack().redo(); });
  on(command::kExportFigure, [this](bool) { exports_->present(ExportKind::Figure); });
  on(command::kExportNumbers, [this](bool) { exports_->present(ExportKind::Numbers); });
  for (const char* id : kToggles) {
    on(id, [this, id](bool checked) {
      if (QAbstractButton* toggle = toggleOf(id)) toggle->setChecked(checked);
    });
  }
  on(command::kFit, [this](bool) {
    for (StudyPlot* plot : stage_->findChildren<StudyPlot*>()) plot->fit();
  });
  on(command::kExplain, [this](bool) {
    const QString topic = explainTopic(QApplication::focusWidget());
    showExplain(topic.isEmpty() ? QString::fromLatin1(kFirstStudyTopic) : topic);
  });
  connect(&window_.transport(), &TransportBar::seedChosen, this, [this](quint64 seed) {
    if (window_.isInFront(*this)) model_.setValue(kStudySeed, seed);
  });
  escape_ = new QShortcut(QKeySequence(Qt::Key_Escape), root_);
  escape_->setEnabled(false);  // Esc belongs to others while nothing is computed
  connect(escape_, &QShortcut::activated, &presenter_, &KernelErrorPresenter::cancel);
}

// Every control outside the set-up has a menu, and F1 explains whatever has the focus.
void KernelErrorPage::connectMenus() {
  const Explainer explain = [this](const QString& topic) { showExplain(topic); };
  QTabBar& tabs = *stage_->findChild<QTabBar*>();
  tabs.setToolTip(tr("What the stage shows of the study"));
  giveTabMenu(tabs, kStudyViews, explain, [](const QString&) {});
  connect(&tabs, &QTabBar::currentChanged, this, &KernelErrorPage::showToggles);
  setExplainTopic(*stage_, [&tabs] { return kStudyViews.value(tabs.currentIndex()); });
  const ErrorPane& error = stage_->error();
  const SpectrumPane& spectrum = stage_->spectrum();
  const auto give = [this, &explain](QAbstractButton& toggle, const char* topic) {
    giveToggleMenu(toggle, QString::fromLatin1(topic), toggle.isChecked(), explain);
    connect(&toggle, &QAbstractButton::toggled, this, &KernelErrorPage::showToggles);
  };
  for (QAbstractButton* toggle : {&error.logXToggle(), &error.logYToggle(), &error.gridToggle()})
    give(*toggle, "view:error");
  for (QAbstractButton* toggle : {&spectrum.logYToggle(), &spectrum.gridToggle()})
    give(*toggle, "view:spectrum");
  give(error.deviationToggle(), "view:deviation");
  auto* methods = error.gram().findChild<QComboBox*>();
  ValueMenu menu;
  menu.topic = QStringLiteral("plot:gram");
  menu.text = [methods] { return methods->currentText(); };
  menu.isDefault = [methods] { return methods->currentIndex() == methods->count() - 1; };
  menu.reset = [methods] {
    methods->setCurrentIndex(methods->count() - 1);
    Q_EMIT methods->activated(methods->currentIndex());
  };
  menu.explain = explain;
  giveValueMenu(*methods, menu);
}

void KernelErrorPage::setInFront(bool inFront) {
  escape_->setEnabled(false);
  if (!inFront) return;
  showFrame();
  if (asked_ != model_.config()) compute();
}

void KernelErrorPage::showFrame() {
  TransportBar& transport = window_.transport();
  transport.setTrains(false);
  giveSeedMenu(transport, model_, [this](const QString& topic) { showExplain(topic); });
  for (const char* id : {command::kPlayPause, command::kReset})
    window_.commands().setPossible(QString::fromLatin1(id), true);
  setBusy(busy_);
  showSeed();
  showUndo();
  showToggles();
  showStatus(status_);
}

// The toggle of the view in front that a command stands for; null where the view has none.
QAbstractButton* KernelErrorPage::toggleOf(const char* id) const {
  const bool curves = stage_->view() == QLatin1String("error");
  const bool spectrum = stage_->view() == QLatin1String("spectrum");
  if (id == kToggles[0]) return curves ? &stage_->error().logXToggle() : nullptr;
  if (!curves && !spectrum) return nullptr;
  if (id == kToggles[1]) return curves ? &stage_->error().logYToggle() : &stage_->spectrum().logYToggle();
  return curves ? &stage_->error().gridToggle() : &stage_->spectrum().gridToggle();
}

void KernelErrorPage::showToggles() {
  if (!window_.isInFront(*this)) return;
  for (const char* id : kToggles) {
    const QAbstractButton* toggle = toggleOf(id);
    window_.commands().setPossible(QString::fromLatin1(id), toggle != nullptr);
    if (toggle != nullptr)
      window_.commands().action(QString::fromLatin1(id))->setChecked(toggle->isChecked());
  }
}

void KernelErrorPage::showUndo() {
  if (!window_.isInFront(*this)) return;
  window_.commands().setPossible(QString::fromLatin1(command::kUndo), model_.undoStack().canUndo());
  window_.commands().setPossible(QString::fromLatin1(command::kRedo), model_.undoStack().canRedo());
}

void KernelErrorPage::showSeed() {
  if (window_.isInFront(*this)) window_.transport().setSeed(model_.config()->seed);
}

DocumentModel& KernelErrorPage::document() {
  return model_;
}

void KernelErrorPage::takeDocument(const ExperimentDocument& document, const std::filesystem::path& file,
                                   const QString& text, std::function<void()> taken) {
  if (file.empty()) {
    model_.setDocument(document, text);
  } else {
    model_.open(document, file);
  }
  taken();
}

}  // namespace kernelscope::ui

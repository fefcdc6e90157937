#pragma once
// The page on which ways to estimate a kernel with random features are compared: set-up at the left, curves
// and Gram matrices, and at the right what the numbers say. Answers at once: on the first visit, and 150 ms
// after each edit; the newest question wins.

#include "ui/pages/document_page.h"
#include "ui/presenters/kernel_error_presenter.h"
#include "ui/widgets/status_strip.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <functional>
#include <memory>

class QAbstractButton;
class QShortcut;

namespace kernelscope::ui {

class ApplicationSettings;
class CollapsibleSide;
class ExperimentFiles;
class KernelErrorExplain;
class KernelErrorExport;
class KernelErrorModel;
class KernelErrorStage;
class MainWindow;
class SetUpPanel;
class ThemeController;

class KernelErrorPage final : public QObject, public DocumentPage {
  Q_OBJECT

 public:
  // The window, files, model and presenter must outlive the page's widget. Joins the pages of `files`.
  KernelErrorPage(const ThemeController& theme, ApplicationSettings& settings, MainWindow& window,
                  ExperimentFiles& files, KernelErrorModel& model, KernelErrorPresenter& presenter,
                  QObject* parent = nullptr);

  QString id() const override { return QStringLiteral("kernel-error"); }
  QString title() const override { return tr("Kernel"); }
  QString iconName() const override { return QStringLiteral("page_kernel_error"); }
  QWidget* widget() override;
  QStringList commands() const override;
  void setInFront(bool inFront) override;
  BannerHost& banners() override { return *banners_; }

  DocumentModel& document() override;
  void takeDocument(const ExperimentDocument& document, const std::filesystem::path& file,
                    const QString& text, std::function<void()> taken) override;

  KernelErrorStage& stage() { return *stage_; }
  SetUpPanel& setUp() { return *setUp_; }
  KernelErrorExport& exports() { return *exports_; }

  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void leaveWidgets();
  void buildColumns();
  QWidget* buildStage();
  void connectCommands();
  void connectMenus();
  void connectModel();
  void connectStudy();
  void compute();
  void followEdits();
  void take(const std::shared_ptr<const KernelErrorReport>& report,
            const std::shared_ptr<const KernelErrorConfig>& config);
  void fail(const Problem& problem, const std::vector<ConfigIssue>& issues);
  void settleDown();
  void setBusy(bool busy);
  void showFrame();
  void showStatus(const RunStatus& status);
  void showUndo();
  QAbstractButton* toggleOf(const char* id) const;
  void showToggles();
  void showSeed();
  void showIssues();
  void showExplain(const QString& topic);

  const ThemeController& theme_;
  ApplicationSettings& settings_;
  MainWindow& window_;
  KernelErrorModel& model_;
  KernelErrorPresenter& presenter_;

  QPointer<QWidget> root_;
  CollapsibleSide* left_ = nullptr;
  CollapsibleSide* right_ = nullptr;
  SetUpPanel* setUp_ = nullptr;
  KernelErrorStage* stage_ = nullptr;
  KernelErrorExplain* explain_ = nullptr;
  BannerHost* banners_ = nullptr;
  KernelErrorExport* exports_ = nullptr;
  QShortcut* escape_ = nullptr;
  QTimer patience_;                                 // until what is computed is said to be
  std::shared_ptr<const KernelErrorConfig> asked_;  // what was asked last
  bool busy_ = false;                               // the frame says that something is computed
  bool awaitsNews_ = false;                         // nothing was seen yet of what was asked last
  RunStatus status_;
};

}  // namespace kernelscope::ui

#pragma once
// The right panel of the kernel-error page: the mathematics of what the reader touched last with the present
// numbers in it, a table of the methods, what can be seen, changes to try, and the advisor's choices beside
// what the present methods need.

#include "ui/panels/kernel_error/study_names.h"
#include "ui/widgets/surface.h"

#include <QString>

class QScrollArea;
class QVBoxLayout;

namespace kernelscope::ui {

class EquationView;
class PanelHeader;
class StudyTable;
class ThemedLabel;

class KernelErrorExplain final : public Surface {
  Q_OBJECT

 public:
  KernelErrorExplain(const ThemeController& theme, QWidget* parent);

  void setStudy(std::shared_ptr<const KernelErrorReport> report,
                std::shared_ptr<const KernelErrorConfig> config);
  // A pointer of the set-up, or what KernelErrorStage::touched says.
  void setTopic(const QString& pointerOrTopic);

  // One control at the right of the header (the fold arrow). Takes ownership.
  void addHeaderControl(QWidget* control);

  QString subject() const;
  QString verdict() const;
  StudyTable& table() const { return *table_; }
  StudyTable& advice() const { return *advice_; }

 Q_SIGNALS:
  // A change of the set-up to try: a pointer and its new value as JSON. An offer that changes two values is
  // two signals.
  void trySetting(const QString& pointer, const QString& jsonValue);

 private:
  void buildBody();
  void refresh();
  void showTopic();
  void showOffers();
  void showAdvice();
  void applyTheme();
  ThemedLabel* addTitle(const QString& text);
  ThemedLabel* addWords();

  KernelStudy study_;
  QString topic_;
  PanelHeader* header_ = nullptr;
  QScrollArea* scroll_ = nullptr;
  QWidget* body_ = nullptr;
  EquationView* equation_ = nullptr;
  ThemedLabel* note_ = nullptr;
  ThemedLabel* tableTitle_ = nullptr;
  StudyTable* table_ = nullptr;
  ThemedLabel* tableNote_ = nullptr;
  ThemedLabel* seeTitle_ = nullptr;
  ThemedLabel* see_ = nullptr;
  ThemedLabel* tryTitle_ = nullptr;
  QVBoxLayout* offers_ = nullptr;
  ThemedLabel* adviceTitle_ = nullptr;
  StudyTable* advice_ = nullptr;
};

}  // namespace kernelscope::ui

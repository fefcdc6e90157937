#pragma once
// What a finished run came to: the figures of both lanes side by side, one sentence that says who won what,
// and what can be done next. Stands in the right column in place of Explain, which waits behind a button.

#include "ui/panels/run_result.h"
#include "ui/widgets/surface.h"

class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace kernelscope::ui {

class IconMark;
class PanelHeader;
class ThemedLabel;

class SummaryCard final : public Surface {
  Q_OBJECT

 public:
  explicit SummaryCard(const ThemeController& theme, QWidget* parent = nullptr);

  void setResult(const RunResult& result);
  // Whether "Halve the features" can be done, and what it would come to ("m = 16"). Not offered otherwise.
  void setHalveOffer(bool available, const QString& outcome = QString());

 Q_SIGNALS:
  void halveFeaturesRequested();
  void openPictureRequested();
  void explainRequested();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void buildCard();
  void buildOffers(QVBoxLayout& column);
  void addFigure(const QString& name, const QString& a, const QString& b);
  void applyTheme();
  void showPrimary();

  RunResult result_;
  PanelHeader* header_;
  QWidget* card_;
  QWidget* table_ = nullptr;
  QVBoxLayout* cardColumn_;
  IconMark* mark_;
  ThemedLabel* title_;
  ThemedLabel* runLine_;
  QGridLayout* figures_ = nullptr;
  ThemedLabel* verdict_;
  ThemedLabel* next_;
  QPushButton* halve_;
  QPushButton* openPicture_;
};

}  // namespace kernelscope::ui

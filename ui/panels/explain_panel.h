#pragma once
// The right panel: what the control last touched does. The equation of its layer with the present numbers,
// a table of them, what can be seen, and changes to try.

#include "engine/config/experiment_config.h"
#include "engine/config/schema.h"
#include "ui/panels/explain_content.h"
#include "ui/panels/explain_facts.h"
#include "ui/widgets/surface.h"

#include <QString>
#include <map>

class QScrollArea;
class QVBoxLayout;

namespace kernelscope::ui {

class ConfigModel;
class EquationView;
class FactRow;
class PanelHeader;
class ThemedLabel;

class ExplainPanel final : public Surface {
  Q_OBJECT

 public:
  ExplainPanel(const ThemeController& theme, ConfigModel& model, QWidget* parent = nullptr);

  // Explains the field of this pattern from now on, or what is no field ("view:laplacian", "chart:psnr").
  // Fields without a topic of their own are explained by their help, range and default.
  void explain(const QString& pattern);
  QString subject() const;
  // Measured numbers for the tables: "trained", "held_out", "step_time_a", "step_time_b". Rows whose number
  // is not known are not shown.
  void setFact(const QString& name, const QString& text);

  // One control at the right of the header (the fold arrow). Takes ownership.
  void addHeaderControl(QWidget* control);

 Q_SIGNALS:
  // A symbol of the equation is pointed at: the field that it stands for; empty when no longer.
  void symbolHovered(const QString& pattern);

 private:
  void buildBody();
  void refresh();
  void showTopic(const ExplainTopic& topic);
  void showFacts(const ExplainTopic& topic);
  void showField(const Field& field);
  void showTable(const std::vector<std::array<QString, 3>>& rows);
  void showOffers(const std::vector<ExplainOffer>& offers);
  void applyTheme();

  ConfigModel& model_;
  ExplainContent content_;
  ExplainFocus focus_;
  ExplainFacts facts_, measured_;
  std::string pattern_;
  PanelHeader* header_ = nullptr;
  QScrollArea* scroll_ = nullptr;
  QWidget* body_ = nullptr;
  EquationView* equation_ = nullptr;
  ThemedLabel* tableTitle_ = nullptr;
  ThemedLabel* tryTitle_ = nullptr;
  ThemedLabel* seeTitle_ = nullptr;
  ThemedLabel* see_ = nullptr;
  QVBoxLayout* table_ = nullptr;
  std::vector<std::array<QString, 3>> shownRows_;  // of the table, and the widgets that show them
  std::vector<FactRow*> rows_;
  QVBoxLayout* offers_ = nullptr;
};

}  // namespace kernelscope::ui

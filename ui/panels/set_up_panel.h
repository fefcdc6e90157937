#pragma once
// The left panel of a page: header with "All defaults", the strip of presets where the page has one, and the
// form of its task.

#include "engine/config/schema.h"
#include "ui/forms/form_section.h"
#include "ui/panels/preset_strip.h"
#include "ui/widgets/surface.h"

#include <QList>
#include <QString>
#include <string>
#include <vector>

class QPushButton;
class QVBoxLayout;

namespace kernelscope::ui {

class DocumentModel;
class PanelHeader;
class SchemaForm;

class SetUpPanel final : public Surface {
  Q_OBJECT

 public:
  // Without items there is no strip; `presetPattern` names the File field that its items set.
  SetUpPanel(const ThemeController& theme, DocumentModel& model, const std::string& presetPattern,
             const QList<PresetItem>& presets, QWidget* parent = nullptr);
  // A form of these sections, without a strip.
  SetUpPanel(const ThemeController& theme, DocumentModel& model, std::vector<FormSection> sections,
             QWidget* parent = nullptr);

  SchemaForm& form() { return *form_; }
  void setGroupFact(FieldGroup group, const QString& fact, const QString& help = QString());
  // One control at the right end of the header (the fold arrow). Takes ownership.
  void addHeaderControl(QWidget* control);
  // Lights up the row of a field; an empty pattern none.
  void highlight(const QString& pattern);

 Q_SIGNALS:
  // "Explain" in a row's menu, and: the user came to a control.
  void explainRequested(const QString& pattern);
  void touched(const QString& pattern);

 private:
  SetUpPanel(const ThemeController& theme, DocumentModel& model, PresetStrip* strip,
             std::vector<FormSection> sections, QWidget* parent);
  void buildHeader(QVBoxLayout& column);

  DocumentModel& model_;
  PanelHeader* header_ = nullptr;
  QPushButton* allDefaults_ = nullptr;
  SchemaForm* form_ = nullptr;
};

}  // namespace kernelscope::ui

#include "ui/panels/set_up_panel.h"

#include "ui/forms/control_help.h"
#include "ui/forms/schema_form.h"
#include "ui/models/document_model.h"
#include "ui/panels/panel_header.h"
#include "ui/theme/theme_controller.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <utility>

namespace kernelscope::ui {

SetUpPanel::SetUpPanel(const ThemeController& theme, DocumentModel& model, const std::string& presetPattern,
                       const QList<PresetItem>& presets, QWidget* parent)
    : SetUpPanel(theme, model,
                 presets.isEmpty() ? nullptr : new PresetStrip(theme, model, presetPattern, presets, nullptr),
                 laneSections(model.schema()), parent) {}

SetUpPanel::SetUpPanel(const ThemeController& theme, DocumentModel& model, std::vector<FormSection> sections,
                       QWidget* parent)
    : SetUpPanel(theme, model, nullptr, std::move(sections), parent) {}

SetUpPanel::SetUpPanel(const ThemeController& theme, DocumentModel& model, PresetStrip* strip,
                       std::vector<FormSection> sections, QWidget* parent)
    : Surface(theme, Colour::Panel, {}, parent), model_(model) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  buildHeader(*column);
  auto* scrolled = new QWidget(this);
  auto* inside = new QVBoxLayout(scrolled);
  inside->setContentsMargins(0, 0, 0, 0);
  inside->setSpacing(0);
  if (strip != nullptr) {
    connect(strip, &PresetStrip::touched, this, &SetUpPanel::touched);
    inside->addWidget(strip);
  }
  form_ = new SchemaForm(theme, model, std::move(sections), scrolled);
  connect(form_, &SchemaForm::explainRequested, this, &SetUpPanel::explainRequested);
  connect(form_, &SchemaForm::touched, this, &SetUpPanel::touched);
  inside->addWidget(form_, 1);
  auto* scroll = new QScrollArea(this);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(scrolled);
  scrolled->setAutoFillBackground(false);
  scroll->viewport()->setAutoFillBackground(false);
  column->addWidget(scroll, 1);
  setAccessibleName(tr("Set-up"));
  theme.follow(this, [this] {
    const Theme& look = controller().theme();
    header_->setContentsMargins(look.u(4), 0, look.u(0.5), 0);
  });
}

void SetUpPanel::buildHeader(QVBoxLayout& column) {
  header_ = new PanelHeader(controller(), tr("Set-up"), this);
  allDefaults_ = new QPushButton(tr("All defaults"), header_);
  allDefaults_->setFlat(true);
  describeControl(*allDefaults_, tr("All defaults"),
                  tr("Puts every setting back to its default; can be undone"));
  connect(allDefaults_, &QPushButton::clicked, this, [this] { model_.resetAll(); });
  const auto refresh = [this] { allDefaults_->setEnabled(!model_.allDefault()); };
  connect(&model_, &DocumentModel::documentChanged, this, refresh);
  refresh();
  header_->addTrailing(allDefaults_);
  column.addWidget(header_);
}

void SetUpPanel::setGroupFact(FieldGroup group, const QString& fact, const QString& help) {
  form_->setGroupFact(group, fact, help);
}

void SetUpPanel::addHeaderControl(QWidget* control) {
  header_->addTrailing(control);
}

void SetUpPanel::highlight(const QString& pattern) {
  form_->highlight(pattern);
}

}  // namespace kernelscope::ui

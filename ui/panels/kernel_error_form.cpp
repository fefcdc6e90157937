#include "ui/panels/kernel_error_form.h"

#include "ui/forms/control_help.h"
#include "ui/forms/form_row.h"
#include "ui/forms/group_header.h"
#include "ui/forms/schema_form.h"
#include "ui/models/kernel_error_model.h"
#include "ui/panels/kernel_error/study_names.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/marks.h"

#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <string>

namespace kernelscope::ui {

namespace {

constexpr std::size_t kFirstMethod = 2;  // section: after Kernel and Shared
constexpr auto kMethodPattern = "/methods/*/";
constexpr auto kPictureFeatures = "/gram_features";

bool isOfMethods(const Field& field) {
  return field.pointer.starts_with(kMethodPattern);
}

// An analysis has nothing to restart: every change acts at once.
Field liveField(Field field) {
  field.effect = FieldEffect::Live;
  return field;
}

FormSection methodSection(const Schema& schema, int index) {
  FormSection section{.name = {}, .namePointer = {}, .series = index};
  section.owner = KernelErrorForm::tr("Method %1").arg(seriesLetter(index));
  for (Field field : schema.fields) {
    if (!isOfMethods(field)) continue;
    field.pointer.replace(field.pointer.find('*'), 1, std::to_string(index));
    field.group = index == 0   ? FieldGroup::LaneA  // sliders wear the lane's colour
                  : index == 1 ? FieldGroup::LaneB
                               : FieldGroup::Shared;
    section.fields.push_back(liveField(std::move(field)));
  }
  return section;
}

}  // namespace

std::vector<FormSection> KernelErrorForm::sections(const KernelErrorModel& model) {
  std::vector<FormSection> sections = {
      {.name = tr("Kernel"), .namePointer = {}, .group = FieldGroup::Data},
      {.name = tr("Shared"), .namePointer = {}, .group = FieldGroup::Shared}};
  for (FormSection& section : sections)
    for (const Field& field : model.schema().fields)
      if (field.group == section.group && !isOfMethods(field)) section.fields.push_back(liveField(field));
  // The m of the pictures leads: it is what one moves most.
  std::vector<Field>& shared = sections[1].fields;
  std::stable_partition(shared.begin(), shared.end(),
                        [](const Field& field) { return field.pointer == kPictureFeatures; });
  for (int index = 0; index < model.methodCount(); ++index)
    sections.push_back(methodSection(model.schema(), index));
  return sections;
}

KernelErrorForm::KernelErrorForm(const ThemeController& theme, KernelErrorModel& model, SchemaForm& form,
                                 QObject* parent)
    : QObject(parent), theme_(theme), model_(model), form_(form), shown_(model.methodCount()) {
  form_.setRule([&model](const std::string& pointer) { return model.matters(pointer); });
  form_.setChoiceRule([&model](const std::string& pointer, const nlohmann::json& choice) {
    return model.allows(pointer, choice);
  });
  addButtons();
  addRemoveButtons();
  showNames();
  connect(&model_, &DocumentModel::documentChanged, this, &KernelErrorForm::follow);
  connect(&form_, &QObject::destroyed, this, [this] { disconnect(&model_, nullptr, this, nullptr); });
}

void KernelErrorForm::addButtons() {
  auto* footer = new QWidget;
  auto* column = new QVBoxLayout(footer);
  add_ = new QPushButton(themeIcon(theme_, QStringLiteral("add")), tr("Add method"));
  add_->setFlat(true);
  describeControl(*add_, tr("Add method"),
                  tr("Compares one more method; at most %1").arg(KernelErrorModel::kMostMethods));
  connect(add_, &QPushButton::clicked, this, [this] {
    model_.addMethod();
    // Its first row, to go on with the keyboard.
    if (FormRow* row = form_.row("/methods/" + std::to_string(model_.methodCount() - 1) + "/map"))
      row->focusEditor();
  });
  column->addWidget(add_, 0, Qt::AlignLeft);
  theme_.follow(footer, [this, column] {
    const Theme& look = theme_.theme();
    column->setContentsMargins(look.u(2), look.u(1), look.u(3), look.u(2));
  });
  form_.setFooter(footer);
}

void KernelErrorForm::addRemoveButtons() {
  for (int index = 0; index < shown_; ++index) {
    auto* remove = new QToolButton;
    remove->setIcon(themeIcon(theme_, QStringLiteral("close")));
    remove->setAutoRaise(true);
    remove->setFocusPolicy(Qt::TabFocus);
    const QString name = tr("Remove method %1").arg(seriesLetter(index));
    describeControl(*remove, name, tr("Takes this method out of the comparison"));
    connect(remove, &QToolButton::clicked, this, [this, index] { model_.removeMethod(index); });
    form_.header(kFirstMethod + static_cast<std::size_t>(index))->addTrailing(remove);
    remove->setVisible(shown_ > 1);  // in its place already: alone it would be a window
  }
  add_->setEnabled(shown_ < KernelErrorModel::kMostMethods);
}

void KernelErrorForm::follow() {
  if (const int count = model_.methodCount(); count != shown_) {
    shown_ = count;
    form_.setSections(sections(model_));
    addRemoveButtons();
  }
  showNames();
}

// While a value is wrong the names stay those of the last study that could be used.
void KernelErrorForm::showNames() {
  const std::vector<MethodName> names = methodNames(*model_.config());
  for (std::size_t i = 0; i < names.size() && static_cast<int>(i) < shown_; ++i) {
    QString name = names[i].name;
    if (!name.isEmpty()) name[0] = name[0].toUpper();
    form_.setSectionName(kFirstMethod + i, name);
  }
}

}  // namespace kernelscope::ui

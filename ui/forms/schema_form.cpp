#include "ui/forms/schema_form.h"

#include "ui/forms/form_row.h"
#include "ui/forms/group_header.h"
#include "ui/forms/more_toggle.h"
#include "ui/models/config_model.h"
#include "ui/theme/theme_controller.h"

#include <QLabel>
#include <QShortcut>
#include <QVBoxLayout>
#include <array>
#include <optional>

namespace kernelscope::ui {
namespace {

constexpr std::array kGroups = {FieldGroup::Data, FieldGroup::Shared, FieldGroup::LaneA, FieldGroup::LaneB};

std::optional<LaneId> laneOf(FieldGroup group) {
  if (group == FieldGroup::LaneA) return LaneId::A;
  if (group == FieldGroup::LaneB) return LaneId::B;
  return std::nullopt;
}

QString groupName(FieldGroup group, const nlohmann::json& document) {
  if (group == FieldGroup::Data) return SchemaForm::tr("Data");
  if (group == FieldGroup::Shared) return SchemaForm::tr("Shared");
  const nlohmann::json::json_pointer name(group == FieldGroup::LaneA ? "/lanes/A/name" : "/lanes/B/name");
  if (!document.contains(name) || !document.at(name).is_string()) return {};
  return QString::fromStdString(document.at(name).get<std::string>());
}

bool isShown(const FormRow& row) {
  return !row.isHidden();
}

// Whether an issue at `path` belongs to a field: at it, or inside the list or object that it edits.
bool isInside(const std::string& path, const std::string& pattern) {
  if (pointerMatches(pattern, path)) return true;
  const std::size_t cut = path.rfind('/');
  return cut != std::string::npos && cut > 0 && isInside(path.substr(0, cut), pattern);
}

}  // namespace

SchemaForm::SchemaForm(const ThemeController& theme, ConfigModel& model, QWidget* parent)
    : QWidget(parent), theme_(theme), model_(model), column_(new QVBoxLayout(this)) {
  column_->setContentsMargins(0, 0, 0, 0);
  column_->setSpacing(0);
  otherIssues_ = new QLabel(this);
  otherIssues_->setWordWrap(true);
  column_->addWidget(otherIssues_);
  buildGroups();
  buildMore();
  column_->addStretch(1);
  connect(&model_, &ConfigModel::documentChanged, this, &SchemaForm::refresh);
  auto* backspace = new QShortcut(Qt::Key_Backspace, this);
  connect(backspace, &QShortcut::activated, this, &SchemaForm::resetHovered);
  theme_.follow(this, [this] {
    const Theme& look = theme_.theme();
    QPalette crimson = otherIssues_->palette();
    crimson.setColor(QPalette::WindowText, look.colour(Colour::Diverged));
    otherIssues_->setPalette(crimson);
    otherIssues_->setFont(look.font(FontRole::Small));
    otherIssues_->setContentsMargins(look.u(4), look.u(1), look.u(3), look.u(2));
  });
  refresh();
}

void SchemaForm::buildGroups() {
  for (const FieldGroup group : kGroups) {
    auto* header = new GroupHeader(theme_, laneOf(group), this);
    headers_[group] = header;
    column_->addWidget(header);
    for (const Field& field : model_.schema().fields) {
      if (field.group == group && !field.advanced && !field.hidden) addRow(field, *column_);
    }
  }
}

void SchemaForm::buildMore() {
  more_ = new MoreToggle(theme_, this);
  moreBox_ = new QWidget(this);
  auto* inside = new QVBoxLayout(moreBox_);
  inside->setContentsMargins(0, 0, 0, 0);
  inside->setSpacing(0);
  for (const FieldGroup group : kGroups) {
    auto* header = new GroupHeader(theme_, laneOf(group), moreBox_);
    moreHeaders_[group] = header;
    inside->addWidget(header);
    for (const Field& field : model_.schema().fields) {
      if (field.group == group && field.advanced && !field.hidden) addRow(field, *inside);
    }
  }
  moreBox_->hide();
  column_->addWidget(more_);
  column_->addWidget(moreBox_);
  connect(more_, &QAbstractButton::toggled, this, [this](bool open) {
    moreBox_->setVisible(open);
    Q_EMIT moreToggled(open);
  });
}

void SchemaForm::addRow(const Field& field, QVBoxLayout& column) {
  auto* row = new FormRow(theme_, model_, field, this);
  column.addWidget(row);
  rows_.push_back(row);
  connect(row, &FormRow::explainRequested, this, &SchemaForm::explainRequested);
  connect(row, &FormRow::touched, this, &SchemaForm::touched);
  connect(row, &FormRow::hovered, this, [this](FormRow* which, bool inside) {
    if (inside) hovered_ = which;
    if (!inside && hovered_ == which) hovered_ = nullptr;
  });
}

void SchemaForm::setGroupFact(FieldGroup group, const QString& fact, const QString& help) {
  headers_.at(group)->setFact(fact, help);
}

bool SchemaForm::isMoreOpen() const {
  return more_->isChecked();
}

void SchemaForm::setMoreOpen(bool open) {
  more_->setChecked(open);
}

FormRow* SchemaForm::row(const std::string& pattern) const {
  for (FormRow* row : rows_) {
    if (row->field().pointer == pattern || pointerMatches(row->field().pointer, pattern)) return row;
  }
  return nullptr;
}

std::vector<FormRow*> SchemaForm::shownRows() const {
  std::vector<FormRow*> shown;
  for (FormRow* row : rows_) {
    if (isShown(*row)) shown.push_back(row);
  }
  return shown;
}

void SchemaForm::highlight(const QString& pattern) {
  FormRow* wanted = pattern.isEmpty() ? nullptr : row(pattern.toStdString());
  for (FormRow* row : rows_) row->setHighlighted(row == wanted);
}

void SchemaForm::refresh() {
  int moreCount = 0;
  std::map<FieldGroup, int> moreByGroup;
  for (FormRow* row : rows_) {
    const bool present = row->refresh();
    row->setVisible(present);
    if (!present || !row->field().advanced) continue;
    ++moreCount;
    ++moreByGroup[row->field().group];
  }
  for (const FieldGroup group : kGroups) {
    const QString name = groupName(group, model_.document());
    headers_.at(group)->setName(name);
    moreHeaders_.at(group)->setName(name);
    moreHeaders_.at(group)->setVisible(moreByGroup[group] > 0);
  }
  more_->setCount(moreCount);
  more_->setVisible(moreCount > 0);
  showIssues();
}

void SchemaForm::showIssues() {
  std::map<FormRow*, QStringList> byRow;
  QStringList others;
  for (const ConfigIssue& issue : model_.issues()) {
    FormRow* best = nullptr;  // the most particular row that edits this place
    for (FormRow* row : shownRows()) {
      if (!isInside(issue.path, row->field().pointer)) continue;
      if (best == nullptr || row->field().pointer.size() > best->field().pointer.size()) best = row;
    }
    const QString message = QString::fromStdString(issue.message);
    if (best != nullptr) {
      byRow[best].append(message);
    } else {
      others.append(QString::fromStdString(issue.path) + QStringLiteral(": ") + message);
    }
  }
  for (FormRow* row : rows_) row->setIssue(byRow[row].join(QLatin1Char('\n')));
  for (const auto& [row, messages] : byRow) {
    if (!messages.isEmpty() && row->field().advanced) more_->setChecked(true);
  }
  otherIssues_->setText(others.join(QLatin1Char('\n')));
  otherIssues_->setVisible(!others.isEmpty());
}

void SchemaForm::resetHovered() {
  FormRow* target = hovered_;
  for (QWidget* widget = focusWidget(); target == nullptr && widget != nullptr;
       widget = widget->parentWidget()) {
    target = qobject_cast<FormRow*>(widget);
  }
  if (target != nullptr) target->resetToDefault();
}

}  // namespace kernelscope::ui

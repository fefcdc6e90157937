#include "ui/forms/schema_form.h"

#include "ui/forms/form_row.h"
#include "ui/forms/group_header.h"
#include "ui/forms/more_toggle.h"
#include "ui/models/document_model.h"
#include "ui/theme/theme_controller.h"

#include <QLabel>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>
#include <map>
#include <utility>

namespace kernelscope::ui {
namespace {

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

SchemaForm::SchemaForm(const ThemeController& theme, DocumentModel& model, QWidget* parent)
    : SchemaForm(theme, model, laneSections(model.schema()), parent) {}

SchemaForm::SchemaForm(const ThemeController& theme, DocumentModel& model, std::vector<FormSection> sections,
                       QWidget* parent)
    : QWidget(parent), theme_(theme), model_(model), sections_(std::move(sections)) {
  buildFrame();
  buildSections();
  connect(&model_, &DocumentModel::documentChanged, this, &SchemaForm::refresh);
  connect(&model_, &DocumentModel::findingsChanged, this, &SchemaForm::showIssues);
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

void SchemaForm::buildFrame() {
  column_ = new QVBoxLayout(this);
  column_->setContentsMargins(0, 0, 0, 0);
  column_->setSpacing(0);
  otherIssues_ = new QLabel(this);
  otherIssues_->setWordWrap(true);
  more_ = new MoreToggle(theme_, this);
  column_->addWidget(otherIssues_);
  column_->addWidget(more_);
  column_->addStretch(1);
  connect(more_, &QAbstractButton::toggled, this, [this](bool open) {
    moreBox_->setVisible(open);
    Q_EMIT moreToggled(open);
  });
}

// The sections stand between what belongs to none of them and the line that opens the rest.
void SchemaForm::buildSections() {
  const auto box = [this] {
    auto* made = new QWidget(this);
    auto* inside = new QVBoxLayout(made);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    return made;
  };
  box_ = box();
  moreBox_ = box();
  auto* shown = static_cast<QVBoxLayout*>(box_->layout());
  auto* folded = static_cast<QVBoxLayout*>(moreBox_->layout());
  for (const FormSection& section : sections_) {
    headers_.push_back(addHeader(section, *shown));
    for (const Field& field : section.fields)
      if (!field.advanced && !field.hidden) addRow(section, field, *shown);
  }
  for (const FormSection& section : sections_) {
    moreHeaders_.push_back(addHeader(section, *folded));
    for (const Field& field : section.fields)
      if (field.advanced && !field.hidden) addRow(section, field, *folded);
  }
  column_->insertWidget(1, box_);
  column_->insertWidget(column_->indexOf(more_) + 1, moreBox_);
  moreBox_->setVisible(more_->isChecked());
  orderFocus();
}

// Tab goes through the form from top to bottom, also after rows were made anew.
void SchemaForm::orderFocus() {
  QWidget* last = otherIssues_;
  const auto follow = [&last](QWidget* part) {
    QWidget::setTabOrder(last, part);
    last = part;
  };
  const auto followAll = [this, &follow](const QWidget* parts) {  // lists of boxes have windows of their own
    if (parts == nullptr) return;
    for (QWidget* part : parts->findChildren<QWidget*>())
      if (part->focusPolicy() != Qt::NoFocus && part->window() == window()) follow(part);
  };
  followAll(box_);
  followAll(footer_);
  follow(more_);
  followAll(moreBox_);
}

void SchemaForm::setSections(std::vector<FormSection> sections) {
  sections_ = std::move(sections);
  hovered_ = nullptr;
  headers_.clear();
  moreHeaders_.clear();
  rows_.clear();
  for (QWidget* old : {box_, moreBox_}) {
    old->hide();
    column_->removeWidget(old);
    old->deleteLater();
  }
  buildSections();
  refresh();
}

void SchemaForm::setRule(std::function<bool(const std::string& pointer)> matters) {
  matters_ = std::move(matters);
  refresh();
}

void SchemaForm::setChoiceRule(
    std::function<bool(const std::string& pointer, const nlohmann::json& choice)> allows) {
  allows_ = std::move(allows);
  refresh();
}

void SchemaForm::setFooter(QWidget* footer) {
  footer_ = footer;
  column_->insertWidget(column_->indexOf(more_), footer);
  orderFocus();
}

GroupHeader* SchemaForm::addHeader(const FormSection& section, QVBoxLayout& column) {
  auto* header = new GroupHeader(theme_, section.series, this);
  header->setName(section.name);
  column.addWidget(header);
  return header;
}

void SchemaForm::addRow(const FormSection& section, const Field& field, QVBoxLayout& column) {
  auto* row = new FormRow(theme_, model_, field, section, this);
  column.addWidget(row);
  rows_.push_back(row);
  connect(row, &FormRow::explainRequested, this, &SchemaForm::explainRequested);
  connect(row, &FormRow::touched, this, &SchemaForm::touched);
  connect(row, &FormRow::hovered, this, [this](FormRow* which, bool inside) {
    if (inside) hovered_ = which;
    if (!inside && hovered_ == which) hovered_ = nullptr;
  });
}

void SchemaForm::setSectionName(std::size_t section, const QString& name) {
  headers_.at(section)->setName(name);
  moreHeaders_.at(section)->setName(name);
}

void SchemaForm::setGroupFact(FieldGroup group, const QString& fact, const QString& help) {
  for (std::size_t i = 0; i < sections_.size(); ++i)
    if (sections_[i].group == group) return headers_[i]->setFact(fact, help);
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

bool SchemaForm::refreshRow(FormRow& row) {
  const std::string& pointer = row.field().pointer;
  const bool shown = row.refresh() && (!matters_ || matters_(pointer));
  if (shown && allows_)
    row.setAllowed([&](const nlohmann::json& choice) { return allows_(pointer, choice); });
  row.setVisible(shown);
  return shown;
}

void SchemaForm::refresh() {
  std::map<std::string, bool> shown;
  for (FormRow* row : rows_) shown[row->field().pointer] = refreshRow(*row);
  int moreCount = 0;
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    const FormSection& section = sections_[i];
    const auto count = std::count_if(section.fields.begin(), section.fields.end(), [&](const Field& field) {
      return field.advanced && shown[field.pointer];
    });
    if (!section.namePointer.empty()) setSectionName(i, sectionName(section, model_.document()));
    moreHeaders_[i]->setVisible(count > 0);
    moreCount += static_cast<int>(count);
  }
  more_->setCount(moreCount);
  more_->setVisible(moreCount > 0);
  showIssues();
}

void SchemaForm::showIssues() {
  std::map<FormRow*, QStringList> byRow;
  QStringList others;
  std::vector<ConfigIssue> issues = model_.issues();
  issues.insert(issues.end(), model_.findings().begin(), model_.findings().end());
  for (const ConfigIssue& issue : issues) {
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

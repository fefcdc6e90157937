#include "ui/forms/form_row.h"

#include "ui/forms/control_help.h"
#include "ui/forms/default_dot.h"
#include "ui/forms/field_editor.h"
#include "ui/forms/form_section.h"
#include "ui/forms/icon_mark.h"
#include "ui/models/document_model.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/themed_label.h"
#include "ui/widgets/value_menu.h"

#include <QContextMenuEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <utility>

namespace kernelscope::ui {
namespace {

constexpr double kDotDiameter = 1.5;  // u
constexpr int kGutter = 4;            // u
constexpr int kGap = 2;               // u
constexpr int kRightMargin = 3;       // u

// "got -1; allowed: a number above 0" as the row shows it: the wrong value itself stands in the field.
QString shortIssue(const QString& message) {
  const QString allowed = QStringLiteral("allowed: ");
  const qsizetype at = message.indexOf(allowed);
  QString text = at < 0 ? message : FormRow::tr("Allowed: %1").arg(message.mid(at + allowed.size()));
  if (!text.isEmpty()) text[0] = text[0].toUpper();
  return text.endsWith(QLatin1Char('.')) || text.isEmpty() ? text : text + QLatin1Char('.');
}

}  // namespace

FormRow::FormRow(const ThemeController& theme, DocumentModel& model, const Field& field,
                 const FormSection& section, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      model_(model),
      field_(field),
      owner_(section.owner),
      series_(section.series.value_or(-1)),
      grid_(new QGridLayout(this)),
      dot_(new DefaultDot(this)),
      label_(new ThemedLabel(theme, fieldLabel(field), FontRole::Body, Colour::Text, this)),
      editor_(makeFieldEditor(model.schema(), field, fieldLane(field), this)),
      mark_(new IconMark(this)),
      issueLabel_(new ThemedLabel(theme, FontRole::Small, Colour::Diverged, this)) {
  grid_->addWidget(dot_, 0, 0);
  grid_->addWidget(label_, 0, 1);
  grid_->addWidget(editor_, 0, 2);
  grid_->addWidget(mark_, 0, 3);
  grid_->addWidget(issueLabel_, 1, 1, 1, 3);
  grid_->setColumnStretch(2, 1);
  issueLabel_->setWordWrap(true);
  issueLabel_->hide();
  describe();
  theme_.follow(this, [this] { applyTheme(); });
  connect(dot_, &QAbstractButton::clicked, this, &FormRow::resetToDefault);
  connect(editor_, &FieldEditor::edited, this, &FormRow::apply);
}

void FormRow::describe() {
  const QString label = fieldLabel(field_);
  const QString name = owner_.isEmpty() ? label : tr("%1, %2").arg(owner_, label);
  const QString help = fieldHelp(field_, effectText(field_), model_.defaultValue(field_.pointer));
  setAccessibleName(name);
  setToolTip(help);
  label_->setElided(true);
  label_->setToolTip(label + QLatin1Char('\n') + help);
  label_->setBuddy(editor_);
  describeEditor(*editor_, name, help);
  describeControl(*dot_, tr("Reset %1 to default").arg(name), tr("Not the default. Click to restore it."));
  describeControl(*mark_, effectText(field_), effectText(field_));
  setExplainTopic(*this, [this] { return QString::fromStdString(field_.pointer); });
  for (QWidget* child : findChildren<QWidget*>()) {
    child->setContextMenuPolicy(Qt::NoContextMenu);  // left to this row
    if (child->focusPolicy() != Qt::NoFocus) child->installEventFilter(this);
  }
}

void FormRow::applyTheme() {
  const Theme& look = theme_.theme();
  grid_->setContentsMargins(0, 0, look.u(kRightMargin), 0);
  grid_->setHorizontalSpacing(0);
  grid_->setVerticalSpacing(0);
  grid_->setRowMinimumHeight(0, look.height(Height::Row));
  dot_->setFixedWidth(look.u(kGutter));
  dot_->setFixedHeight(look.height(Height::Row));
  label_->setFixedWidth(look.width(Width::RowLabel) + look.u(kGap));
  label_->setContentsMargins(0, 0, look.u(kGap), 0);
  mark_->setFixedSize(look.width(Width::EffectMark) + look.u(kGap), look.height(Height::Row));
  mark_->setContentsMargins(look.u(kGap), 0, 0, 0);
  editor_->setUnit(look.u());
  const QColor colour = series_ < 0 ? look.colour(Colour::Accent) : look.series(series_).colour;
  dot_->setLook(colour, look.u(kDotDiameter));
  issueLabel_->setContentsMargins(0, 0, 0, look.u(1));
  setIssue(issue_);
  update();
}

bool FormRow::refresh() {
  const FieldState state = model_.state(field_.pointer);
  if (!state.present) return false;
  editor_->setState(state);
  dot_->setShown(!state.isDefault);
  return true;
}

void FormRow::setAllowed(const std::function<bool(const nlohmann::json& choice)>& allowed) {
  editor_->setAllowed(allowed);
}

void FormRow::setIssue(const QString& message) {
  issue_ = message;
  const bool wrong = !message.isEmpty();
  editor_->setWrong(wrong);
  issueLabel_->setText(shortIssue(message));
  issueLabel_->setToolTip(message);
  issueLabel_->setVisible(wrong);
  showMark();
}

void FormRow::showMark() {
  const Theme& look = theme_.theme();
  const int size = look.height(Height::IconMark);
  if (!issue_.isEmpty()) {
    mark_->setIcon(QStringLiteral("diverged"), look.colour(Colour::Diverged), size);
    describeControl(*mark_, issue_, issue_);
    return;
  }
  const bool restarts = field_.effect != FieldEffect::Live;
  mark_->setIcon(restarts ? QStringLiteral("restarts_lane") : QString(), look.colour(Colour::TextSecondary),
                 size);
  describeControl(*mark_, effectText(field_), effectText(field_));
}

void FormRow::setHighlighted(bool highlighted) {
  if (std::exchange(highlighted_, highlighted) != highlighted) update();
}

void FormRow::resetToDefault() {
  Q_EMIT touched(QString::fromStdString(field_.pointer));
  model_.resetValue(field_.pointer);
}

void FormRow::focusEditor() {
  editor_->setFocus(Qt::TabFocusReason);
}

void FormRow::apply(const nlohmann::json& value, bool continues) {
  if (!continues || gesture_ == 0) gesture_ = model_.newGesture();
  Q_EMIT touched(QString::fromStdString(field_.pointer));
  model_.setValue(field_.pointer, value, gesture_);
}

QMenu* FormRow::makeContextMenu() {
  ValueMenu menu;
  menu.topic = QString::fromStdString(field_.pointer);
  menu.text = [this] { return editor_->text(); };
  menu.isDefault = [this] { return !dot_->isShown(); };
  menu.reset = [this] { resetToDefault(); };
  menu.explain = [this](const QString& pattern) { Q_EMIT explainRequested(pattern); };
  QMenu* made = makeValueMenu(menu, this);
  if (!actions().isEmpty()) made->addSeparator();
  made->addActions(actions());
  return made;
}

void FormRow::contextMenuEvent(QContextMenuEvent* event) {
  QMenu* menu = makeContextMenu();
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->popup(event->globalPos());
  event->accept();
}

void FormRow::enterEvent(QEnterEvent* event) {
  hover_ = true;
  update();
  Q_EMIT hovered(this, true);
  QWidget::enterEvent(event);
}

void FormRow::leaveEvent(QEvent* event) {
  hover_ = false;
  update();
  Q_EMIT hovered(this, false);
  QWidget::leaveEvent(event);
}

void FormRow::paintEvent(QPaintEvent*) {
  if (!hover_ && !highlighted_) return;
  QPainter painter(this);
  painter.fillRect(rect(), theme_.theme().colour(highlighted_ ? Colour::Selected : Colour::Hover));
}

void FormRow::actionEvent(QActionEvent* event) {
  if (event->type() == QEvent::ActionAdded) editor_->addAction(event->action());
  if (event->type() == QEvent::ActionRemoved) editor_->removeAction(event->action());
  QWidget::actionEvent(event);
}

bool FormRow::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusIn) Q_EMIT touched(QString::fromStdString(field_.pointer));
  return QWidget::eventFilter(watched, event);
}

}  // namespace kernelscope::ui

#include "ui/widgets/command_button.h"

#include "ui/theme/paint_buttons.h"
#include "ui/theme/theme_controller.h"

#include <QAction>
#include <QPainter>
#include <QStyleOptionToolButton>
#include <algorithm>

namespace kernelscope::ui {

CommandButton::CommandButton(const ThemeController& theme, QAction* command, QWidget* parent)
    : QToolButton(parent), theme_(theme) {
  setDefaultAction(command);
  setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  setFocusPolicy(Qt::TabFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setAccessibleName(command->iconText());
  connect(command, &QAction::changed, this, [this, command] {
    setAccessibleName(command->iconText());
    setHidden(!command->isVisible());
    updateGeometry();
  });
  setHidden(!command->isVisible());
  theme.follow(this, [this] {
    updateGeometry();
    update();
  });
}

void CommandButton::setKeyShown(bool shown) {
  keyShown_ = shown;
  updateGeometry();
  update();
}

void CommandButton::setTextShown(bool shown) {
  setToolButtonStyle(shown ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
}

void CommandButton::setPrimary(bool primary) {
  if (property("primary").toBool() == primary) return;
  setProperty("primary", primary);
  update();
}

void CommandButton::reserve(const QStringList& texts) {
  reserved_ = texts;
  updateGeometry();
}

QString CommandButton::keyHint() const {
  if (!keyShown_ || !defaultAction() || toolButtonStyle() == Qt::ToolButtonIconOnly) return {};
  return defaultAction()->shortcut().toString(QKeySequence::NativeText);
}

// Buttons that may become primary keep the room of the bold form.
QFont CommandButton::contentFont() const {
  QFont font = theme_.theme().font(FontRole::Body);
  font.setBold(property("primary").isValid());
  return font;
}

QSize CommandButton::sizeHint() const {
  const Theme& t = theme_.theme();
  const int height = t.height(Height::Control);
  if (toolButtonStyle() == Qt::ToolButtonIconOnly) return {height + t.u(0.5), height};
  int width = 0;
  for (const QString& text : reserved_ + QStringList{this->text()}) {
    width = std::max(width, buttonContentSize(t, {icon(), text, keyHint(), contentFont()}).width());
  }
  return {width + t.u(5), height};
}

void CommandButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  QStyleOptionToolButton option;
  initStyleOption(&option);
  const ButtonKind kind = buttonKind(this, autoRaise());
  const QString text = toolButtonStyle() == Qt::ToolButtonIconOnly ? QString() : this->text();
  paintButtonPanel(painter, theme_.theme(), rect(), kind, option.state, this);
  QFont font = contentFont();
  font.setBold(kind == ButtonKind::Primary);
  paintButtonContent(painter, theme_.theme(), rect(), {icon(), text, keyHint(), font}, kind, option.state);
}

}  // namespace kernelscope::ui

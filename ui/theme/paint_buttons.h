#pragma once
// Buttons of every kind: panel, content, tick boxes, radio buttons, the focus ring.

#include <QFont>
#include <QIcon>
#include <QStyleOption>

class QPainter;
class QWidget;

namespace kernelscope::ui {

class Theme;

enum class ButtonKind { Normal, Primary, Toggle, Segment, Flat };

// Read from the widget's dynamic properties; Flat for auto-raised tool buttons and flat push buttons.
ButtonKind buttonKind(const QWidget* widget, bool flat);
// The default button of a dialog is its primary one.
ButtonKind pushButtonKind(const QStyleOptionButton& option, const QWidget* widget);

QColor buttonTextColour(const Theme& theme, ButtonKind kind, QStyle::State state);
void paintButtonPanel(QPainter& painter, const Theme& theme, const QRect& rect, ButtonKind kind,
                      QStyle::State state, const QWidget* widget);

// Icon, text and a small key name, centred as one line.
struct ButtonContent {
  QIcon icon;
  QString text;
  QString keyHint;
  QFont font;
};
QSize buttonContentSize(const Theme& theme, const ButtonContent& content);
void paintButtonContent(QPainter& painter, const Theme& theme, const QRect& rect,
                        const ButtonContent& content, ButtonKind kind, QStyle::State state);

void paintPushButtonLabel(QPainter& painter, const Theme& theme, const QStyleOptionButton& option,
                          const QWidget* widget);
void paintToolButton(QPainter& painter, const Theme& theme, const QStyleOptionToolButton& option,
                     const QWidget* widget);
void paintTickBox(QPainter& painter, const Theme& theme, const QRect& rect, QStyle::State state);
void paintRadioButton(QPainter& painter, const Theme& theme, const QRect& rect, QStyle::State state);
void paintFocusFrame(QPainter& painter, const Theme& theme, const QRect& rect);

}  // namespace kernelscope::ui

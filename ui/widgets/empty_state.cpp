#include "ui/widgets/empty_state.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/themed_label.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace kernelscope::ui {

namespace {

class LargeIcon final : public QWidget {
 public:
  LargeIcon(const ThemeController& theme, QString name) : theme_(theme), name_(std::move(name)) {
    theme.follow(this, [this] {
      setFixedHeight(theme_.theme().u(7));
      update();
    });
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const int side = theme_.theme().u(7);
    paintIcon(painter, name_, QRectF((width() - side) / 2, 0, side, side),
              theme_.theme().colour(Colour::TextSecondary));
  }

 private:
  const ThemeController& theme_;
  QString name_;
};

}  // namespace

EmptyState::EmptyState(const ThemeController& theme, const QString& iconName, const QString& fact,
                       const QString& help, const QString& button, QWidget* parent)
    : QWidget(parent), theme_(theme) {
  auto* column = new QVBoxLayout(this);
  column->addStretch(1);
  column->addWidget(new LargeIcon(theme, iconName));
  auto* bold = new ThemedLabel(theme, fact, FontRole::BodyBold);
  auto* line = new ThemedLabel(theme, help, FontRole::Body, Colour::TextSecondary);
  for (ThemedLabel* label : {bold, line}) {
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    column->addWidget(label);
  }
  if (!button.isEmpty()) {
    auto* push = new QPushButton(button);
    push->setAccessibleName(button);
    push->setToolTip(help);
    connect(push, &QPushButton::clicked, this, &EmptyState::clicked);
    column->addWidget(push, 0, Qt::AlignHCenter);
  }
  column->addStretch(1);
  setAccessibleName(fact);
  setAccessibleDescription(help);
  theme.follow(this, [this, column] {
    const int u = theme_.theme().u();
    column->setSpacing(2 * u);
    column->setContentsMargins(6 * u, 6 * u, 6 * u, 6 * u);
    update();
  });
}

void EmptyState::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const qreal line = sharpWidth(painter);
  painter.setPen(Theme::dashedPen(theme_.theme().colour(Colour::Control), line, {3, 3}));
  painter.drawRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2));
}

}  // namespace kernelscope::ui

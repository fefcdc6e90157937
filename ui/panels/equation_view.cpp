#include "ui/panels/equation_view.h"

#include "ui/theme/theme_controller.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QWheelEvent>

namespace kernelscope::ui {
namespace {

constexpr int kPadding = 3;  // u

}  // namespace

EquationView::EquationView(const ThemeController& theme, QWidget* parent)
    : QTextBrowser(parent), theme_(theme) {
  setOpenLinks(false);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  connect(this, qOverload<const QUrl&>(&QTextBrowser::highlighted), this,
          [this](const QUrl& link) { Q_EMIT symbolHovered(link.toString()); });
  connect(this, &QTextBrowser::anchorClicked, this,
          [this](const QUrl& link) { Q_EMIT symbolClicked(link.toString()); });
  theme_.follow(this, [this] { fill(); });
}

void EquationView::setLines(const QStringList& html) {
  if (lines_ == html) return;
  lines_ = html;
  fill();
}

// Links get a dotted underline and the text's own colour; rich text knows no dotted underline by itself.
void EquationView::fill() {
  const Theme& look = theme_.theme();
  setPalette(look.palette(Colour::Stage));
  QPalette stage = palette();
  stage.setColor(QPalette::Base, look.colour(Colour::Stage));
  setPalette(stage);
  document()->setDefaultFont(look.font(FontRole::Equation));
  document()->setDocumentMargin(look.u(kPadding));
  setHtml(QStringLiteral("<div align=\"center\">") + lines_.join(QStringLiteral("<br>")) +
          QStringLiteral("</div>"));
  for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
    for (auto it = block.begin(); !it.atEnd(); ++it) {
      const QTextFragment fragment = it.fragment();
      if (!fragment.charFormat().isAnchor()) continue;
      QTextCursor cursor(document());
      cursor.setPosition(fragment.position());
      cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
      QTextCharFormat format;
      format.setFontUnderline(false);
      format.setUnderlineStyle(QTextCharFormat::DotLine);
      format.setForeground(look.colour(Colour::Text));
      cursor.mergeCharFormat(format);
    }
  }
  updateGeometry();
}

QSize EquationView::sizeHint() const {
  return {theme_.theme().u(60), heightForWidth(theme_.theme().u(60))};
}

int EquationView::heightForWidth(int width) const {
  QTextDocument* copy = document()->clone();
  copy->setTextWidth(width - 2 * frameWidth());
  const int height = static_cast<int>(copy->size().height()) + 2 * frameWidth();
  delete copy;
  return height;
}

void EquationView::wheelEvent(QWheelEvent* event) {
  event->ignore();
}

}  // namespace kernelscope::ui

#include "ui/dialogs/about_dialog.h"

#include "ui/dialogs/diagnostics.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/themed_label.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kernelscope::ui {

AboutDialog::AboutDialog(const ThemeController& theme, const QStringList& diagnostics, QWidget* parent)
    : QDialog(parent) {
  setWindowTitle(tr("About Kernelscope"));
  const Theme& t = theme.theme();
  auto* icon = new QLabel;
  icon->setPixmap(applicationIcon().pixmap(QSize(t.u(14), t.u(14)), devicePixelRatio()));
  auto* words = new QVBoxLayout;
  words->addWidget(new ThemedLabel(theme, tr("Kernelscope %1").arg(QCoreApplication::applicationVersion()),
                                   FontRole::Title));
  words->addWidget(new ThemedLabel(theme, tr("A laboratory for neural-network kernels"), FontRole::Body));
  words->addWidget(
      new ThemedLabel(theme, tr("Free software under the GNU General Public License, version 3 or later"),
                      FontRole::Small, Colour::TextSecondary));
  words->addWidget(new ThemedLabel(
      theme, tr("Uses Qt, QCustomPlot, OpenBLAS, Eigen, nlohmann-json, fmt, libpng, libjpeg and libzip"),
      FontRole::Small, Colour::TextSecondary));
  auto* head = new QHBoxLayout;
  head->setSpacing(t.u(4));
  head->addWidget(icon, 0, Qt::AlignTop);
  head->addLayout(words, 1);
  const QString text = diagnosticLines(t, diagnostics).join('\n');
  auto* box = new QPlainTextEdit(text);
  box->setReadOnly(true);
  box->setFont(t.font(FontRole::Mono));
  box->setLineWrapMode(QPlainTextEdit::NoWrap);
  box->setAccessibleName(tr("Diagnostics"));
  auto* copy = new QPushButton(tr("Copy diagnostics"));
  copy->setToolTip(tr("Copy the lines above, to paste into a report"));
  copy->setAutoDefault(false);
  auto* close = new QPushButton(tr("Close"));
  close->setToolTip(tr("Close this window (Esc)"));
  close->setDefault(true);
  connect(copy, &QPushButton::clicked, this, [text] { QGuiApplication::clipboard()->setText(text); });
  connect(close, &QPushButton::clicked, this, &QDialog::close);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(copy);
  buttons->addStretch(1);
  buttons->addWidget(close);
  auto* column = new QVBoxLayout(this);
  column->setSpacing(t.u(3));
  column->addLayout(head);
  column->addWidget(box, 1);
  column->addLayout(buttons);
  resize(t.u(150), t.u(90));
}

}  // namespace kernelscope::ui

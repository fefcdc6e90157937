#include "ui/panels/kernel_error_explain.h"

#include "ui/forms/control_help.h"
#include "ui/panels/equation_view.h"
#include "ui/panels/kernel_error/error_chart.h"
#include "ui/panels/kernel_error/study_advice.h"
#include "ui/panels/kernel_error/study_figures.h"
#include "ui/panels/kernel_error/study_offers.h"
#include "ui/panels/kernel_error/study_topics.h"
#include "ui/panels/kernel_error/study_verdict.h"
#include "ui/panels/panel_header.h"
#include "ui/panels/try_button.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/themed_label.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace kernelscope::ui {

namespace {

const QString kFirstTopic = QStringLiteral("view:error");

void removeAll(QLayout& layout) {
  while (QLayoutItem* item = layout.takeAt(0)) {
    item->widget()->hide();
    item->widget()->deleteLater();
    delete item;
  }
}

}  // namespace

KernelErrorExplain::KernelErrorExplain(const ThemeController& theme, QWidget* parent)
    : Surface(theme, Colour::Panel, {}, parent), topic_(kFirstTopic) {
  auto* column = new QVBoxLayout(this);
  column->setSpacing(0);
  header_ = new PanelHeader(theme, tr("Explain"), this);
  column->addWidget(header_);
  buildBody();
  column->addWidget(scroll_, 1);
  setAccessibleName(tr("Explain"));
  theme.follow(this, [this] { applyTheme(); });
  refresh();
}

ThemedLabel* KernelErrorExplain::addTitle(const QString& text) {
  auto* label = new ThemedLabel(controller(), text, FontRole::Small, Colour::TextSecondary, body_);
  body_->layout()->addWidget(label);
  return label;
}

ThemedLabel* KernelErrorExplain::addWords() {
  auto* label = new ThemedLabel(controller(), FontRole::Body, Colour::Text, body_);
  label->setWordWrap(true);
  body_->layout()->addWidget(label);
  return label;
}

void KernelErrorExplain::buildBody() {
  body_ = new QWidget(this);
  auto* inside = new QVBoxLayout(body_);
  equation_ = new EquationView(controller(), body_);
  equation_->setAccessibleName(tr("Equation"));
  equation_->setAccessibleDescription(tr("The mathematics of the subject, with the present numbers in it"));
  inside->addWidget(equation_);
  note_ = addWords();
  tableTitle_ = addTitle({});
  table_ = new StudyTable(controller(), body_);
  inside->addWidget(table_);
  tableNote_ = addTitle({});
  tableNote_->setWordWrap(true);
  seeTitle_ = addTitle(tr("What you see"));
  see_ = addWords();
  tryTitle_ = addTitle(tr("Try this"));
  offers_ = new QVBoxLayout;
  offers_->setSpacing(0);
  inside->addLayout(offers_);
  adviceTitle_ = addTitle({});
  adviceTitle_->setWordWrap(true);
  adviceTitle_->hide();
  advice_ = new StudyTable(controller(), body_);
  advice_->setAccessibleName(tr("Advice"));
  advice_->hide();
  inside->addWidget(advice_);
  inside->addStretch(1);
  scroll_ = new QScrollArea(this);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setWidgetResizable(true);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);
  scroll_->setWidget(body_);
  body_->setAutoFillBackground(false);
  scroll_->viewport()->setAutoFillBackground(false);
}

void KernelErrorExplain::setStudy(std::shared_ptr<const KernelErrorReport> report,
                                  std::shared_ptr<const KernelErrorConfig> config) {
  study_ = kernelStudy(std::move(report), std::move(config));
  refresh();
}

void KernelErrorExplain::setTopic(const QString& pointerOrTopic) {
  topic_ = pointerOrTopic.isEmpty() ? kFirstTopic : pointerOrTopic;
  showTopic();
}

void KernelErrorExplain::refresh() {
  showTopic();
  const bool any = static_cast<bool>(study_);
  for (QWidget* part : std::initializer_list<QWidget*>{tableTitle_, table_, seeTitle_, see_})
    part->setVisible(any);
  tableNote_->setVisible(study_.methods() > kExplainedMethods);
  if (any) {
    tableTitle_->setText(tr("With the current set-up, m = %1").arg(countText(study_.shownFeatures())));
    tableNote_->setText(tr("The first three of %1 methods; all stand under Estimates").arg(study_.methods()));
    table_->setContent(explainTable(study_));
    see_->setText(studyVerdict(study_));
  }
  // A preview has no advice and few trials: offers would flicker with every move of a slider.
  if (any && study_.report->preview) return;
  showOffers();
  showAdvice();
}

void KernelErrorExplain::showTopic() {
  const StudyTopic topic = studyTopic(topic_, study_);
  header_->setSubject(topic.title);
  equation_->setVisible(!topic.equation.isEmpty());
  equation_->setLines(topic.equation);
  note_->setVisible(!topic.note.isEmpty());
  note_->setText(topic.note);
}

void KernelErrorExplain::showOffers() {
  removeAll(*offers_);
  const std::vector<StudyOffer> offers = studyOffers(study_);
  for (const StudyOffer& offer : offers) {
    auto* button = new TryButton(controller(), offer.label, body_);
    describeControl(*button, offer.label, tr("Changes the set-up; can be undone"));
    connect(button, &QAbstractButton::clicked, this, [this, changes = offer.changes] {
      for (const auto& [pointer, value] : changes) Q_EMIT trySetting(pointer, value);
    });
    offers_->addWidget(button);
    button->show();
  }
  tryTitle_->setVisible(!offers.empty());
}

// Advice takes longer than the rest: until it comes, the one before stays.
void KernelErrorExplain::showAdvice() {
  if (study_ && study_.report->advice.empty() && study_.config && study_.config->advise) return;
  const StudyTableContent content = adviceTable(study_);
  const double wished = study_.config ? study_.config->wishedError : 0.05;
  adviceTitle_->setText(tr("Advice: m for %1 standard deviation").arg(shareText(wished)));
  adviceTitle_->setVisible(!content.rows.empty());
  advice_->setVisible(!content.rows.empty());
  advice_->setContent(content);
}

void KernelErrorExplain::addHeaderControl(QWidget* control) {
  header_->addTrailing(control);
}

QString KernelErrorExplain::subject() const {
  return header_->subject();
}

QString KernelErrorExplain::verdict() const {
  return see_->text();
}

void KernelErrorExplain::applyTheme() {
  const Theme& look = controller().theme();
  layout()->setContentsMargins(look.u(3), 0, look.u(2), 0);
  body_->layout()->setContentsMargins(0, 0, look.u(1), look.u(3));
  body_->layout()->setSpacing(look.u(1.5));
}

}  // namespace kernelscope::ui

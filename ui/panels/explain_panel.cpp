#include "ui/panels/explain_panel.h"

#include "ui/forms/control_help.h"
#include "ui/forms/field_text.h"
#include "ui/models/config_model.h"
#include "ui/panels/equation_view.h"
#include "ui/panels/fact_row.h"
#include "ui/panels/panel_header.h"
#include "ui/panels/try_button.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/themed_label.h"

#include <QAbstractButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace kernelscope::ui {
namespace {

constexpr std::size_t kMaximumOffers = 3;

void clear(QLayout& layout) {
  while (QLayoutItem* item = layout.takeAt(0)) {
    item->widget()->hide();
    item->widget()->deleteLater();
    delete item;
  }
}

// The value that an offer would set, or null when it makes no sense now.
nlohmann::json offeredValue(const ExplainOffer& offer, const Field& field, const FieldState& state) {
  if (!state.present) return {};
  nlohmann::json value = offer.set;
  if (offer.multiply) {
    if (!state.value.is_number() || state.mixed) return {};
    const double product = state.value.get<double>() * *offer.multiply;
    value = field.kind == FieldKind::Integer
                ? nlohmann::json(std::llround(product))
                : nlohmann::json(std::stod(QString::number(product, 'g', 12).toStdString()));
  }
  const bool same = !state.mixed && sameValue(value, state.value);
  return same || !valueIssue(field, value).empty() ? nlohmann::json() : value;
}

}  // namespace

ExplainPanel::ExplainPanel(const ThemeController& theme, ConfigModel& model, QWidget* parent)
    : Surface(theme, Colour::Panel, {}, parent),
      model_(model),
      content_(ExplainContent::forTask(model.schema().task)) {
  auto* column = new QVBoxLayout(this);
  column->setSpacing(0);
  header_ = new PanelHeader(theme, tr("Explain"), this);
  column->addWidget(header_);
  buildBody();
  column->addWidget(scroll_, 1);
  setAccessibleName(tr("Explain"));
  connect(&model_, &ConfigModel::documentChanged, this, &ExplainPanel::refresh);
  theme.follow(this, [this] { applyTheme(); });
}

void ExplainPanel::buildBody() {
  body_ = new QWidget(this);
  auto* inside = new QVBoxLayout(body_);
  equation_ = new EquationView(controller(), body_);
  tableTitle_ = new ThemedLabel(controller(), tr("With the current set-up"), FontRole::Small,
                                Colour::TextSecondary, body_);
  table_ = new QVBoxLayout;
  seeTitle_ =
      new ThemedLabel(controller(), tr("What you see"), FontRole::Small, Colour::TextSecondary, body_);
  see_ = new ThemedLabel(controller(), FontRole::Body, Colour::Text, body_);
  see_->setWordWrap(true);
  tryTitle_ = new ThemedLabel(controller(), tr("Try this"), FontRole::Small, Colour::TextSecondary, body_);
  offers_ = new QVBoxLayout;
  inside->addWidget(equation_);
  inside->addWidget(tableTitle_);
  inside->addLayout(table_);
  inside->addWidget(seeTitle_);
  inside->addWidget(see_);
  inside->addWidget(tryTitle_);
  inside->addLayout(offers_);
  inside->addStretch(1);
  table_->setSpacing(0);
  offers_->setSpacing(0);
  scroll_ = new QScrollArea(this);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setWidgetResizable(true);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);
  scroll_->setWidget(body_);
  body_->setAutoFillBackground(false);
  scroll_->viewport()->setAutoFillBackground(false);
  const auto fieldOf = [this](const QString& link) {
    return QString::fromStdString(resolvedField(link.toStdString(), focus_));
  };
  connect(equation_, &EquationView::symbolHovered, this,
          [this, fieldOf](const QString& link) { Q_EMIT symbolHovered(fieldOf(link)); });
  connect(equation_, &EquationView::symbolClicked, this,
          [this, fieldOf](const QString& link) { explain(fieldOf(link)); });
}

void ExplainPanel::explain(const QString& pattern) {
  pattern_ = pattern.toStdString();
  refresh();
}

QString ExplainPanel::subject() const {
  return header_->subject();
}

void ExplainPanel::setFact(const QString& name, const QString& text) {
  if (measured_.value(name) == text) return;
  measured_[name] = facts_[name] = text;
  if (const ExplainTopic* topic = content_.find(focus_, model_.config())) showFacts(*topic);
}

void ExplainPanel::refresh() {
  focus_ = explainFocus(pattern_, model_.config());
  facts_ = explainFacts(model_.config(), focus_);
  facts_.insert(measured_);
  const Field* field = model_.schema().find(pattern_);
  const ExplainTopic* topic = content_.find(focus_, model_.config());
  body_->setVisible(field != nullptr || topic != nullptr);
  if (field != nullptr) {
    const QString lane = fieldLane(*field);
    header_->setSubject(lane.isEmpty() ? fieldLabel(*field) : tr("%1 of %2").arg(fieldLabel(*field), lane));
  } else if (topic != nullptr) {
    header_->setSubject(topic->title);
  }
  if (topic != nullptr) {
    showTopic(*topic);
  } else if (field != nullptr) {
    showField(*field);
  }
}

void ExplainPanel::showTopic(const ExplainTopic& topic) {
  QStringList lines;
  for (const QString& line : topic.equation) {
    const QString html = equationHtml(line, facts_);
    if (!html.isNull()) lines.append(html);
  }
  equation_->setVisible(!lines.isEmpty());
  equation_->setLines(lines);
  showFacts(topic);
  seeTitle_->setText(tr("What you see"));
  see_->setText(topic.see);
  showOffers(topic.offers);
}

void ExplainPanel::showFacts(const ExplainTopic& topic) {
  std::vector<std::array<QString, 3>> rows;
  for (const std::array<QString, 3>& row : topic.table) {
    const QString what = withFacts(row[1], facts_), value = withFacts(row[2], facts_);
    if (!what.isNull() && (row[2].isEmpty() || !value.isNull())) rows.push_back({row[0], what, value});
  }
  showTable(rows);
}

void ExplainPanel::showField(const Field& field) {
  equation_->hide();
  const FieldState state = model_.state(field.pointer);
  std::vector<std::array<QString, 3>> rows;
  const bool isList = field.kind == FieldKind::Layers;
  if (state.present && !isList)
    rows.push_back({QString(), tr("now"), state.mixed ? tr("mixed") : valueText(state.value, field)});
  if (!isList)
    rows.push_back({QString(), tr("default"), valueText(model_.defaultValue(field.pointer), field)});
  const bool hasRange =
      (field.kind == FieldKind::Integer || field.kind == FieldKind::Real) && field.minimum < field.maximum;
  if (hasRange)
    rows.push_back(
        {QString(), tr("allowed"), tr("%1 to %2").arg(numberText(field.minimum), numberText(field.maximum))});
  showTable(rows);
  seeTitle_->setText(tr("What it does"));
  see_->setText(schemaText(field.help));
  showOffers({});
}

// Numbers that change while a lane trains are put into the rows that stand there.
void ExplainPanel::showTable(const std::vector<std::array<QString, 3>>& rows) {
  const bool sameFacts = std::ranges::equal(rows, shownRows_, [](const auto& now, const auto& before) {
    return now[0] == before[0] && now[1] == before[1];
  });
  shownRows_ = rows;
  tableTitle_->setVisible(!rows.empty());
  if (sameFacts) {
    for (std::size_t i = 0; i < rows.size(); ++i) rows_[i]->setValue(rows[i][2]);
    return;
  }
  clear(*table_);
  rows_.clear();
  for (const std::array<QString, 3>& row : rows) {
    rows_.push_back(new FactRow(controller(), row, body_));
    table_->addWidget(rows_.back());
    rows_.back()->show();
  }
}

void ExplainPanel::showOffers(const std::vector<ExplainOffer>& offers) {
  clear(*offers_);
  std::size_t shown = 0;
  for (const ExplainOffer& offer : offers) {
    const std::string pattern = resolvedField(offer.field, focus_);
    const Field* field = model_.schema().find(pattern);
    if (field == nullptr || shown == kMaximumOffers) continue;
    const nlohmann::json value = offeredValue(offer, *field, model_.state(pattern));
    if (value.is_null()) continue;
    const QString text = QString(offer.label).replace(QStringLiteral("{value}"), valueText(value, *field));
    auto* button = new TryButton(controller(), text, body_);
    describeControl(*button, text, effectText(*field));
    connect(button, &QAbstractButton::clicked, this,
            [this, pattern, value] { model_.setValue(pattern, value); });
    offers_->addWidget(button);
    button->show();
    ++shown;
  }
  tryTitle_->setVisible(shown > 0);
}

void ExplainPanel::addHeaderControl(QWidget* control) {
  header_->addTrailing(control);
}

void ExplainPanel::applyTheme() {
  const Theme& look = controller().theme();
  layout()->setContentsMargins(look.u(3), 0, look.u(2), 0);
  body_->layout()->setContentsMargins(0, 0, look.u(1), look.u(3));
  body_->layout()->setSpacing(look.u(1.5));
}

}  // namespace kernelscope::ui

#include "ui/dialogs/export_dialog.h"

#include "ui/application_settings.h"
#include "ui/dialogs/dialog_menus.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/tab_bar.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace kernelscope::ui {

namespace {

constexpr double kPreviewWidthU = 88, kPreviewHeightU = 72;

QLabel* factLabel() {
  auto* label = new QLabel;
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

template <typename Control>
void describe(Control* control, const QString& name, const QString& help) {
  control->setAccessibleName(name);
  control->setAccessibleDescription(help);
  control->setToolTip(help);
}

}  // namespace

ExportOffers imageFieldOffers() {
  const auto words = [](const char* text) { return ExportDialog::tr(text); };
  ExportOffers offers;
  offers.parts = {{FigurePart::Page, words("Tiles and curves")}, {FigurePart::Tiles, words("Row of tiles")},
                  {FigurePart::Target, words("Target tile")},    {FigurePart::LaneA, words("Tile of lane A")},
                  {FigurePart::LaneB, words("Tile of lane B")},  {FigurePart::Chart, words("Curves")}};
  offers.columns = words(
      "Comma-separated values: step, the lane's own training seconds, lane, and every metric in its "
      "unit. A value that was not measured at a step is empty.");
  return offers;
}

ExportDialog::ExportDialog(const ThemeController& theme, ApplicationSettings& settings, ExportOffers offers,
                           QWidget* parent)
    : QDialog(parent),
      theme_(theme),
      settings_(settings),
      offers_(std::move(offers)),
      choice_(loadExportChoice(settings)) {
  choice_.sheet.part = offers_.parts[static_cast<std::size_t>(placeOf(choice_.sheet.part))].first;
  setWindowTitle(tr("Export"));
  kinds_ = new TabBar(theme, this);
  for (const QString& name : {tr("Figure"), tr("Numbers")}) kinds_->addTab(name);
  if (offers_.weights) kinds_->addTab(tr("Weights"));
  describe(kinds_, tr("What to export"),
           offers_.weights ? tr("A picture, a table of all steps, or trained parameters")
                           : tr("A picture, or a table of all numbers"));
  pages_ = new QStackedWidget;
  buildFigurePage();
  buildNumbersPage();
  buildWeightsPage();
  message_ = factLabel();
  message_->setAccessibleName(tr("Last export"));
  auto* column = new QVBoxLayout(this);
  column->addWidget(kinds_);
  column->addWidget(pages_, 1);
  column->addWidget(message_);
  column->addWidget(buildButtons());
  connect(kinds_, &QTabBar::currentChanged, this, &ExportDialog::takeControls);
  giveMenus();
  showChoice();
}

// In the list of parts; the first one for a part that this page does not have.
int ExportDialog::placeOf(FigurePart part) const {
  const auto found = std::ranges::find(offers_.parts, part, &std::pair<FigurePart, QString>::first);
  return found == offers_.parts.end() ? 0 : static_cast<int>(found - offers_.parts.begin());
}

void ExportDialog::giveMenus() {
  const ExportChoice fresh;
  giveDialogMenu(*kinds_, static_cast<int>(fresh.kind));
  giveDialogMenu(*part_, placeOf(fresh.sheet.part));
  giveDialogMenu(*format_, static_cast<int>(fresh.sheet.format));
  giveDialogMenu(*lane_, static_cast<int>(fresh.lane));
  giveDialogMenu(*weights_, static_cast<int>(fresh.weights));
  giveDialogMenu(
      *width_, [this, fresh] { return width_->value() == fresh.sheet.widthMillimetres; },
      [this, fresh] { width_->setValue(fresh.sheet.widthMillimetres); });
  giveDialogMenu(
      *dots_, [this, fresh] { return dots_->value() == fresh.sheet.dotsPerInch; },
      [this, fresh] { dots_->setValue(fresh.sheet.dotsPerInch); });
}

QComboBox* ExportDialog::addCombo(QFormLayout* form, const QString& label, const QString& help,
                                  const QStringList& items) {
  auto* combo = new QComboBox;
  combo->addItems(items);
  describe(combo, label, help);
  form->addRow(label, combo);
  connect(combo, &QComboBox::currentIndexChanged, this, &ExportDialog::takeControls);
  return combo;
}

void ExportDialog::buildFigurePage() {
  auto* page = new QWidget;
  auto* row = new QHBoxLayout(page);
  auto* form = new QFormLayout;
  QStringList parts;
  for (const auto& [part, name] : offers_.parts) parts << name;
  part_ = addCombo(form, tr("What"), tr("The part of the page to draw"), parts);
  format_ = addCombo(form, tr("Format"), tr("PNG has pixels; SVG and PDF keep curves and text as vectors"),
                     {tr("PNG"), tr("SVG"), tr("PDF")});
  width_ = new QDoubleSpinBox;
  width_->setDecimals(0);
  width_->setSingleStep(5);
  width_->setSuffix(tr("\u00A0mm"));
  describe(width_, tr("Width"), tr("Width on paper; the height follows from what is drawn"));
  form->addRow(tr("Width"), width_);
  dots_ = new QSpinBox;
  dots_->setRange(kSmallestDpi, kLargestDpi);
  dots_->setSingleStep(50);
  dots_->setSuffix(tr("\u00A0dpi"));
  describe(dots_, tr("Resolution"), tr("Pixels per inch of a PNG and of a copied figure"));
  form->addRow(tr("Resolution"), dots_);
  figureSize_ = factLabel();
  figureSize_->setAccessibleName(tr("Size of the figure"));
  form->addRow(tr("Size"), figureSize_);
  connect(width_, &QDoubleSpinBox::valueChanged, this, &ExportDialog::takeControls);
  connect(dots_, &QSpinBox::valueChanged, this, &ExportDialog::takeControls);
  preview_ = new QLabel;
  preview_->setAlignment(Qt::AlignCenter);
  preview_->setAccessibleName(tr("Preview of the figure"));
  row->addLayout(form);
  row->addWidget(preview_, 1);
  pages_->addWidget(page);
  theme_.follow(preview_, [this] {
    const Theme& look = theme_.theme();
    preview_->setFixedSize(look.u(kPreviewWidthU), look.u(kPreviewHeightU));
  });
}

void ExportDialog::buildNumbersPage() {
  auto* page = new QWidget;
  auto* form = new QFormLayout(page);
  numbers_ = factLabel();
  numbers_->setAccessibleName(tr("Size of the table"));
  form->addRow(tr("Table"), numbers_);
  auto* columns = factLabel();
  columns->setText(offers_.columns);
  columns->setAccessibleName(tr("Columns"));
  form->addRow(tr("Columns"), columns);
  pages_->addWidget(page);
}

void ExportDialog::buildWeightsPage() {
  auto* page = new QWidget;
  auto* form = new QFormLayout(page);
  lane_ = addCombo(form, tr("Lane"), tr("The lane whose parameters are saved"), {tr("A"), tr("B")});
  weights_ = addCombo(form, tr("Format"), tr("Every parameter under its name, frozen projections included"),
                      {tr("safetensors"), tr("NumPy npz"), tr("CSV: name, row, column, value")});
  weightFacts_ = factLabel();
  weightFacts_->setAccessibleName(tr("State that is saved"));
  form->addRow(tr("State"), weightFacts_);
  pages_->addWidget(page);
}

QWidget* ExportDialog::buildButtons() {
  auto* buttons = new QWidget;
  auto* row = new QHBoxLayout(buttons);
  row->setContentsMargins({});
  const auto add = [&](const QString& text, const QString& help) {
    auto* button = new QPushButton(text);
    button->setAutoDefault(false);
    describe(button, QString(text).remove(QLatin1Char('&')), help);
    row->addWidget(button);
    return button;
  };
  QPushButton* defaults = add(tr("&Defaults"), tr("Every choice of this dialog back to its default"));
  row->addStretch(1);
  copy_ = add(tr("&Copy"), tr("Copy the figure as a picture, to be pasted elsewhere"));
  QPushButton* close = add(tr("Close"), tr("Close this dialog; what is being written goes on"));
  save_ = add(tr("&Save…"), tr("Choose a file and write it"));
  save_->setDefault(true);
  connect(defaults, &QPushButton::clicked, this, [this] {
    ExportChoice fresh;
    fresh.kind = choice_.kind;
    setChoice(fresh);
  });
  connect(copy_, &QPushButton::clicked, this, &ExportDialog::copyRequested);
  connect(close, &QPushButton::clicked, this, &QDialog::close);
  connect(save_, &QPushButton::clicked, this, &ExportDialog::saveRequested);
  return buttons;
}

void ExportDialog::present(ExportKind kind) {
  ExportChoice wanted = choice_;
  wanted.kind = kind == ExportKind::Weights && !offers_.weights ? ExportKind::Numbers : kind;
  setMessage({});
  show();
  raise();
  activateWindow();
  setChoice(wanted);
  QWidget* first = kind == ExportKind::Figure    ? static_cast<QWidget*>(part_)
                   : kind == ExportKind::Weights ? lane_
                                                 : static_cast<QWidget*>(save_);
  first->setFocus(Qt::OtherFocusReason);
}

void ExportDialog::setChoice(const ExportChoice& choice) {
  choice_ = choice;
  choice_.sheet.widthMillimetres = std::clamp(
      choice.sheet.widthMillimetres, smallestWidthMillimetres(choice.sheet.part), kLargestWidthMillimetres);
  showChoice();
  saveExportChoice(choice_, settings_);
  Q_EMIT choiceChanged();
}

void ExportDialog::takeControls() {
  if (showing_) return;
  ExportChoice taken;
  taken.kind = static_cast<ExportKind>(kinds_->currentIndex());
  taken.sheet.part = offers_.parts[static_cast<std::size_t>(std::max(0, part_->currentIndex()))].first;
  taken.sheet.format = static_cast<FigureFormat>(format_->currentIndex());
  taken.sheet.widthMillimetres = width_->value();
  taken.sheet.dotsPerInch = dots_->value();
  taken.lane = static_cast<LaneId>(lane_->currentIndex());
  taken.weights = static_cast<WeightFormat>(weights_->currentIndex());
  if (taken != choice_) setChoice(taken);
}

void ExportDialog::showChoice() {
  showing_ = true;
  kinds_->setCurrentIndex(static_cast<int>(choice_.kind));
  pages_->setCurrentIndex(static_cast<int>(choice_.kind));
  part_->setCurrentIndex(placeOf(choice_.sheet.part));
  format_->setCurrentIndex(static_cast<int>(choice_.sheet.format));
  width_->setRange(smallestWidthMillimetres(choice_.sheet.part), kLargestWidthMillimetres);
  width_->setValue(choice_.sheet.widthMillimetres);
  dots_->setValue(choice_.sheet.dotsPerInch);
  lane_->setCurrentIndex(static_cast<int>(choice_.lane));
  weights_->setCurrentIndex(static_cast<int>(choice_.weights));
  copy_->setEnabled(choice_.kind == ExportKind::Figure);
  showing_ = false;
}

void ExportDialog::setFacts(const ExportFacts& facts) {
  figureSize_->setText(facts.figureSize);
  numbers_->setText(facts.numbers);
  weightFacts_->setText(facts.weights);
  save_->setEnabled(facts.possible);
}

void ExportDialog::setPreview(const QImage& preview) {
  QPixmap drawn = QPixmap::fromImage(preview);
  drawn.setDevicePixelRatio(preview_->devicePixelRatioF());
  preview_->setPixmap(drawn);
}

void ExportDialog::setMessage(const QString& text) {
  message_->setText(text);
}

QSize ExportDialog::previewPixels() const {
  return preview_->size() * preview_->devicePixelRatioF();
}

}  // namespace kernelscope::ui

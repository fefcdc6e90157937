#include "ui/panels/kernel_error/gram_row.h"

#include "ui/forms/form_combo.h"
#include "ui/panels/stage_margin.h"
#include "ui/panels/tile_navigation.h"
#include "ui/plots/field_tile.h"
#include "ui/plots/study_plot.h"
#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme_controller.h"

#include <QPainter>
#include <algorithm>

namespace kernelscope::ui {

namespace {

constexpr double kHistogramShare = 0.15;  // of the width
constexpr double kSmallestHistogramU = 28;
constexpr double kGramGapU = 3;

}  // namespace

GramRow::GramRow(const ThemeController& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), navigation_(new TileNavigation(this)) {
  for (FieldTile*& tile : tiles_) {
    tile = new FieldTile(theme, this);
    tile->setRowsShown(false);
    navigation_->follow(*tile);
    connect(tile, &FieldTile::clicked, this, [this] { Q_EMIT touched(QStringLiteral("plot:gram")); });
  }
  methods_ = new FormCombo(this);
  methods_->setAccessibleName(tr("Method of the estimate"));
  methods_->setToolTip(tr("The method whose estimate of the matrix is shown"));
  connect(methods_, &QComboBox::activated, this, [this](int place) {
    chosen_ = true;
    setShownMethod(static_cast<std::size_t>(place));
    Q_EMIT touched(QStringLiteral("plot:gram"));
  });
  histogram_ = new StudyPlot(theme, this);
  histogram_->setAccessibleName(tr("Histogram of the estimates"));
  connect(navigation_, &TileNavigation::windowChanged, this, &GramRow::refresh);
  connect(navigation_, &TileNavigation::probeChanged, this, &GramRow::refresh);
  theme.follow(this, [this] {
    methods_->setFont(theme_.theme().font(FontRole::Small));
    rebuild();
    layParts();
  });
}

void GramRow::setStudy(const KernelStudy& study) {
  const bool had = !picture_.cells.isEmpty();
  study_ = study;
  if (!study_ || !study_.report->preview || matrices_.methods() != study_.methods()) matrices_ = study_;
  if (!chosen_ || method_ >= study_.methods()) {
    chosen_ = false;
    method_ = study_.methods() > 0 ? study_.methods() - 1 : 0;
  }
  fillMethods();
  histogram_->setChart(histogramChart(study_, true));
  histogram_->setAccessibleDescription(histogramWords(study_));
  rebuild();
  if (had != !picture_.cells.isEmpty()) Q_EMIT heightChanged();
}

void GramRow::fillMethods() {
  QStringList names;
  for (const MethodName& name : study_.names) names << name.both();
  QStringList before;
  for (int i = 0; i < methods_->count(); ++i) before << methods_->itemText(i);
  if (names != before) {
    methods_->clear();
    methods_->addItems(names);
  }
  methods_->setCurrentIndex(static_cast<int>(method_));
}

void GramRow::setShownMethod(std::size_t place) {
  if (place >= study_.methods()) return;
  method_ = place;
  methods_->setCurrentIndex(static_cast<int>(place));
  rebuild();
}

void GramRow::rebuild() {
  picture_ = gramPicture(matrices_, std::min(method_, std::max<std::size_t>(1, matrices_.methods()) - 1),
                         theme_.theme());
  navigation_->setGrid(picture_.cells, 1);
  for (FieldTile* tile : tiles_) tile->setVisible(!picture_.cells.isEmpty());
  methods_->setVisible(!picture_.cells.isEmpty() && study_.methods() > 1);
  layParts();
  refresh();
}

void GramRow::refresh() {
  for (std::size_t i = 0; i < tiles_.size(); ++i) {
    TileView view = picture_.tiles[i];
    view.window = navigation_->window();
    view.probe = navigation_->probePlace();
    view.pinned = navigation_->pinned();
    tiles_[i]->setView(view);
    tiles_[i]->setSummary(view.content.layersText + QStringLiteral(", ") + probeWords());
  }
  update();
}

std::optional<QPoint> GramRow::probe() const {
  return navigation_->probePixel();
}

void GramRow::setProbe(QPoint cell) {
  navigation_->setProbe(cell);
}

QString GramRow::probeWords() const {
  return segmentsText(gramReadout(matrices_, method_, picture_, probe(), theme_.theme()).probe);
}

int GramRow::histogramWidth(int width) const {
  const Theme& theme = theme_.theme();
  return std::max(theme.u(kSmallestHistogramU), static_cast<int>(kHistogramShare * width));
}

int GramRow::preferredHeight(int width) const {
  const Theme& theme = theme_.theme();
  const int inner = width - 2 * stageMargin(*this, theme);
  const int side = (inner - histogramWidth(inner) - 3 * theme.u(kGramGapU)) / 3;
  return std::max(0, side) + theme.height(Height::TileHeader) + theme.height(Height::Readout) + theme.u(1);
}

void GramRow::layParts() {
  const Theme& theme = theme_.theme();
  const int margin = stageMargin(*this, theme), inner = width() - 2 * margin, gap = theme.u(kGramGapU);
  const int header = theme.height(Height::TileHeader);
  const int tall = height() - header - theme.height(Height::Readout) - theme.u(1);
  const int wide = (inner - histogramWidth(inner) - 3 * gap) / 3;
  const int side = std::max(1, std::min(tall, wide));
  int left = margin;
  for (FieldTile* tile : tiles_) {
    tile->setGeometry(left, 0, side, header + side);
    left += side + gap;
  }
  if (picture_.cells.isEmpty()) left = margin;
  histogram_->setGeometry(left, header, std::max(1, width() - margin - left), side + theme.u(1));
  const int words =
      QFontMetrics(theme.font(FontRole::BodyBold)).horizontalAdvance(tr("Estimate")) + theme.u(2);
  const QRect second = tiles_[1]->geometry();
  const int box = theme.height(Height::Toggle);
  methods_->setGeometry(second.left() + words, header - theme.u(6) - box + theme.u(1.5),
                        std::max(1, second.width() - words), box);
  methods_->raise();
}

void GramRow::resizeEvent(QResizeEvent*) {
  layParts();
}

void GramRow::paintEvent(QPaintEvent*) {
  const Theme& theme = theme_.theme();
  QPainter painter(this);
  drawEdge(painter, rect(), Qt::TopEdge, theme.colour(Colour::Line));
  const QRect plot = histogram_->geometry();
  const double header = theme.height(Height::TileHeader);
  TileView words;
  words.content.name = tr("Estimates");
  words.content.layersText = histogramWords(study_);
  paintTileHeader(painter, QRectF(plot.left(), 0, plot.width(), header), words.content, theme);
  if (picture_.cells.isEmpty()) return;
  const int margin = stageMargin(*this, theme);
  const QRectF line(margin, tiles_[0]->geometry().bottom() + 1, width() - 2 * margin,
                    theme.height(Height::Readout));
  paintReadout(painter, line, gramReadout(matrices_, method_, picture_, probe(), theme), theme);
}

}  // namespace kernelscope::ui

#include "ui/theme/theme.h"

#include "engine/core/contract.h"
#include "ui/theme/font_choice.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>
#include <cmath>

namespace kernelscope::ui {

namespace {

// Rows whose height must hold a line of text; the other heights are pictures and plots.
bool holdsText(Height name) {
  return name != Height::ChartMinimum && name != Height::Icon && name != Height::IconInButton &&
         name != Height::IconMark;
}

}  // namespace

Theme::Theme(std::shared_ptr<const ThemeTokens> tokens, ThemeKind kind, const QFont& body, bool reducedMotion)
    : tokens_(std::move(tokens)), kind_(kind), reducedMotion_(reducedMotion), body_(body) {
  if (kind_ == ThemeKind::Projector) body_.setPointSizeF(body.pointSizeF() * scale());
  unit_ = std::max(4, static_cast<int>(std::lround(0.30 * QFontInfo(body_).pixelSize())));
  lineHeight_ = QFontMetrics(body_).height();
}

QColor Theme::colour(Colour name) const {
  return tokens_->colours[static_cast<std::size_t>(kind_)][static_cast<std::size_t>(name)];
}

QColor Theme::lane(LaneId lane) const {
  return colour(lane == LaneId::A ? Colour::LaneA : Colour::LaneB);
}
QColor Theme::laneText(LaneId lane) const {
  return colour(lane == LaneId::A ? Colour::LaneAText : Colour::LaneBText);
}
QColor Theme::laneWash(LaneId lane) const {
  return colour(lane == LaneId::A ? Colour::LaneAWash : Colour::LaneBWash);
}

int Theme::u(double multiple) const {
  return static_cast<int>(std::lround(multiple * unit_));
}

int Theme::height(Height name) const {
  const int table = u(tokens_->heightU[static_cast<std::size_t>(name)]);
  if (name == Height::Toggle) return std::max(table, QFontMetrics(font(FontRole::Small)).height() + u(1.5));
  return holdsText(name) ? std::max(table, lineHeight_ + u(2)) : table;
}

double Theme::pen(Pen name) const {
  const double value = tokens_->pens[static_cast<std::size_t>(name)];
  const bool isOpacity =
      name == Pen::BandAlphaSingle || name == Pen::BandAlphaOverlapping || name == Pen::ScatterAlpha;
  return isOpacity ? value : value * scale();
}

int Theme::motion(Motion name) const {
  const bool isInterval = name == Motion::PictureInterval || name == Motion::ReadoutInterval;
  if (reducedMotion_ && !isInterval) return 0;
  return static_cast<int>(tokens_->motionMs[static_cast<std::size_t>(name)]);
}

QFont Theme::font(FontRole role) const {
  const double unitPt = body_.pointSizeF() / tokens_->bodyPt;
  QFont font = body_;
  switch (role) {
    case FontRole::Small:
      font.setPointSizeF(tokens_->smallPt * unitPt);
      break;
    case FontRole::Body:
      break;
    case FontRole::BodyBold:
      font.setBold(true);
      break;
    case FontRole::Title:
      font.setPointSizeF(tokens_->titlePt * unitPt);
      font.setBold(true);
      break;
    case FontRole::Metric:
      font.setPointSizeF(tokens_->metricPt * unitPt);
      font.setBold(true);
      break;
    case FontRole::Equation:
    case FontRole::EquationVariable:
      font.setFamily(firstInstalled(tokens_->mathFamilies, body_.family()));
      font.setPointSizeF(tokens_->equationPt * unitPt);
      font.setItalic(role == FontRole::EquationVariable);
      break;
    case FontRole::Mono:
      font.setFamily(firstInstalled(tokens_->monoFamilies,
                                    QFontDatabase::systemFont(QFontDatabase::FixedFont).family()));
      break;
  }
  return font;
}

SeriesStyle Theme::series(int index) const {
  KS_EXPECT(index >= 0 && index < seriesCount(), "a series outside the table");
  const auto i = static_cast<std::size_t>(index);
  const std::vector<double>& dash = tokens_->seriesDashPx[i];
  return {tokens_->series[static_cast<std::size_t>(kind_)][i], QList<qreal>(dash.begin(), dash.end()),
          tokens_->seriesMarkers[i]};
}

QPen Theme::dashedPen(const QColor& colour, double widthPx, const QList<qreal>& dashPx) {
  QPen pen(colour, widthPx, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
  if (dashPx.isEmpty()) return pen;
  QList<qreal> pattern = dashPx;
  for (qreal& length : pattern) length /= widthPx;
  pen.setDashPattern(pattern);
  return pen;
}

const std::vector<QColor>& Theme::colourMap(MapName name) const {
  return tokens_->maps[static_cast<std::size_t>(name)];
}

QPalette Theme::palette(Colour window) const {
  using Role = QPalette::ColorRole;
  static constexpr std::pair<Role, Colour> kRoles[] = {{QPalette::WindowText, Colour::Text},
                                                       {QPalette::Base, Colour::Field},
                                                       {QPalette::AlternateBase, Colour::Wash},
                                                       {QPalette::Text, Colour::Text},
                                                       {QPalette::PlaceholderText, Colour::TextSecondary},
                                                       {QPalette::Button, Colour::Raised},
                                                       {QPalette::ButtonText, Colour::Text},
                                                       {QPalette::BrightText, Colour::Diverged},
                                                       {QPalette::Light, Colour::Raised},
                                                       {QPalette::Midlight, Colour::Hover},
                                                       {QPalette::Mid, Colour::LineStrong},
                                                       {QPalette::Dark, Colour::Control},
                                                       {QPalette::Shadow, Colour::LineStrong},
                                                       {QPalette::Highlight, Colour::Accent},
                                                       {QPalette::HighlightedText, Colour::TextOnAccent},
                                                       {QPalette::Link, Colour::Link},
                                                       {QPalette::LinkVisited, Colour::TextSecondary},
                                                       {QPalette::ToolTipBase, Colour::Stage},
                                                       {QPalette::ToolTipText, Colour::Text}};
  QPalette palette;
  palette.setColor(QPalette::Window, colour(window));
  for (const auto& [role, token] : kRoles) palette.setColor(role, colour(token));
  for (const Role role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    palette.setColor(QPalette::Disabled, role, colour(Colour::TextDisabled));
  }
  palette.setColor(QPalette::Disabled, QPalette::Highlight, colour(Colour::LineStrong));
  return palette;
}

}  // namespace kernelscope::ui

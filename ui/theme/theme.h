#pragma once
// One look, complete and immutable: colours, sizes in pixels, fonts, pens, series, colour maps. A cheap
// value (shared tokens): widgets keep none, they ask ThemeController::theme() whenever they paint or lay out.

#include "engine/config/experiment_config.h"
#include "ui/theme/theme_tokens.h"

#include <QColor>
#include <QFont>
#include <QList>
#include <QPalette>
#include <QPen>
#include <memory>

namespace kernelscope::ui {

enum class FontRole { Small, Body, BodyBold, Title, Metric, Equation, EquationVariable, Mono };

// How a series is told apart without its colour: dash (empty: solid) in logical pixels, and marker.
struct SeriesStyle {
  QColor colour;
  QList<qreal> dashPx;
  Marker marker = Marker::Disc;
};

class Theme final {
 public:
  // `body` is the application's font, family already chosen; every size follows from it.
  Theme(std::shared_ptr<const ThemeTokens> tokens, ThemeKind kind, const QFont& body,
        bool reducedMotion = false);

  ThemeKind kind() const { return kind_; }
  bool isDark() const { return kind_ == ThemeKind::Dark; }
  const ThemeTokens& tokens() const { return *tokens_; }

  QColor colour(Colour name) const;
  QColor lane(LaneId lane) const;      // lines, discs, slider
  QColor laneText(LaneId lane) const;  // letters and numbers
  QColor laneWash(LaneId lane) const;

  // Multiples of the unit u in logical pixels. u = max(4, round(0.30 x pixel size of the body font)).
  int u(double multiple = 1) const;
  // Table value, or line height + 2 u where the body font needs more.
  int height(Height name) const;
  int width(Width name) const { return u(tokens_->widthU[static_cast<std::size_t>(name)]); }
  double radius() const { return u(tokens_->radiusControlU); }
  // Pen width in logical pixels (x 1.6 in the projector theme), or an opacity.
  double pen(Pen name) const;
  // Milliseconds; 0 with reduced motion (intervals are not motion and stay).
  int motion(Motion name) const;
  bool reducedMotion() const { return reducedMotion_; }

  QFont font(FontRole role) const;

  int seriesCount() const { return static_cast<int>(tokens_->seriesMarkers.size()); }
  // 0 and 1 are the lanes; anything that is not a lane starts at 2. Throws BrokenContract outside the table.
  SeriesStyle series(int index) const;
  SeriesStyle laneSeries(LaneId lane) const { return series(static_cast<int>(laneIndex(lane))); }
  // A pen whose dash is given in pixels, as in the tokens (QPen counts in pen widths).
  static QPen dashedPen(const QColor& colour, double widthPx, const QList<qreal>& dashPx);

  // Equally spaced stops, linear in sRGB between them.
  const std::vector<QColor>& colourMap(MapName name) const;
  MapName signedMap() const { return isDark() ? MapName::SignedDark : MapName::SignedLight; }
  MapName lanesMap() const { return isDark() ? MapName::LanesDark : MapName::LanesLight; }

  // The application palette with `window` as the Window role: Chrome, Panel or Stage.
  QPalette palette(Colour window = Colour::Chrome) const;

 private:
  double scale() const { return kind_ == ThemeKind::Projector ? tokens_->projectorScale : 1.0; }

  std::shared_ptr<const ThemeTokens> tokens_;
  ThemeKind kind_;
  bool reducedMotion_;
  QFont body_;
  int unit_;
  int lineHeight_;
};

}  // namespace kernelscope::ui

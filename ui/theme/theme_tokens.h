#pragma once
// Every value of the visual design, read once from the compiled-in tokens.json: colours of the three
// themes, heights and widths in units u, pens, series, colour maps, durations. Strict: a token that the
// program needs and the file lacks is an error that names all such tokens at once.

#include <QByteArray>
#include <QColor>
#include <QString>
#include <QStringList>
#include <array>
#include <cstddef>
#include <vector>

namespace kernelscope::ui {

enum class ThemeKind { Light, Dark, Projector };
inline constexpr std::size_t kThemeKinds = 3;

enum class Colour {
  Chrome,
  Panel,
  Stage,
  Field,
  Raised,
  Hover,
  Pressed,
  Selected,
  Wash,
  Text,
  TextSecondary,
  TextDisabled,
  TextOnAccent,
  Line,
  LineStrong,
  Control,
  Accent,
  AccentHover,
  Focus,
  Link,
  TextSelection,
  LaneA,
  LaneAText,
  LaneAWash,
  LaneB,
  LaneBText,
  LaneBWash,
  Running,
  Paused,
  Finished,
  Diverged,
  DivergedWash,
  Warning,
  WarningWash,
  WarningMark,
  PlotBackground,
  PlotAxis,
  PlotGrid,
  PlotText,
  PlotCursor,
  Reference,
  TileFrame,
  Count
};

// Heights in u.
enum class Height {
  MenuBar,
  Transport,
  StatusBar,
  Control,
  Field,
  Toggle,
  Row,
  GroupHeader,
  PanelHeader,
  RailItem,
  StageHeader,
  TileHeader,
  TileCost,
  Readout,
  ChartHeader,
  ChartMinimum,
  Scrubber,
  BannerOneLine,
  BannerTwoLines,
  Icon,
  IconInButton,
  IconMark,
  Notes,
  Count
};

// Widths in u.
enum class Width {
  Rail,
  SetUpMin,
  SetUp,
  SetUpWide,
  SetUp4k,
  ExplainMin,
  Explain,
  ExplainWide,
  Explain4k,
  Edge,
  ValueField,
  RowLabel,
  EffectMark,
  ChartLeftAxis,
  ChartLeftAxisWide,
  ChartLabelMargin,
  Thumbnail,
  TileGap,
  StageMargin,
  StageMarginWide,
  TileMaximum,
  Count
};

// Pen widths in logical pixels, and the opacities that go with them.
enum class Pen {
  Axis,
  Grid,
  Frame,
  Curve,
  CurveSecondary,
  Reference,
  Cursor,
  BandEdge,
  Parallel,
  ParallelSelected,
  Focus,
  BandAlphaSingle,
  BandAlphaOverlapping,
  ScatterAlpha,
  Count
};

enum class Motion { Hover, PanelSlide, Banner, GuidePulse, PictureInterval, ReadoutInterval, Count };

enum class MapName { Value, Magnitude, Error, SignedLight, SignedDark, LanesLight, LanesDark, Cyclic, Count };

enum class Marker { Disc, Diamond, Square, Triangle, Plus, TriangleDown, Cross, Star };

// The names of the tokens as they stand in the file.
const char* tokenName(Colour colour);
const char* tokenName(Height height);
const char* tokenName(Width width);
const char* tokenName(Pen pen);
const char* tokenName(Motion motion);
const char* tokenName(MapName map);
const char* tokenName(ThemeKind kind);

template <class Key>
using TokenTable = std::array<double, static_cast<std::size_t>(Key::Count)>;

struct ThemeTokens {
  std::array<std::array<QColor, static_cast<std::size_t>(Colour::Count)>, kThemeKinds> colours;
  std::array<std::vector<QColor>, kThemeKinds> series;
  TokenTable<Height> heightU{};
  TokenTable<Width> widthU{};
  TokenTable<Pen> pens{};
  TokenTable<Motion> motionMs{};
  std::array<std::vector<QColor>, static_cast<std::size_t>(MapName::Count)> maps;
  std::vector<std::vector<double>> seriesDashPx;  // empty: solid
  std::vector<Marker> seriesMarkers;
  std::vector<double> referenceDashPx;
  double laneMarkerPx[2] = {0, 0};
  double bodyPt = 0, smallPt = 0, titlePt = 0, metricPt = 0, equationPt = 0;
  double projectorScale = 0, exportMinimumPt = 0;
  QStringList families, mathFamilies, monoFamilies;  // without the "(system UI font)" entry
  double radiusControlU = 0, radiusCardU = 0;
};

// Throws ContentError that lists every missing or malformed token.
ThemeTokens parseThemeTokens(const QByteArray& json, const QString& fileName);

// The compiled-in file.
ThemeTokens loadThemeTokens();

}  // namespace kernelscope::ui

#include "ui/theme/theme_tokens.h"

#include "engine/core/error.h"
#include "ui/theme/resources.h"
#include "ui/theme/token_reader.h"

#include <QFile>
#include <algorithm>
#include <iterator>

namespace kernelscope::ui {

namespace {

constexpr const char* kColourNames[] = {
    "chrome",         "panel",         "stage",          "field",        "raised",         "hover",
    "pressed",        "selected",      "wash",           "text",         "text_secondary", "text_disabled",
    "text_on_accent", "line",          "line_strong",    "control",      "accent",         "accent_hover",
    "focus",          "link",          "text_selection", "lane_a",       "lane_a_text",    "lane_a_wash",
    "lane_b",         "lane_b_text",   "lane_b_wash",    "running",      "paused",         "finished",
    "diverged",       "diverged_wash", "warning",        "warning_wash", "warning_mark",   "plot_background",
    "plot_axis",      "plot_grid",     "plot_text",      "plot_cursor",  "reference",      "tile_frame"};
constexpr const char* kHeightNames[] = {"menu_bar",
                                        "transport",
                                        "status_bar",
                                        "control",
                                        "field",
                                        "toggle",
                                        "row",
                                        "group_header",
                                        "panel_header",
                                        "rail_item",
                                        "stage_header",
                                        "tile_header",
                                        "tile_cost",
                                        "readout",
                                        "chart_header",
                                        "chart_minimum",
                                        "scrubber",
                                        "banner_one_line",
                                        "banner_two_lines",
                                        "icon",
                                        "icon_in_button",
                                        "icon_mark",
                                        "notes"};
constexpr const char* kWidthNames[] = {"rail",
                                       "set_up_min",
                                       "set_up",
                                       "set_up_wide",
                                       "set_up_4k",
                                       "explain_min",
                                       "explain",
                                       "explain_wide",
                                       "explain_4k",
                                       "edge",
                                       "value_field",
                                       "row_label",
                                       "effect_mark",
                                       "chart_left_axis",
                                       "chart_left_axis_wide",
                                       "chart_label_margin",
                                       "thumbnail",
                                       "tile_gap",
                                       "stage_margin",
                                       "stage_margin_wide",
                                       "tile_maximum"};
constexpr const char* kPenNames[] = {"axis",
                                     "grid",
                                     "frame",
                                     "curve",
                                     "curve_secondary",
                                     "reference",
                                     "cursor",
                                     "band_edge",
                                     "parallel",
                                     "parallel_selected",
                                     "focus",
                                     "band_alpha_single",
                                     "band_alpha_overlapping",
                                     "scatter_alpha"};
constexpr const char* kMotionNames[] = {"hover",       "panel_slide",      "banner",
                                        "guide_pulse", "picture_interval", "readout_interval"};
constexpr const char* kMapNames[] = {"value",       "magnitude",   "error",      "signed_light",
                                     "signed_dark", "lanes_light", "lanes_dark", "cyclic"};
constexpr const char* kKindNames[] = {"light", "dark", "projector"};
constexpr const char* kMarkerNames[] = {"disc", "diamond",       "square", "triangle",
                                        "plus", "triangle_down", "cross",  "star"};

static_assert(std::size(kColourNames) == static_cast<std::size_t>(Colour::Count));
static_assert(std::size(kHeightNames) == static_cast<std::size_t>(Height::Count));
static_assert(std::size(kWidthNames) == static_cast<std::size_t>(Width::Count));
static_assert(std::size(kPenNames) == static_cast<std::size_t>(Pen::Count));
static_assert(std::size(kMotionNames) == static_cast<std::size_t>(Motion::Count));
static_assert(std::size(kMapNames) == static_cast<std::size_t>(MapName::Count));

template <class Key>
TokenTable<Key> readTable(TokenReader& reader, const QString& group) {
  TokenTable<Key> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    table[i] = reader.number(group + '/' + tokenName(static_cast<Key>(i)));
  }
  return table;
}

void readColours(TokenReader& reader, ThemeTokens& tokens) {
  for (std::size_t kind = 0; kind < kThemeKinds; ++kind) {
    const QString group = QStringLiteral("/themes/") + kKindNames[kind] + '/';
    for (std::size_t i = 0; i < tokens.colours[kind].size(); ++i) {
      tokens.colours[kind][i] = reader.colour(group + kColourNames[i]);
    }
    tokens.series[kind] = reader.colours(group + "series");
  }
  for (std::size_t i = 0; i < tokens.maps.size(); ++i) {
    tokens.maps[i] = reader.colours(QStringLiteral("/colormaps/") + kMapNames[i] + "/stops");
  }
}

void readSeries(TokenReader& reader, ThemeTokens& tokens) {
  const int count = static_cast<int>(tokens.series[0].size());
  for (int i = 0; i < count; ++i) {
    tokens.seriesDashPx.push_back(reader.numbers(QStringLiteral("/series_dash_px/%1").arg(i)));
    const QString path = QStringLiteral("/series_marker/%1").arg(i);
    const QString name = reader.text(path);
    const auto* found = std::find(std::begin(kMarkerNames), std::end(kMarkerNames), name);
    if (found == std::end(kMarkerNames)) reader.complain(path);
    tokens.seriesMarkers.push_back(static_cast<Marker>(std::distance(std::begin(kMarkerNames), found)));
  }
  for (std::size_t kind = 1; kind < kThemeKinds; ++kind) {
    if (tokens.series[kind].size() != tokens.series[0].size()) {
      reader.complain(QStringLiteral("/themes/") + kKindNames[kind] + "/series");
    }
  }
  tokens.referenceDashPx = reader.numbers("/lanes/reference/dash_px");
  tokens.laneMarkerPx[0] = reader.number("/lanes/A/marker_px");
  tokens.laneMarkerPx[1] = reader.number("/lanes/B/marker_px");
}

void readType(TokenReader& reader, ThemeTokens& tokens) {
  tokens.bodyPt = reader.number("/type_pt/body");
  tokens.smallPt = reader.number("/type_pt/small");
  tokens.titlePt = reader.number("/type_pt/title");
  tokens.metricPt = reader.number("/type_pt/metric");
  tokens.equationPt = reader.number("/type_pt/equation");
  tokens.projectorScale = reader.number("/type_pt/projector_scale");
  tokens.exportMinimumPt = reader.number("/type_pt/export_minimum");
  tokens.families = reader.texts("/type_pt/family");
  tokens.families.removeAll(QStringLiteral("(system UI font)"));
  tokens.mathFamilies = reader.texts("/type_pt/family_math");
  tokens.monoFamilies = reader.texts("/type_pt/family_mono");
}

}  // namespace

const char* tokenName(Colour colour) {
  return kColourNames[static_cast<std::size_t>(colour)];
}
const char* tokenName(Height height) {
  return kHeightNames[static_cast<std::size_t>(height)];
}
const char* tokenName(Width width) {
  return kWidthNames[static_cast<std::size_t>(width)];
}
const char* tokenName(Pen pen) {
  return kPenNames[static_cast<std::size_t>(pen)];
}
const char* tokenName(Motion motion) {
  return kMotionNames[static_cast<std::size_t>(motion)];
}
const char* tokenName(MapName map) {
  return kMapNames[static_cast<std::size_t>(map)];
}
const char* tokenName(ThemeKind kind) {
  return kKindNames[static_cast<std::size_t>(kind)];
}

ThemeTokens parseThemeTokens(const QByteArray& json, const QString& fileName) {
  TokenReader reader(json, fileName);
  ThemeTokens tokens;
  readColours(reader, tokens);
  tokens.heightU = readTable<Height>(reader, "/height_u");
  tokens.widthU = readTable<Width>(reader, "/width_u");
  tokens.pens = readTable<Pen>(reader, "/pen_px");
  tokens.motionMs = readTable<Motion>(reader, "/motion_ms");
  readSeries(reader, tokens);
  readType(reader, tokens);
  tokens.radiusControlU = reader.number("/radius_u/control");
  tokens.radiusCardU = reader.number("/radius_u/card");
  reader.throwIfIncomplete();
  return tokens;
}

ThemeTokens loadThemeTokens() {
  registerResources();
  const QString name = QStringLiteral(":/themes/tokens.json");
  QFile file(name);
  if (!file.open(QIODevice::ReadOnly)) throw IoError(name.toStdString(), "the compiled-in theme is missing");
  return parseThemeTokens(file.readAll(), name);
}

}  // namespace kernelscope::ui

#include "ui/panels/kernel_error/error_chart.h"

#include "ui/plots/pens.h"
#include "ui/plots/value_text.h"
#include "ui/widgets/number_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

namespace kernelscope::ui {

namespace {

QString chartText(const char* text) {
  return QCoreApplication::translate("ErrorChart", text);
}

bool trusted(const MethodReport& method) {
  return method.whyNoVariance.empty();
}

double valueOf(const ErrorPoint& point, ErrorQuantity quantity) {
  return quantity == ErrorQuantity::MeanError ? point.mean : point.std;
}

// A finite sum of waves has a variance, which may still be beyond all measuring.
bool hasNoVariance(const MethodReport& method) {
  return !trusted(method) && !std::isfinite(method.predictedStdOfOne);
}

QPolygonF curveOf(const MethodReport& method, double ErrorPoint::*value) {
  QPolygonF points;
  for (const ErrorPoint& point : method.curve) points << QPointF(point.features, point.*value);
  return points;
}

QString labelOf(const MethodName& name, const MethodReport& method) {
  if (trusted(method)) return name.both();
  return hasNoVariance(method) ? chartText("%1 infinite variance").arg(name.letter)
                               : chartText("%1 huge variance").arg(name.letter);
}

void addMethod(StudyChart& chart, const KernelStudy& study, std::size_t place, ErrorQuantity quantity) {
  const MethodReport& method = study.report->methods[place];
  const auto series = static_cast<int>(place);
  const bool errors = quantity == ErrorQuantity::MeanError;
  if (trusted(method) && errors)
    chart.bands.push_back({series, curveOf(method, &ErrorPoint::high), curveOf(method, &ErrorPoint::low)});
  chart.curves.push_back({series, trusted(method) ? CurveLook::Marked : CurveLook::Dotted,
                          curveOf(method, errors ? &ErrorPoint::mean : &ErrorPoint::std),
                          labelOf(study.names[place], method)});
  if (!errors && trusted(method) && method.predictable)
    chart.curves.push_back({series, CurveLook::Reference, curveOf(method, &ErrorPoint::predictedStd),
                            chartText("%1 predicted").arg(study.names[place].letter)});
}

// Falls with the root of m from the lowest first point.
void addSlope(StudyChart& chart, const KernelStudy& study, ErrorQuantity quantity) {
  const std::vector<int>& features = study.report->features;
  double start = std::numeric_limits<double>::infinity();
  for (const MethodReport& method : study.report->methods) {
    const double first = valueOf(method.curve.front(), quantity);
    if (trusted(method) && first > 0) start = std::min(start, first);
  }
  const bool predicted = std::ranges::any_of(study.report->methods, [&](const MethodReport& method) {
    return quantity == ErrorQuantity::Deviation && trusted(method) && method.predictable;
  });
  // Predictions have this slope already.
  if (predicted || !std::isfinite(start) || features.size() < 2) return;
  StudyCurve slope{0, CurveLook::Reference, {}, chartText("slope −1/2")};
  const double from = features.front(), to = features.back();
  constexpr int kPieces = 64;  // a straight line on logarithmic axes, bent on others
  for (int i = 0; i <= kPieces; ++i) {
    const double m = from * std::pow(to / from, i / static_cast<double>(kPieces));
    slope.points << QPointF(m, start * std::sqrt(from / m));
  }
  chart.curves.push_back(slope);
}

QString noteOf(const KernelStudy& study, const ErrorView& view) {
  const KernelErrorReport& report = *study.report;
  const int wanted = study.config ? study.config->trials : report.trials;
  const QString trials = report.preview
                             ? chartText("%1 of %2 trials").arg(countText(report.trials), countText(wanted))
                             : chartText("%1 trials").arg(countText(report.trials));
  const bool bands = view.quantity == ErrorQuantity::MeanError && report.methods.size() > 1;
  QString note = bands ? chartText("thin lines: 10 and 90\u00A0% of %1").arg(trials) : trials;
  if (view.quantity == ErrorQuantity::MeanError && report.methods.size() == 1)
    note = chartText("band: 10 to 90\u00A0% of %1").arg(trials);
  if (report.methods.size() > 2 && bands)
    note = chartText("%1; point at a curve for its 10 and 90\u00A0%").arg(trials);
  if (view.computing) note += QLatin1Char('\n') + chartText("computing…");
  return note;
}

}  // namespace

QString errorText(double share) {
  if (!std::isfinite(share)) return missingNumber();
  return significantText(share * 100, 3) + QStringLiteral("\u00A0%");
}

QString shareText(double share) {
  return limitText(static_cast<float>(share * 100)) + QStringLiteral("\u00A0%");
}

StudyChart errorChart(const KernelStudy& study, const ErrorView& view) {
  StudyChart chart;
  const bool errors = view.quantity == ErrorQuantity::MeanError;
  chart.x = {chartText("features m"), {8, 4096}, view.logX, TickKind::Doublings};
  chart.y = {errors ? chartText("mean relative error") : chartText("standard deviation of the estimate"),
             {0.01, 1},
             view.logY,
             errors ? TickKind::Percent : TickKind::Numbers};
  chart.verticalGrid = view.grid;
  if (!study) return chart;
  const KernelErrorReport& report = *study.report;
  const double first = report.features.front(), last = report.features.back();
  chart.x.range = last > first ? AxisRange{first, last} : AxisRange{first / 2, first * 2};
  addSlope(chart, study, view.quantity);
  for (std::size_t i = 0; i < report.methods.size(); ++i) addMethod(chart, study, i, view.quantity);
  chart.note = noteOf(study, view);
  chart.y.range = rangeOfValues(chart, view.logY);
  chart.uprights.push_back({static_cast<double>(study.shownFeatures()), {}});
  return chart;
}

std::vector<TextSegment> errorReadout(const KernelStudy& study, ErrorQuantity quantity,
                                      std::optional<double> m, const Theme& theme) {
  if (!study) return {};
  const KernelErrorReport& report = *study.report;
  const std::size_t place = m ? placeOfFeatures(report, *m).value_or(report.shown) : report.shown;
  const auto featuresText = [](int count) { return QStringLiteral("m = ") + countText(count); };
  std::vector<TextSegment> segments = {{featuresText(report.features[place]), theme.colour(Colour::Text),
                                        true, featuresText(report.features.back())}};
  const bool errors = quantity == ErrorQuantity::MeanError;
  for (std::size_t i = 0; i < report.methods.size(); ++i) {
    const double value = valueOf(report.methods[i].curve[place], quantity);
    const QString letter = study.names[i].letter + QLatin1Char(' ');
    segments.push_back({letter + (errors ? errorText(value) : significantText(value, 3)),
                        seriesTextColour(theme, static_cast<int>(i)), false,
                        letter + (errors ? errorText(0.888) : QStringLiteral("0.0888"))});
  }
  segments.push_back({errors ? chartText("mean relative error") : chartText("standard deviation"),
                      theme.colour(Colour::TextSecondary),
                      false,
                      {}});
  return segments;
}

QStringList errorCautions(const KernelStudy& study) {
  QStringList lines, heavy;
  double largest = 0;
  for (std::size_t i = 0; i < study.methods(); ++i) {
    const MethodReport& method = study.report->methods[i];
    const QString& letter = study.names[i].letter;
    if (!trusted(method)) {
      const QString why = QString::fromStdString(method.whyNoVariance);
      lines << (hasNoVariance(method) ? chartText("%1 has infinite variance: %2.").arg(letter, why)
                                      : chartText("%1 has a huge variance: %2.").arg(letter, why));
    } else if (method.tailMeasure > 1) {
      heavy << letter;
      largest = std::max(largest, method.tailMeasure);
    }
  }
  if (!heavy.isEmpty())
    lines << chartText(
                 "Heavy tails of %1 (η|w| = %2, above 1): rare large draws make the measured deviation "
                 "unreliable and can flatten the slope.")
                 .arg(enumerated(heavy), significantText(largest, 2));
  return lines;
}

}  // namespace kernelscope::ui

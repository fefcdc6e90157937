#include "ui/panels/kernel_error/study_equations.h"

#include "ui/panels/kernel_error/error_chart.h"
#include "ui/panels/kernel_error/study_figures.h"
#include "ui/plots/value_text.h"
#include "ui/widgets/number_text.h"

#include <QCoreApplication>
#include <cmath>

namespace kernelscope::ui {

namespace {

QString equationText(const char* text) {
  return QCoreApplication::translate("StudyEquations", text);
}

const QString kEstimate = QStringLiteral("<i>K̂</i>");
const QString kNoBreak = QStringLiteral("\u00A0");

QString small(const QString& line) {
  return QStringLiteral("<small><small>%1</small></small>").arg(line);
}

// Three digits, without zeros that say nothing.
QString number(double value) {
  return limitText(static_cast<float>(QString::number(value, 'g', 3).toDouble()));
}

// "1.2", "0.8 i", "0.7 − 0.7 i".
QString complexText(const Complex& value) {
  const bool real = std::abs(value.imag()) < 1e-12, imaginary = std::abs(value.real()) < 1e-12;
  if (real) return number(value.real());
  const QString unit = kNoBreak + QStringLiteral("<i>i</i>");
  if (imaginary) return number(value.imag()) + unit;
  const QString sign = value.imag() < 0 ? QStringLiteral(" − ") : QStringLiteral(" + ");
  return number(value.real()) + sign + number(std::abs(value.imag())) + unit;
}

std::string mapOf(const KernelStudy& study, std::size_t method) {
  const bool known = study.config && method < study.config->methods.size();
  return known ? study.config->methods[method].map : std::string();
}

QStringList pairLines(const KernelStudy& study) {
  const PairGeometry& pair = study.report->pairs.front().geometry;
  QString argument = QStringLiteral("<i>w</i>·<i>x</i> = ") + number(pair.xw);
  if (pair.bias != 0) argument += QStringLiteral(", <i>b</i> = ") + number(pair.bias);
  return {small(QStringLiteral("<i>d</i> = %1, |<i>x</i>| = %2, |<i>w</i>| = %3")
                    .arg(QString::number(pair.dimension), number(std::sqrt(pair.xx)),
                         number(std::sqrt(pair.ww)))),
          small(argument)};
}

QString waveLine(const TypicalFeature& typical) {
  return small(equationText("<i>s</i> = %1, <i>ρ</i> = %2, <i>η</i> = %3, <i>A</i> = %4")
                   .arg(number(typical.s), complexText(typical.split.rho), complexText(typical.split.eta),
                        number(typical.A)));
}

QStringList waveMoment(const TypicalFeature& typical) {
  return {QStringLiteral("E|<i>L L</i>|² = ((1−4<i>A</i>) <i>q</i>)<sup><i>d</i>/2</sup>"),
          QStringLiteral("× exp(2<i>q</i> |Re <i>ρ</i> <i>x</i> + Re <i>η</i> <i>w</i>|²"),
          QStringLiteral("− Re <i>ρ</i>² |<i>x</i>|² − Re <i>η</i>² |<i>w</i>|²)"),
          small(QStringLiteral("<i>q</i> = (1−4<i>A</i>) / (1−8<i>A</i>)")),
          waveLine(typical),
          small(equationText("E|<i>L L</i>|² = %1 at this frequency")
                    .arg(std::isfinite(typical.secondMoment) ? number(typical.secondMoment)
                                                             : QStringLiteral("∞")))};
}

}  // namespace

QStringList errorLaw(const KernelStudy& study) {
  QStringList constants;
  for (std::size_t i = 0; i < std::min(study.methods(), kExplainedMethods); ++i) {
    const ErrorPoint& point = study.report->methods[i].curve[study.report->shown];
    constants << QStringLiteral("%1 (%2)").arg(number(point.mean * std::sqrt(point.features)),
                                               study.names[i].letter);
  }
  return {QStringLiteral("E|%1 − <i>K</i>| / |<i>K</i>| ≈ <i>c m</i><sup>−1/2</sup>").arg(kEstimate),
          small(QStringLiteral("<i>c</i> = ") + constants.join(QStringLiteral(", ")))};
}

QStringList deviationLaw(const KernelStudy& study, std::size_t place) {
  const MethodReport& method = study.report->methods[place];
  const QString& letter = study.names[place].letter;
  const QString law = QStringLiteral("std %1 = √((E <i>X</i>² − <i>K</i>²) / <i>m</i>)").arg(kEstimate);
  if (!method.whyNoVariance.empty())
    return {law,
            small(equationText("%1: the second moment is infinite or beyond all measuring").arg(letter))};
  if (!method.predictable)
    return {law, small(equationText("%1: the draws depend on each other, no closed form").arg(letter))};
  const double one = method.predictedStdOfOne;
  const int m = study.shownFeatures();
  const QString std = number(one / std::sqrt(m));
  if (study.report->pairs.size() > 1)
    return {law, small(equationText("%1: %2 / √%3 = %4").arg(letter, number(one), QString::number(m), std))};
  const double exact = study.report->exact.front();
  return {law, small(equationText("%1: √((%2 − %3) / %4) = %5")
                         .arg(letter, number(one * one + exact * exact), number(exact * exact),
                              QString::number(m), std))};
}

QStringList estimatorLines(const KernelStudy& study, std::size_t place) {
  const MethodReport& method = study.report->methods[place];
  const std::string map = mapOf(study, place);
  const QString mean = kEstimate + QStringLiteral(" = (1/<i>m</i>) Σ<sub><i>j</i></sub> ");
  if (map == "arc-cosine")
    return QStringList{
               kEstimate + QStringLiteral(" = (2/<i>m</i>) Σ<sub><i>j</i></sub> "
                                          "(<i>g<sub>j</sub></i>·<i>x</i>)<sub>+</sub><sup><i>n</i></sup> "
                                          "(<i>g<sub>j</sub></i>·<i>w</i>)<sub>+</sub><sup><i>n</i></sup>"),
               small(equationText("<i>n</i> = %1").arg(study.config->target.order))} +
           pairLines(study);
  if (map == "maclaurin" || map == "eugen")
    return QStringList{
               mean +
                   QStringLiteral(
                       "Σ<sub><i>i</i></sub> <i>a<sub>i</sub></i> Π (<i>g</i>·<i>x</i>)(<i>g</i>·<i>w</i>)"),
               small(equationText(
                         "<i>a<sub>i</sub></i>: power series of f up to degree %1, <i>i</i> factors each")
                         .arg(study.config->methods[place].degree))} +
           pairLines(study);
  const QString features = QStringLiteral("<i>L<sub>j</sub></i>(<i>ρx</i>) <i>L<sub>j</sub></i>(<i>ηw</i>)");
  const QString map2 = QStringLiteral(
      "<i>L</i>(<i>u</i>) = (1−4<i>A</i>)<sup><i>d</i>/4</sup> "
      "exp(<i>A</i>|<i>g</i>|² + √(1−4<i>A</i>) <i>g</i>·<i>u</i> − <i>u</i>·<i>u</i>/2)");
  const bool universal = QByteArray(map.c_str()).startsWith("universal");
  if (!method.typical && !universal) {
    const QString taken = method.A ? number(*method.A) : missingNumber();
    return QStringList{mean + QStringLiteral("<i>L<sub>j</sub></i>(<i>x</i>) <i>L<sub>j</sub></i>(<i>w</i>)"),
                       map2, small(equationText("<i>A</i> = %1").arg(taken))} +
           pairLines(study);
  }
  QStringList lines{mean + QStringLiteral("(<i>F</i>/<i>p</i>)(<i>s<sub>j</sub></i>) ") + features, map2};
  if (method.typical) lines << waveLine(*method.typical);
  return lines + pairLines(study);
}

QStringList secondMomentLines(const KernelStudy& study, std::size_t place) {
  const MethodReport& method = study.report->methods[place];
  const std::string map = mapOf(study, place);
  if (method.typical) return waveMoment(*method.typical) + pairLines(study);
  if (map == "arc-cosine")
    return QStringList{QStringLiteral("E <i>X</i>² = 2 <i>K</i><sub>2<i>n</i></sub>(<i>x</i>, <i>w</i>)")} +
           pairLines(study);
  if (map == "maclaurin" || map == "eugen")
    return QStringList{study.config->methods[place].projection == "gaussian"
                           ? QStringLiteral("order <i>i</i>: (|<i>x</i>|²|<i>w</i>|² + "
                                            "2(<i>x</i>·<i>w</i>)²)<sup><i>i</i></sup>")
                           : QStringLiteral("order <i>i</i>: (|<i>x</i>|²|<i>w</i>|² + 2(<i>x</i>·<i>w</i>)² "
                                            "− 2Σ<i>x</i>²<i>w</i>²)"
                                            "<sup><i>i</i></sup>")} +
           pairLines(study);
  return pairLines(study);
}

QStringList neededLines(const KernelStudy& study, std::size_t place) {
  const MethodReport& method = study.report->methods[place];
  const double wished = study.config ? study.config->wishedError : 0.05;
  return {
      QStringLiteral("<i>m</i> = (std <i>X</i> / (<i>ε</i> |<i>K</i>|))²"),
      small(equationText("%1: <i>ε</i> = %2, <i>m</i> = %3")
                .arg(study.names[place].letter, shareText(wished), featuresText(method.featuresForError))),
      QStringLiteral("P(|%1 − <i>K</i>| ≥ <i>ε</i>) ≤ 2 e<sup>−<i>mε</i>²/2<i>c</i>²</sup>").arg(kEstimate),
      small(std::isfinite(method.certifiedFeatures)
                ? equationText("bounded features: certified with %1")
                      .arg(featuresText(method.certifiedFeatures))
                : equationText("these features are not bounded, or not independent: no certificate"))};
}

QStringList gramLines(const KernelStudy& study) {
  QStringList norms;
  for (std::size_t i = 0; i < std::min(study.methods(), kExplainedMethods); ++i) {
    const GramEstimate& gram = study.report->methods[i].gram;
    if (!gram.values.empty())
      norms << QStringLiteral("%1 %2").arg(study.names[i].letter, errorText(gram.relativeNorm));
  }
  return {QStringLiteral("‖%1 − <i>K</i>‖<sub>F</sub> / ‖<i>K</i>‖<sub>F</sub>").arg(kEstimate),
          small(norms.join(QStringLiteral(", ")))};
}

}  // namespace kernelscope::ui

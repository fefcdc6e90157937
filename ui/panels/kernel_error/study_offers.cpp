#include "ui/panels/kernel_error/study_offers.h"

#include "ui/panels/kernel_error/error_chart.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

namespace kernelscope::ui {

namespace {

using nlohmann::json;
using AChoice = KernelMethodSpec::AChoice;

constexpr std::size_t kMostOffers = 3;
constexpr double kRaisedNorm = 2;
constexpr int kLowDimension = 4;

QString offerText(const char* text) {
  return QCoreApplication::translate("StudyOffers", text);
}

QString jsonText(const json& value) {
  return QString::fromStdString(value.dump());
}

json methodJson(const KernelMethodSpec& method) {
  json A = method.A;
  if (method.choiceOfA == AChoice::Optimal) A = "optimal";
  if (method.choiceOfA == AChoice::FrequencyDependent) A = "frequency-dependent";
  return {{"id", method.id},
          {"map", method.map},
          {"sampling", method.sampling},
          {"A", A},
          {"growth", method.growth},
          {"proposal", method.proposal},
          {"split", method.split},
          {"scale", method.scaleByNorms ? json("norms") : json(method.scale)},
          {"degree", method.degree},
          {"projection", method.projection},
          {"as_released", method.asReleased}};
}

// The methods with the one at `place` replaced.
QString methodsWith(const KernelErrorConfig& config, std::size_t place, KernelMethodSpec method) {
  json methods = json::array();
  for (const KernelMethodSpec& one : config.methods) methods.push_back(methodJson(one));
  method.id = config.methods[place].id;
  methods[place] = methodJson(method);
  return jsonText(methods);
}

QString pointerOf(std::size_t method, const char* key) {
  return QStringLiteral("/methods/%1/%2").arg(method).arg(QLatin1String(key));
}

void offerFrequencyDependentA(const KernelStudy& study, std::vector<StudyOffer>& offers) {
  for (std::size_t i = 0; i < study.methods(); ++i) {
    const KernelMethodSpec& method = study.config->methods[i];
    const bool mends = !study.report->methods[i].whyNoVariance.empty() &&
                       QLatin1String(method.map.c_str()).startsWith(QLatin1String("universal")) &&
                       method.choiceOfA != AChoice::FrequencyDependent;
    if (!mends) continue;
    offers.push_back({offerText("Let A follow the frequency in %1").arg(study.names[i].letter),
                      {{pointerOf(i, "A"), QStringLiteral("\"frequency-dependent\"")}}});
    return;
  }
}

// Into the last method, where the best choice needs clearly fewer features than it.
void offerAdvice(const KernelStudy& study, std::vector<StudyOffer>& offers) {
  if (study.report->advice.empty()) return;
  const std::size_t last = study.methods() - 1;
  const Advice& best = study.report->advice.front();
  const MethodReport& present = study.report->methods[last];
  const double needed =
      present.whyNoVariance.empty() ? present.featuresForError : std::numeric_limits<double>::infinity();
  if (!(best.features < 0.9 * needed)) return;
  KernelMethodSpec method = best.method;
  method.sampling = "iid";
  offers.push_back({offerText("Least variance in %1").arg(study.names[last].letter),
                    {{QStringLiteral("/methods"), methodsWith(*study.config, last, method)}}});
}

void offerSampling(const KernelStudy& study, std::vector<StudyOffer>& offers) {
  const std::size_t last = study.methods() - 1;
  const KernelMethodSpec& method = study.config->methods[last];
  const bool signs =
      (method.map == "maclaurin" || method.map == "eugen") && method.projection == "rademacher";
  const char* other = method.sampling == "orthogonal" ? "antithetic" : signs ? nullptr : "orthogonal";
  if (signs && method.sampling == "iid") other = "antithetic";
  if (other == nullptr || !method.asReleased.empty()) return;
  const QString label = QLatin1String(other) == QLatin1String("orthogonal")
                            ? offerText("Orthogonal projections in %1")
                            : offerText("Projections in pairs ± in %1");
  offers.push_back({label.arg(study.names[last].letter), {{pointerOf(last, "sampling"), jsonText(other)}}});
}

void offerPairs(const KernelPairs& pairs, std::vector<StudyOffer>& offers) {
  if (!pairs.x.empty()) return;  // given, not drawn
  if (pairs.normX < kRaisedNorm || pairs.normW < kRaisedNorm)
    offers.push_back({offerText("Raise the norms to 2"),
                      {{QStringLiteral("/pairs/norm_x"), jsonText(kRaisedNorm)},
                       {QStringLiteral("/pairs/norm_w"), jsonText(kRaisedNorm)}}});
  if (pairs.dimension > kLowDimension)
    offers.push_back({offerText("Lower the dimension to 4"),
                      {{QStringLiteral("/pairs/dimension"), jsonText(kLowDimension)}}});
}

}  // namespace

std::vector<StudyOffer> studyOffers(const KernelStudy& study) {
  std::vector<StudyOffer> offers;
  if (!study || !study.config || study.config->methods.size() != study.methods()) return offers;
  offerFrequencyDependentA(study, offers);
  offerAdvice(study, offers);
  offerPairs(study.config->pairs, offers);
  offerSampling(study, offers);
  if (offers.size() > kMostOffers) offers.resize(kMostOffers);
  return offers;
}

}  // namespace kernelscope::ui

#include "ui/panels/kernel_error/study_names.h"

#include "ui/plots/value_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

namespace kernelscope::ui {

namespace {

QString nameWords(const char* text) {
  return QCoreApplication::translate("KernelStudy", text);
}

struct Word {
  const char* value;
  const char* text;
};

QString wordOf(std::span<const Word> words, const std::string& value) {
  const auto found = std::ranges::find_if(words, [&](const Word& word) { return value == word.value; });
  return found == words.end() ? QString::fromStdString(value) : nameWords(found->text);
}

constexpr Word kMaps[] = {{"universal-real", QT_TRANSLATE_NOOP("KernelStudy", "universal real")},
                          {"universal-complex", QT_TRANSLATE_NOOP("KernelStudy", "universal complex")},
                          {"universal-numeric", QT_TRANSLATE_NOOP("KernelStudy", "universal numeric")},
                          {"arc-cosine", QT_TRANSLATE_NOOP("KernelStudy", "arc-cosine")},
                          {"positive", QT_TRANSLATE_NOOP("KernelStudy", "positive")},
                          {"trigonometric", QT_TRANSLATE_NOOP("KernelStudy", "trigonometric")},
                          {"maclaurin", QT_TRANSLATE_NOOP("KernelStudy", "Maclaurin")},
                          {"eugen", QT_TRANSLATE_NOOP("KernelStudy", "polynomial")}};
constexpr Word kSamplings[] = {{"iid", QT_TRANSLATE_NOOP("KernelStudy", "independent")},
                               {"orthogonal", QT_TRANSLATE_NOOP("KernelStudy", "orthogonal")},
                               {"antithetic", QT_TRANSLATE_NOOP("KernelStudy", "in pairs ±")},
                               {"quasi", QT_TRANSLATE_NOOP("KernelStudy", "quasi-random")}};

QString choiceOfA(const KernelMethodSpec& method) {
  using AChoice = KernelMethodSpec::AChoice;
  if (method.choiceOfA == AChoice::Optimal) return nameWords("A optimal");
  if (method.choiceOfA == AChoice::FrequencyDependent) return nameWords("A by frequency");
  return nameWords("A = %1").arg(limitText(static_cast<float>(method.A)));
}

bool isPolynomial(const KernelMethodSpec& method) {
  return method.map == "maclaurin" || method.map == "eugen";
}

// The choices of a method, always in this order and of this number.
QStringList parts(const KernelMethodSpec& method) {
  return {wordOf(kMaps, method.map),
          wordOf(kSamplings, method.sampling),
          choiceOfA(method),
          method.choiceOfA == KernelMethodSpec::AChoice::FrequencyDependent
              ? nameWords("c = %1").arg(limitText(static_cast<float>(method.growth)))
              : QString(),
          method.proposal == "optimal" ? nameWords("least variance") : QString(),
          method.map == "universal-complex" && method.split == "same" ? nameWords("same phase") : QString(),
          isPolynomial(method) ? nameWords("degree %1").arg(method.degree) : QString(),
          isPolynomial(method) && method.projection == "gaussian" ? nameWords("Gaussian entries") : QString(),
          method.asReleased.empty() ? QString() : nameWords("as released")};
}

bool isGivenName(const std::string& id) {
  static const QRegularExpression automatic(QStringLiteral("^M\\d+$"));
  return !automatic.match(QString::fromStdString(id)).hasMatch();
}

// What tells a method from the others: of choices that are alike everywhere nothing is said.
std::vector<QString> tellingNames(const std::vector<KernelMethodSpec>& methods) {
  std::vector<QStringList> all;
  for (const KernelMethodSpec& method : methods) all.push_back(parts(method));
  std::vector<QString> names;
  for (std::size_t i = 0; i < all.size(); ++i) {
    QStringList told;
    for (qsizetype part = 0; part < all[i].size(); ++part) {
      const auto same = [&](const QStringList& other) { return other[part] == all[0][part]; };
      if (!std::ranges::all_of(all, same) && !all[i][part].isEmpty()) told << all[i][part];
    }
    if (told.isEmpty()) told << all[i][0] << all[i][1];
    names.push_back(isGivenName(methods[i].id) ? QString::fromStdString(methods[i].id)
                                               : told.join(QStringLiteral(", ")));
  }
  return names;
}

QString functionWords(const KernelTarget& target) {
  const QString argument = target.frequency == 1
                               ? QStringLiteral("w·x")
                               : QStringLiteral("%1\u00A0w·x").arg(significantText(target.frequency, 3));
  const QString name = target.name == "sine"     ? QStringLiteral("sin")
                       : target.name == "cosine" ? QStringLiteral("cos")
                                                 : QString::fromStdString(target.name);
  return QStringLiteral("%1(%2)").arg(name, argument);
}

}  // namespace

KernelStudy kernelStudy(std::shared_ptr<const KernelErrorReport> report,
                        std::shared_ptr<const KernelErrorConfig> config) {
  KernelStudy study{std::move(report), std::move(config), {}};
  if (!study) return study;
  const std::size_t count = study.methods();
  const bool known = study.config && study.config->methods.size() == count;
  const std::vector<QString> told = known ? tellingNames(study.config->methods) : std::vector<QString>();
  for (std::size_t i = 0; i < count; ++i) {
    const QString name = known ? told[i] : QString::fromStdString(study.report->methods[i].id);
    study.names.push_back({QString(QLatin1Char(static_cast<char>('A' + i))), name});
  }
  return study;
}

QString methodWords(const KernelMethodSpec& method) {
  QStringList words = parts(method);
  words.removeAll(QString());
  return words.join(QStringLiteral(", "));
}

QString targetWords(const KernelTarget& target) {
  if (target.kind == "formula") return QString::fromStdString(target.expression);
  if (target.kind == "arc-cosine") return nameWords("arc-cosine, order %1").arg(target.order);
  if (target.kind == "softmax") return QStringLiteral("exp(w·x)");
  if (target.kind == "gaussian") return QStringLiteral("exp(−|x−w|²/2)");
  return functionWords(target);
}

std::optional<std::size_t> placeOfFeatures(const KernelErrorReport& report, double m) {
  const auto found = std::ranges::find_if(report.features, [&](int one) { return one == m; });
  if (found == report.features.end()) return std::nullopt;
  return static_cast<std::size_t>(found - report.features.begin());
}

}  // namespace kernelscope::ui

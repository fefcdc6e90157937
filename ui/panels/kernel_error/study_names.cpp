#include "ui/panels/kernel_error/study_names.h"

#include "ui/plots/value_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <span>

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

bool isPolynomial(const KernelMethodSpec& method) {
  return method.map == "maclaurin" || method.map == "eugen";
}

QString choiceOfA(const KernelMethodSpec& method) {
  using AChoice = KernelMethodSpec::AChoice;
  if (isPolynomial(method) || method.map == "arc-cosine") return {};
  if (method.choiceOfA == AChoice::Optimal) return nameWords("optimal A");
  if (method.choiceOfA == AChoice::FrequencyDependent) return nameWords("by-frequency A");
  return nameWords("fixed A = %1").arg(limitText(static_cast<float>(method.A)));
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

constexpr qsizetype kSampling = 1, kGrowth = 3, kDegree = 6;

// The value that most methods have in a part; of several the first.
QString usual(const std::vector<QStringList>& all, qsizetype part) {
  const auto count = [&](const QStringList& one) {
    return std::ranges::count_if(all, [&](const QStringList& other) { return other[part] == one[part]; });
  };
  return (*std::ranges::max_element(all, {}, count))[part];
}

// Whether the methods differ in a part. A growth of A, or a degree, matters only beside another.
bool differs(const std::vector<QStringList>& all, qsizetype part) {
  QStringList values;
  for (const QStringList& one : all)
    if ((part != kGrowth && part != kDegree) || !one[part].isEmpty()) values << one[part];
  values.removeDuplicates();
  return values.size() > 1;
}

// What tells a method from the others: where it differs from most of them, else the first difference.
std::vector<QString> tellingNames(const std::vector<KernelMethodSpec>& methods) {
  std::vector<QStringList> all;
  for (const KernelMethodSpec& method : methods) all.push_back(parts(method));
  std::vector<qsizetype> telling;
  for (qsizetype part = 0; part < all.front().size(); ++part)
    if (differs(all, part)) telling.push_back(part);
  const bool bySampling = telling.empty() || std::ranges::find(telling, kSampling) != telling.end();
  const qsizetype otherwise = bySampling ? kSampling : telling.front();
  std::vector<QString> names;
  for (std::size_t i = 0; i < all.size(); ++i) {
    QStringList told;
    for (const qsizetype part : telling)
      if (all[i][part] != usual(all, part) && !all[i][part].isEmpty()) told << all[i][part];
    if (told.isEmpty()) told << all[i][otherwise];
    if (told.front().isEmpty()) told.front() = all[i].front();
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

std::vector<MethodName> methodNames(const KernelErrorConfig& config) {
  std::vector<MethodName> names;
  for (const QString& name : tellingNames(config.methods))
    names.push_back({QString(QLatin1Char(static_cast<char>('A' + names.size()))), name});
  return names;
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

QString enumerated(const QStringList& words) {
  if (words.size() < 2) return words.join(QString());
  return nameWords("%1 and %2").arg(words.mid(0, words.size() - 1).join(QStringLiteral(", ")), words.back());
}

std::optional<std::size_t> placeOfFeatures(const KernelErrorReport& report, double m) {
  const auto found = std::ranges::find_if(report.features, [&](int one) { return one == m; });
  if (found == report.features.end()) return std::nullopt;
  return static_cast<std::size_t>(found - report.features.begin());
}

}  // namespace kernelscope::ui

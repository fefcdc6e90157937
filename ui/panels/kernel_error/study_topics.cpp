#include "ui/panels/kernel_error/study_topics.h"

#include "engine/config/kernel_error_schema.h"
#include "ui/forms/control_help.h"
#include "ui/forms/field_text.h"
#include "ui/panels/kernel_error/error_chart.h"
#include "ui/panels/kernel_error/study_equations.h"

#include <QCoreApplication>
#include <algorithm>

namespace kernelscope::ui {

namespace {

QString topicText(const char* text) {
  return QCoreApplication::translate("StudyTopics", text);
}

enum class Mathematics { Error, Estimator, SecondMoment, Needed, Gram };

struct TopicKind {
  const char* name;  // a key of a method, the beginning of a pointer, or what is looked at
  Mathematics mathematics;
};
constexpr TopicKind kKinds[] = {
    {"map", Mathematics::Estimator},           {"sampling", Mathematics::Estimator},
    {"as_released", Mathematics::Estimator},   {"id", Mathematics::Estimator},
    {"A", Mathematics::SecondMoment},          {"growth", Mathematics::SecondMoment},
    {"proposal", Mathematics::SecondMoment},   {"split", Mathematics::SecondMoment},
    {"scale", Mathematics::SecondMoment},      {"degree", Mathematics::SecondMoment},
    {"projection", Mathematics::SecondMoment}, {"target", Mathematics::Estimator},
    {"pairs", Mathematics::SecondMoment},      {"wished_error", Mathematics::Needed},
    {"confidence", Mathematics::Needed},       {"gram_size", Mathematics::Gram},
    {"gram_features", Mathematics::Error},     {"view:deviation", Mathematics::SecondMoment},
    {"view:estimates", Mathematics::Needed},   {"view:spectrum", Mathematics::Gram},
    {"plot:gram", Mathematics::Gram}};

struct Subject {
  std::size_t method = 0;
  Mathematics mathematics = Mathematics::Error;
};

// "/methods/1/A" is about A of the second method, "/pairs/norm_x" about pairs.
Subject subjectOf(const QString& topic, const KernelStudy& study) {
  Subject subject;
  const QStringList parts = topic.split(QLatin1Char('/'), Qt::SkipEmptyParts);
  QString name = parts.value(0, topic);
  if (name == QLatin1String("methods") && parts.size() >= 2) {
    subject.method = std::min<std::size_t>(parts[1].toUInt(), std::max<std::size_t>(1, study.methods()) - 1);
    name = parts.value(2);
  }
  for (const TopicKind& kind : kKinds)
    if (name == QLatin1String(kind.name)) subject.mathematics = kind.mathematics;
  return subject;
}

// A field of the schema, whichever method it belongs to.
const Field* fieldOf(const Schema& schema, const QString& pointer) {
  QStringList parts = pointer.split(QLatin1Char('/'));
  if (parts.size() > 3 && parts[1] == QLatin1String("methods")) parts[2] = QStringLiteral("*");
  return schema.find(parts.join(QLatin1Char('/')).toStdString());
}

QString titleOf(Mathematics mathematics) {
  switch (mathematics) {
    case Mathematics::Error:
      return topicText("Error against m");
    case Mathematics::Estimator:
      return topicText("Estimator");
    case Mathematics::SecondMoment:
      return topicText("Standard deviation");
    case Mathematics::Needed:
      return topicText("Features needed");
    case Mathematics::Gram:
      return topicText("Gram matrix");
  }
  return {};
}

QStringList equationOf(const Subject& subject, const KernelStudy& study) {
  switch (subject.mathematics) {
    case Mathematics::Error:
      return errorLaw(study) + deviationLaw(study, subject.method);
    case Mathematics::Estimator:
      return estimatorLines(study, subject.method);
    case Mathematics::SecondMoment:
      return secondMomentLines(study, subject.method) + deviationLaw(study, subject.method);
    case Mathematics::Needed:
      return neededLines(study, subject.method);
    case Mathematics::Gram:
      return gramLines(study);
  }
  return {};
}

}  // namespace

StudyTopic studyTopic(const QString& topic, const KernelStudy& study) {
  static const Schema schema = kernelErrorSchema();
  const Subject subject = subjectOf(topic, study);
  StudyTopic result;
  result.title = titleOf(subject.mathematics);
  if (topic.startsWith(QLatin1Char('/'))) {
    if (const Field* field = fieldOf(schema, topic)) {
      result.title = fieldLabel(*field);
      result.note = schemaText(field->help);
    }
    const bool ofMethod = topic.startsWith(QLatin1String("/methods/")) && study;
    if (ofMethod) result.title = topicText("%1 of %2").arg(result.title, study.names[subject.method].letter);
  }
  if (study) result.equation = equationOf(subject, study);
  return result;
}

}  // namespace kernelscope::ui

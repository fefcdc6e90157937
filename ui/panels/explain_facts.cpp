#include "ui/panels/explain_facts.h"

#include "engine/config/layer_keys.h"
#include "ui/forms/field_text.h"

#include <QLocale>
#include <QRegularExpression>

namespace kernelscope::ui {
namespace {

QString count(std::int64_t value) {
  return QLocale().toString(static_cast<qlonglong>(value));
}

void addLayerFacts(ExplainFacts& facts, const std::vector<LayerSpec>& layers, std::size_t index,
                   int inputDimensions) {
  const LayerSpec& layer = layers[index];
  const std::int64_t inputs = index == 0 ? inputDimensions : layers[index - 1].width;
  const std::int64_t width = layer.width;
  facts["inputs"] = count(inputs);
  if (width > 0) {
    facts["width"] = count(width);
    facts["dense"] = count(width * inputs);
  }
  if (layer.type == "dense") {
    facts["activation"] = QString::fromStdString(layer.activation);
    if (layer.activation == "sine") facts["omega0"] = numberText(layer.omega0);
    return;
  }
  const std::int64_t columns = featureColumns(layer, inputs);
  facts["features"] = count(layer.features);
  facts["columns"] = count(columns);
  facts["projection_count"] = count(layer.features * inputs);
  if (width > 0) facts["theta"] = count(width * columns);
  if (layerHasKey(layer, "activation")) facts["activation"] = QString::fromStdString(layer.activation);
  if (layerHasKey(layer, "sigma")) facts["sigma"] = numberText(layer.sigma);
  if (layerHasKey(layer, "order")) facts["order"] = count(layer.order);
}

const QRegularExpression& factPattern() {
  static const QRegularExpression pattern(QStringLiteral("\\{([a-z][a-z0-9_]+)\\}"));
  return pattern;
}

// Variables: Latin runs of one or two letters ("x", "Gx") and small Greek letters. Function names are longer.
QString withItalics(const QString& text) {
  static const QRegularExpression variable(
      QStringLiteral("(?<![A-Za-z])([A-Za-z]{1,2})(?![A-Za-z])|([\\x{03b1}-\\x{03c9}])"));
  QString html;
  qsizetype last = 0;
  for (auto it = variable.globalMatch(text); it.hasNext();) {
    const QRegularExpressionMatch match = it.next();
    html += text.mid(last, match.capturedStart() - last).toHtmlEscaped();
    html += QStringLiteral("<i>%1</i>").arg(match.captured());
    last = match.capturedEnd();
  }
  return html + text.mid(last).toHtmlEscaped();
}

}  // namespace

ExplainFacts explainFacts(const ExperimentConfig& config, const ExplainFocus& focus, int inputDimensions) {
  ExplainFacts facts;
  facts["rate"] = numberText(config.optimizer.learningRate);
  facts["steps"] = count(config.steps);
  facts["batch"] = config.batch ? count(*config.batch) : QStringLiteral("all");
  if (focus.lane && focus.layer)
    addLayerFacts(facts, config.lane(*focus.lane).layers, *focus.layer, inputDimensions);
  return facts;
}

QString withFacts(const QString& text, const ExplainFacts& facts) {
  QString filled;
  qsizetype last = 0;
  for (auto it = factPattern().globalMatch(text); it.hasNext();) {
    const QRegularExpressionMatch match = it.next();
    const auto fact = facts.constFind(match.captured(1));
    if (fact == facts.constEnd()) return {};
    filled += text.mid(last, match.capturedStart() - last) + *fact;
    last = match.capturedEnd();
  }
  return filled + text.mid(last);
}

QString equationHtml(const QString& line, const ExplainFacts& facts) {
  static const QRegularExpression part(
      QStringLiteral("@([^{}\\s]+)\\{([^{}]*)\\}|\\^\\{((?:[^{}]|\\{[^{}]*\\})*)\\}"));
  QString html;
  qsizetype last = 0;
  const auto addPlain = [&](const QString& text) {
    const QString filled = withFacts(text, facts);
    if (filled.isNull() && !text.isEmpty()) return false;
    html += withItalics(filled);
    return true;
  };
  for (auto it = part.globalMatch(line); it.hasNext();) {
    const QRegularExpressionMatch match = it.next();
    if (!addPlain(line.mid(last, match.capturedStart() - last))) return {};
    last = match.capturedEnd();
    if (match.hasCaptured(1)) {
      const QString field = match.captured(1);
      const QString target = field.startsWith(QLatin1Char('/')) ? field : QStringLiteral("layer:") + field;
      html +=
          QStringLiteral("<a href=\"%1\">%2</a>").arg(target.toHtmlEscaped(), withItalics(match.captured(2)));
      continue;
    }
    const QString raised = equationHtml(match.captured(3), facts);
    if (raised.isNull()) return {};
    html += QStringLiteral("<sup>%1</sup>").arg(raised);
  }
  if (!addPlain(line.mid(last))) return {};
  return html;
}

}  // namespace kernelscope::ui

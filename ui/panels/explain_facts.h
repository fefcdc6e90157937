#pragma once
// The numbers that explanations quote, as text, made from the present set-up.

#include "ui/panels/explain_content.h"

#include <QHash>
#include <QString>

namespace kernelscope::ui {

using ExplainFacts = QHash<QString, QString>;

// rate, steps, batch, and for a layer in focus: inputs, width, columns, dense (weights W), theta, features,
// projection_count, sigma, order, omega0, activation. A fact that the layer does not have is missing.
// `inputDimensions`: coordinates that enter the first layer.
ExplainFacts explainFacts(const ExperimentConfig& config, const ExplainFocus& focus, int inputDimensions = 2);

// The text with its {facts} filled in; null when it asks for one that is missing.
QString withFacts(const QString& text, const ExplainFacts& facts);

// An equation line as HTML: {facts} filled in, @field{symbol} as a link to a field, ^{...} raised, variables
// italic. Null when a fact is missing.
QString equationHtml(const QString& line, const ExplainFacts& facts);

}  // namespace kernelscope::ui

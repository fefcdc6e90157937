#pragma once
// The texts of the explain panel: topics read from resources/explain, and which of them speaks about a
// field of the present experiment.

#include "engine/config/experiment_config.h"

#include <nlohmann/json.hpp>

#include <QByteArray>
#include <QString>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kernelscope::ui {

// A change that the reader may try: a value, or the present one times a factor.
struct ExplainOffer {
  QString label;      // "Halve m to {value}"
  std::string field;  // a pointer, or "layer:KEY" for a value of the layer in focus
  nlohmann::json set;
  std::optional<double> multiply;
};

struct ExplainTopic {
  QString id, title, see;
  std::vector<std::string> fields;
  std::map<std::string, std::string> when;  // values that the layer in focus must have
  std::vector<QString> equation;
  std::vector<std::array<QString, 3>> table;  // symbol, what it is, {fact}
  std::vector<ExplainOffer> offers;
};

// What the reader looks at: a field, and for fields of layers the first layer that has it.
struct ExplainFocus {
  std::string pattern;
  std::optional<LaneId> lane;
  std::string layerKey;  // "features"; empty for the list of layers itself
  std::optional<std::size_t> layer;
};

ExplainFocus explainFocus(const std::string& pattern, const ExperimentConfig& config);

// "layer:features" as the pattern of the focus' lane; other text unchanged.
std::string resolvedField(const std::string& field, const ExplainFocus& focus);

class ExplainContent {
 public:
  // Throws ContentError naming `fileName` when the text is not as expected.
  ExplainContent(const QByteArray& json, const QString& fileName);
  // The compiled-in texts of a task; none for a task that has no file.
  static ExplainContent forTask(const std::string& task);

  const std::vector<ExplainTopic>& topics() const { return topics_; }
  // Null when no topic speaks about this field.
  const ExplainTopic* find(const ExplainFocus& focus, const ExperimentConfig& config) const;

 private:
  ExplainContent() = default;
  std::vector<ExplainTopic> topics_;
};

}  // namespace kernelscope::ui

#include "engine/analysis/kernel_error/gram_fields.h"

#include <algorithm>
#include <cmath>

namespace kernelscope {

GramFields gramFields(const GramExact& exact, const GramEstimate& estimate) {
  GramFields fields;
  if (exact.empty() || estimate.values.size() != exact.values.size()) return fields;
  for (Field2d* field : {&fields.exact, &fields.estimate, &fields.difference}) {
    field->height = exact.rows;
    field->width = exact.columns;
    field->samples.reserve(exact.values.size());
  }
  for (std::size_t i = 0; i < exact.values.size(); ++i) {
    fields.exact.samples.push_back(static_cast<float>(exact.values[i]));
    fields.estimate.samples.push_back(static_cast<float>(estimate.values[i]));
    fields.difference.samples.push_back(static_cast<float>(estimate.values[i] - exact.values[i]));
    fields.largest = std::max(fields.largest, std::abs(exact.values[i]));
  }
  return fields;
}

}  // namespace kernelscope

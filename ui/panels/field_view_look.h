#pragma once
// How each view of a fitted picture is shown: which field, which limits, which colours, which words.

#include "engine/observe/field2d.h"
#include "engine/run/experiment.h"
#include "ui/plots/field_limits.h"
#include "ui/theme/theme.h"

#include <QString>

namespace kernelscope::ui {

inline constexpr std::size_t kFieldViews = 5;

struct FieldViewLook {
  const char* fieldName;        // of Field2d, for the lanes
  const char* targetFieldName;  // what the target tile shows beside it
  FieldSign sign;
  MapName map;  // SignedLight stands for the signed map of the theme
};

const FieldViewLook& fieldViewLook(FieldView view);

// Its colours in a theme.
MapName fieldViewMap(FieldView view, const Theme& theme);

// "grey value", "colour value", "gradient magnitude", ...
QString fieldViewWords(FieldView view, bool colored);

// The unit in as few letters as will do; "grey value" for a grey picture is its name already.
QString fieldViewUnit(FieldView view);

// One sample as the readout prints it; several channels stand side by side.
QString sampleText(FieldView view, const Field2d& field, int column, int row);

}  // namespace kernelscope::ui

#pragma once
// Views of a network between the pixels of its picture, computed a band of rows at a time so that what is in
// memory at once stays small and a lane that is to stop need not finish the picture.

#include "engine/data/image_dataset.h"
#include "engine/observe/field2d.h"
#include "engine/observe/field_view.h"
#include "engine/train/predictor.h"

#include <functional>
#include <optional>

namespace kernelscope {

// Values and derivatives of a network at float32 coordinates [n, 2]: Predictor::evaluate, or a lane's own.
using JetSource = std::function<HostJet(const HostTensor& inputs, const JetLayout& layout)>;

// Cells evaluated between two looks at `abandoned`.
inline constexpr std::int64_t kQueryBandCells = 16384;

// The view at the centres of query x query cells per pixel (see query_grid.h): [height * query,
// width * query, channels], in grey values and unit coordinates as predictedField gives them. The view must
// be one with values between pixels. Empty when `abandoned` said so on the way.
std::optional<Field2d> queriedField(const ImageDataset& data, FieldView view, int query,
                                    const JetSource& network, const std::function<bool()>& abandoned);

}  // namespace kernelscope

#include "engine/run/field_query.h"

#include "engine/core/contract.h"
#include "engine/data/query_grid.h"
#include "engine/run/field_observer.h"

#include <algorithm>

namespace kernelscope {

std::optional<Field2d> queriedField(const ImageDataset& data, FieldView view, int query,
                                    const JetSource& network, const std::function<bool()>& abandoned) {
  KS_EXPECT(hasValuesBetweenPixels(view), "this view has no values between pixels");
  const int height = data.height() * query, width = data.width() * query;
  const int bandRows = static_cast<int>(std::max<std::int64_t>(1, kQueryBandCells / width));
  Field2d field;
  for (int first = 0; first < height; first += bandRows) {
    if (abandoned()) return std::nullopt;
    const int rows = std::min(bandRows, height - first);
    const std::vector<float> cells = queryCoordinates(data.height(), data.width(), query, first, rows);
    const auto inputs = HostTensor::from<float>(cells, static_cast<std::int64_t>(rows) * width, 2);
    Field2d band = fieldOfJet(network(inputs, viewLayout(view)), view, rows, width, data.channels());
    if (first == 0) {
      field = std::move(band);
      field.samples.reserve(field.samples.size() / static_cast<std::size_t>(rows) *
                            static_cast<std::size_t>(height));
    } else {
      field.samples.insert(field.samples.end(), band.samples.begin(), band.samples.end());
    }
  }
  field.height = height;
  return field;
}

}  // namespace kernelscope

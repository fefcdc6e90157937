#include "engine/config/presets.h"
#include "engine/data/image_dataset.h"
#include "engine/io/picture_reader.h"
#include "engine/io/picture_transform.h"

namespace kernelscope {

std::shared_ptr<const ImageDataset> loadImageDataset(const ExperimentConfig& config) {
  const ImageSpec& spec = config.image;
  Picture picture = readPicture(resolveImageSource(spec.source, config.baseDirectory));
  PictureOrigin origin{0, 0, picture.width, picture.height};
  if (spec.crop) {
    picture = cropped(picture, *spec.crop);
    origin = {spec.crop->x, spec.crop->y, picture.width, picture.height};
  }
  if (spec.channels == "grey") picture = toGrey(std::move(picture));
  picture = shrunkToSide(std::move(picture), spec.maximumSide);
  return std::make_shared<const ImageDataset>(std::move(picture), spec, config.seed, origin);
}

}  // namespace kernelscope

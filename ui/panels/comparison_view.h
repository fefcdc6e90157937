#pragma once
// The larger tile that holds both lanes: what its header, plates and lines say in each mode.

#include "engine/observe/field_difference.h"
#include "ui/plots/tile_content.h"

#include <QImage>
#include <QString>

namespace kernelscope::ui {

// Milliseconds between two changes of a blinking tile: once a second, far below what could disturb.
inline constexpr int kBlinkMilliseconds = 1000;

// A left of the divider, B right of it.
TileView wipeView(const TileView& a, const TileView& b, double divider);
// One lane alone, its letter also on the picture. `manual`: it changes by a click instead of by itself.
TileView blinkView(const TileView& lane, bool manual);
// A minus B as `picture`; `unit` is that of its numbers, may be empty. `stepWords`: of which steps, where the
// lanes' pictures are not of the same one.
TileView differenceView(const TileView& a, const TileView& b, const QImage& picture, double rootMeanSquare,
                        const QString& unit, const QString& stepWords);

}  // namespace kernelscope::ui

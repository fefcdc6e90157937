#pragma once
// Which picture of a fitted field a reader wants. What is hidden is not computed.

namespace kernelscope {

enum class FieldView { Value, Gradient, Laplacian, Error, Spectrum };

// Whether a view can be asked for between the pixels: an error needs a pixel to differ from, and a spectrum
// belongs to the picture's own grid.
constexpr bool hasValuesBetweenPixels(FieldView view) {
  return view == FieldView::Value || view == FieldView::Gradient || view == FieldView::Laplacian;
}

}  // namespace kernelscope

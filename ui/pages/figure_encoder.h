#pragma once
// A figure as the bytes of a file. Sizes are of paper: one logical pixel is as large as on screen, so text
// keeps its point size, and everything grows where the smallest text would be under 7 pt. Curves stay vectors
// in SVG and PDF; samples stay whole cells everywhere. Runs in any thread.

#include "ui/dialogs/export_choice.h"
#include "ui/pages/field_figures.h"
#include "ui/pages/printed_figure.h"

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QSizeF>
#include <filesystem>

namespace kernelscope::ui {

QSizeF sheetMillimetres(const PrintedFigure& figure, const FigureSheet& sheet);
QSize sheetPixels(const PrintedFigure& figure, const FigureSheet& sheet);  // PNG

// The sheet as a picture with its resolution set, whatever its format.
QImage drawSheet(const PrintedFigure& figure, const FigureSheet& sheet);

// The whole file. Throws IoError if the encoder fails (out of memory).
QByteArray encodeSheet(const PrintedFigure& figure, const FigureSheet& sheet);

// The same of the part of a run's figures that the sheet names.
inline QSizeF sheetMillimetres(const FieldFigures& figures, const FigureSheet& sheet) {
  return sheetMillimetres(printedFigure(figures, sheet.part), sheet);
}
inline QSize sheetPixels(const FieldFigures& figures, const FigureSheet& sheet) {
  return sheetPixels(printedFigure(figures, sheet.part), sheet);
}
inline QImage drawSheet(const FieldFigures& figures, const FigureSheet& sheet) {
  return drawSheet(printedFigure(figures, sheet.part), sheet);
}
inline QByteArray encodeSheet(const FieldFigures& figures, const FigureSheet& sheet) {
  return encodeSheet(printedFigure(figures, sheet.part), sheet);
}

QByteArray encodePng(const QImage& image);

// Whole or not at all. Throws IoError.
void writeBytes(const QByteArray& bytes, const std::filesystem::path& file);

}  // namespace kernelscope::ui

#include "ui/pages/figure_encoder.h"

#include "engine/core/error.h"
#include "engine/core/file_io.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

constexpr double kMillimetresPerInch = 25.4;

// How logical pixels lie on paper. Fonts in points are as large on every device of the usual resolution.
struct Paper {
  double logicalPerInch;  // of the devices that are drawn on
  double grow;            // above 1 where the smallest text would come out too small
  QSizeF logical;         // the sheet, in logical pixels before growing

  double millimetres(double logicalPixels) const {
    return logicalPixels * grow / logicalPerInch * kMillimetresPerInch;
  }
};

Paper paperOf(const PrintedFigure& figure, const FigureSheet& sheet) {
  const Theme& theme = figure.theme;
  const double perInch = QImage(1, 1, QImage::Format_RGB32).logicalDpiX();
  const double grow =
      std::max(1.0, theme.tokens().exportMinimumPt / theme.font(FontRole::Small).pointSizeF());
  const double width = sheet.widthMillimetres / kMillimetresPerInch * perInch / grow;
  return {perInch, grow, {width, figure.height(width)}};
}

// In units of the device: its painter is scaled by `grow`.
void paintSheet(QPainter& painter, const PrintedFigure& figure, const Paper& paper) {
  painter.setRenderHint(QPainter::LosslessImageRendering);
  painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
  painter.fillRect(QRectF(QPointF(), paper.logical * paper.grow), figure.theme.colour(Colour::Stage));
  painter.scale(paper.grow, paper.grow);
  figure.paint(painter, paper.logical);
}

QByteArray encodePdf(const PrintedFigure& figure, const FigureSheet& sheet) {
  const Paper paper = paperOf(figure, sheet);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&buffer);
    writer.setPageSize(
        QPageSize(sheetMillimetres(figure, sheet), QPageSize::Millimeter, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(static_cast<int>(std::lround(paper.logicalPerInch)));
    writer.setTitle(figure.title);
    writer.setCreator(QStringLiteral("Kernelscope"));
    QPainter painter(&writer);
    paintSheet(painter, figure, paper);
  }
  return bytes;
}

// Qt's generator says nothing about how pictures are to be magnified; viewers would blur the cells.
QByteArray withSharpCells(QByteArray svg) {
  return svg.replace("<image ", "<image style=\"image-rendering:pixelated\" ");
}

QByteArray encodeSvg(const PrintedFigure& figure, const FigureSheet& sheet) {
  const Paper paper = paperOf(figure, sheet);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  {
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    const QSizeF size = paper.logical * paper.grow;
    generator.setResolution(static_cast<int>(std::lround(paper.logicalPerInch)));
    generator.setSize(
        QSize(static_cast<int>(std::ceil(size.width())), static_cast<int>(std::ceil(size.height()))));
    generator.setViewBox(QRect(QPoint(), generator.size()));
    generator.setTitle(figure.title);
    generator.setDescription(figure.details);
    QPainter painter(&generator);
    paintSheet(painter, figure, paper);
  }
  return withSharpCells(bytes);
}

}  // namespace

QSizeF sheetMillimetres(const PrintedFigure& figure, const FigureSheet& sheet) {
  const Paper paper = paperOf(figure, sheet);
  return {sheet.widthMillimetres, paper.millimetres(paper.logical.height())};
}

QSize sheetPixels(const PrintedFigure& figure, const FigureSheet& sheet) {
  const QSizeF pixels = sheetMillimetres(figure, sheet) * (sheet.dotsPerInch / kMillimetresPerInch);
  return {static_cast<int>(std::lround(pixels.width())), static_cast<int>(std::lround(pixels.height()))};
}

QImage drawSheet(const PrintedFigure& figure, const FigureSheet& sheet) {
  const Paper paper = paperOf(figure, sheet);
  QImage image(sheetPixels(figure, sheet), QImage::Format_RGB32);
  if (image.isNull()) throw IoError("the figure", "does not fit into memory at this size and resolution");
  image.fill(figure.theme.colour(Colour::Stage));
  const double scale = sheet.dotsPerInch / paper.logicalPerInch * paper.grow;
  image.setDevicePixelRatio(std::max(1.0, scale));
  {
    QPainter painter(&image);
    if (scale < 1) painter.scale(scale, scale);  // painters take no ratio below 1 from their device
    figure.paint(painter, paper.logical);
  }
  image.setDevicePixelRatio(1);
  const int dotsPerMetre = static_cast<int>(std::lround(sheet.dotsPerInch / kMillimetresPerInch * 1000));
  image.setDotsPerMeterX(dotsPerMetre);
  image.setDotsPerMeterY(dotsPerMetre);
  return image;
}

QByteArray encodePng(const QImage& image) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  if (!image.save(&buffer, "PNG")) throw IoError("the picture", "cannot be encoded as PNG");
  return bytes;
}

QByteArray encodeSheet(const PrintedFigure& figure, const FigureSheet& sheet) {
  switch (sheet.format) {
    case FigureFormat::Png:
      return encodePng(drawSheet(figure, sheet));
    case FigureFormat::Svg:
      return encodeSvg(figure, sheet);
    case FigureFormat::Pdf:
      return encodePdf(figure, sheet);
  }
  return {};
}

void writeBytes(const QByteArray& bytes, const std::filesystem::path& file) {
  writeFileAtomically(file, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

}  // namespace kernelscope::ui

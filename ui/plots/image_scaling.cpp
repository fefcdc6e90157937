#include "ui/plots/image_scaling.h"

#include <QPaintEngine>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <vector>

namespace kernelscope::ui {

namespace {

constexpr int kVectorPictureSide = 1024;

// The samples one target pixel covers and the share of each; shares add up to 1.
struct Coverage {
  int first = 0;
  std::vector<float> shares;
};

std::vector<Coverage> coverages(int from, int to) {
  const double step = static_cast<double>(from) / to;  // samples per pixel
  std::vector<Coverage> result(static_cast<std::size_t>(to));
  for (int i = 0; i < to; ++i) {
    const double begin = i * step;
    const double end = std::min<double>(from, (i + 1) * step);
    Coverage& coverage = result[static_cast<std::size_t>(i)];
    coverage.first = std::min(from - 1, static_cast<int>(begin));
    for (int k = coverage.first; k < from && k < end; ++k) {
      const double covered = std::min<double>(k + 1, end) - std::max<double>(k, begin);
      coverage.shares.push_back(static_cast<float>(std::max(0.0, covered) / (end - begin)));
    }
  }
  return result;
}

QImage nearest(const QImage& source, QSize target) {
  QImage result(target, QImage::Format_RGB32);
  for (int y = 0; y < target.height(); ++y) {
    const int row = static_cast<int>((y + 0.5) * source.height() / target.height());
    const QRgb* from = reinterpret_cast<const QRgb*>(source.constScanLine(row));
    QRgb* to = reinterpret_cast<QRgb*>(result.scanLine(y));
    for (int x = 0; x < target.width(); ++x) {
      to[x] = from[static_cast<int>((x + 0.5) * source.width() / target.width())];
    }
  }
  return result;
}

// Rows narrowed or widened first, three floats per pixel: [source height, target width].
std::vector<float> resampleRows(const QImage& source, int width) {
  const std::vector<Coverage> columns = coverages(source.width(), width);
  std::vector<float> rows(static_cast<std::size_t>(source.height()) * static_cast<std::size_t>(width) * 3);
  float* out = rows.data();
  for (int y = 0; y < source.height(); ++y) {
    const QRgb* from = reinterpret_cast<const QRgb*>(source.constScanLine(y));
    for (const Coverage& coverage : columns) {
      const QRgb* sample = from + coverage.first;
      float red = 0, green = 0, blue = 0;
      for (const float share : coverage.shares) {
        red += share * static_cast<float>(qRed(*sample));
        green += share * static_cast<float>(qGreen(*sample));
        blue += share * static_cast<float>(qBlue(*sample));
        ++sample;
      }
      *out++ = red;
      *out++ = green;
      *out++ = blue;
    }
  }
  return rows;
}

QImage areaWeighted(const QImage& source, QSize target) {
  const std::vector<float> rows = resampleRows(source, target.width());
  const std::vector<Coverage> lines = coverages(source.height(), target.height());
  const std::size_t stride = static_cast<std::size_t>(target.width()) * 3;
  std::vector<float> sum(stride);
  QImage result(target, QImage::Format_RGB32);
  for (int y = 0; y < target.height(); ++y) {
    const Coverage& coverage = lines[static_cast<std::size_t>(y)];
    std::fill(sum.begin(), sum.end(), 0.5F);  // rounds
    const float* row = rows.data() + static_cast<std::size_t>(coverage.first) * stride;
    for (const float share : coverage.shares) {
      for (std::size_t i = 0; i < stride; ++i) sum[i] += share * row[i];
      row += stride;
    }
    QRgb* to = reinterpret_cast<QRgb*>(result.scanLine(y));
    const float* mean = sum.data();
    for (int x = 0; x < target.width(); ++x, mean += 3) {
      to[x] = qRgb(std::min(255, static_cast<int>(mean[0])), std::min(255, static_cast<int>(mean[1])),
                   std::min(255, static_cast<int>(mean[2])));
    }
  }
  return result;
}

}  // namespace

QImage scalePicture(const QImage& source, QSize devicePixels) {
  if (source.isNull() || devicePixels.isEmpty()) return {};
  const QImage samples =
      source.format() == QImage::Format_RGB32 ? source : source.convertToFormat(QImage::Format_RGB32);
  const double across = static_cast<double>(devicePixels.width()) / samples.width();
  const double down = static_cast<double>(devicePixels.height()) / samples.height();
  if (std::min(across, down) >= kCellMagnification) return nearest(samples, devicePixels);
  return areaWeighted(samples, devicePixels);
}

QImage pictureFor(const QPainter& painter, const QImage& source, QSize devicePixels) {
  const QPaintEngine::Type kind = painter.paintEngine()->type();
  if (kind != QPaintEngine::Pdf && kind != QPaintEngine::SVG) return scalePicture(source, devicePixels);
  const int longest = std::max({source.width(), source.height(), 1});
  return source.scaled(source.size() * std::max(1, kVectorPictureSide / longest), Qt::IgnoreAspectRatio,
                       Qt::FastTransformation);
}

}  // namespace kernelscope::ui

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

// `to` pixels share the samples from `start` to `start + length` of the `from` there are.
std::vector<Coverage> coverages(int from, double start, double length, int to) {
  const double step = length / to;  // samples per pixel
  std::vector<Coverage> result(static_cast<std::size_t>(to));
  for (int i = 0; i < to; ++i) {
    const double begin = start + i * step;
    const double end = std::min<double>(from, start + (i + 1) * step);
    Coverage& coverage = result[static_cast<std::size_t>(i)];
    coverage.first = std::clamp(static_cast<int>(begin), 0, from - 1);
    for (int k = coverage.first; k < from && k < end; ++k) {
      const double covered = std::min<double>(k + 1, end) - std::max<double>(k, begin);
      coverage.shares.push_back(static_cast<float>(std::max(0.0, covered) / (end - begin)));
    }
  }
  return result;
}

QImage nearest(const QImage& source, const QRectF& part, QSize target) {
  QImage result(target, QImage::Format_RGB32);
  const auto sample = [](double start, double length, int pixel, int pixels, int count) {
    return std::clamp(static_cast<int>(start + (pixel + 0.5) * length / pixels), 0, count - 1);
  };
  for (int y = 0; y < target.height(); ++y) {
    const int row = sample(part.top(), part.height(), y, target.height(), source.height());
    const QRgb* from = reinterpret_cast<const QRgb*>(source.constScanLine(row));
    QRgb* to = reinterpret_cast<QRgb*>(result.scanLine(y));
    for (int x = 0; x < target.width(); ++x) {
      to[x] = from[sample(part.left(), part.width(), x, target.width(), source.width())];
    }
  }
  return result;
}

// Rows narrowed or widened first, three floats per pixel: [source height, target width].
std::vector<float> resampleRows(const QImage& source, const QRectF& part, int width) {
  const std::vector<Coverage> columns = coverages(source.width(), part.left(), part.width(), width);
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

QImage areaWeighted(const QImage& source, const QRectF& part, QSize target) {
  const std::vector<float> rows = resampleRows(source, part, target.width());
  const std::vector<Coverage> lines = coverages(source.height(), part.top(), part.height(), target.height());
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
  return scalePicture(source, QRectF(source.rect()), devicePixels);
}

QImage scalePicture(const QImage& source, const QRectF& part, QSize devicePixels) {
  if (source.isNull() || devicePixels.isEmpty() || part.isEmpty()) return {};
  const QImage samples =
      source.format() == QImage::Format_RGB32 ? source : source.convertToFormat(QImage::Format_RGB32);
  const double across = devicePixels.width() / part.width();
  const double down = devicePixels.height() / part.height();
  if (std::min(across, down) >= kCellMagnification) return nearest(samples, part, devicePixels);
  return areaWeighted(samples, part, devicePixels);
}

QImage pictureFor(const QPainter& painter, const QImage& source, const QRectF& part, QSize devicePixels) {
  const QPaintEngine::Type kind = painter.paintEngine()->type();
  if (kind != QPaintEngine::Pdf && kind != QPaintEngine::SVG) return scalePicture(source, part, devicePixels);
  const int longest = static_cast<int>(std::ceil(std::max({part.width(), part.height(), 1.0})));
  const double factor = std::max(1, kVectorPictureSide / longest);
  const QSize size(std::max(1, static_cast<int>(std::lround(part.width() * factor))),
                   std::max(1, static_cast<int>(std::lround(part.height() * factor))));
  return nearest(source.convertToFormat(QImage::Format_RGB32), part, size);
}

}  // namespace kernelscope::ui

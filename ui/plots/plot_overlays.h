#pragma once
// What a plot draws besides axes and curves: titles, labels at the curve ends, the line at the head of the
// run, and, in a layer of their own so that moving them repaints nothing else, the cursor and the zoom box.

#include "ui/plots/curve_scene.h"
#include "ui/theme/theme.h"

#include <qcustomplot.h>

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

namespace kernelscope::ui {

struct EndLabel {
  QString text;
  QColor color;
  bool bold = false;
  double y = 0;  // data coordinate of the curve's end
};

class LabelOverlay final : public QCPLayerable {
 public:
  LabelOverlay(QCustomPlot* plot, const Theme& theme) : QCPLayerable(plot, "overlay"), theme_(theme) {}

  QString xTitle, yTitle;
  std::optional<double> head;  // data coordinate
  std::optional<double> labelX;
  std::vector<EndLabel> labels;
  std::vector<CurveStop> stops;  // crosses

 protected:
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(false); }
  void draw(QCPPainter* painter) override;

 private:
  void drawTitles(QCPPainter* painter, const QRectF& axes) const;
  void drawStops(QCPPainter* painter, const QRectF& axes) const;
  void drawLabels(QCPPainter* painter, const QRectF& axes) const;
  const Theme& theme_;  // the canvas owns both
};

class CursorOverlay final : public QCPLayerable {
 public:
  CursorOverlay(QCustomPlot* plot, const QString& layer, const Theme& theme)
      : QCPLayerable(plot, layer), theme_(theme) {}

  std::optional<double> cursor;  // data coordinate
  std::optional<QRectF> box;     // pixels of the widget

 protected:
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(false); }
  void draw(QCPPainter* painter) override;

 private:
  const Theme& theme_;
};

}  // namespace kernelscope::ui

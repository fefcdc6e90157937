#pragma once
// The marks of a plot as layers of QCustomPlot: titles, labels, head and crosses with the curves; the hover
// line, the reader's cursors and the zoom box in a layer of their own, so that moving them repaints nothing
// else.

#include "ui/plots/curve_scene.h"
#include "ui/plots/plot_marks.h"
#include "ui/theme/theme.h"

#include <qcustomplot.h>

#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

namespace kernelscope::ui {

// The plot's frame as it was laid out last.
PlotFrame plotFrame(const QCustomPlot& plot);

class LabelOverlay final : public QCPLayerable {
 public:
  LabelOverlay(QCustomPlot* plot, const Theme& theme) : QCPLayerable(plot, "overlay"), theme_(theme) {}

  QString xTitle, yTitle;
  std::optional<double> head;  // data coordinate
  std::vector<EndLabel> labels;
  std::vector<CurveStop> stops;  // crosses

 protected:
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(false); }
  void draw(QCPPainter* painter) override;

 private:
  const Theme& theme_;  // the canvas owns both
};

class CursorOverlay final : public QCPLayerable {
 public:
  CursorOverlay(QCustomPlot* plot, const QString& layer, const Theme& theme)
      : QCPLayerable(plot, layer), theme_(theme) {}

  std::optional<double> hover;      // data coordinate
  std::optional<double> shownStep;  // of the tiles, when not that of the run; data coordinate
  ReaderCursors readers;            // data coordinates
  std::optional<QRectF> box;        // pixels of the widget

 protected:
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(false); }
  void draw(QCPPainter* painter) override;

 private:
  const Theme& theme_;
};

}  // namespace kernelscope::ui

#pragma once
// Words on a figure that may take several lines.

#include <QColor>
#include <QFont>
#include <QString>
#include <vector>

class QPainter;

namespace kernelscope::ui {

class FigureParagraph {
 public:
  // At most four lines of `width`.
  FigureParagraph(const QString& text, const QFont& font, const QColor& colour, double width);

  double height() const { return height_; }
  void paint(QPainter& painter, double left, double top, double width) const;

 private:
  QString text_;
  QFont font_;
  QColor colour_;
  double height_ = 0;
};

double heightOf(const std::vector<FigureParagraph>& lines);

}  // namespace kernelscope::ui

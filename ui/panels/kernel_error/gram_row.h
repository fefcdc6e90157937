#pragma once
// Under the curves: exact matrix, estimate of a chosen method, difference, with one probe and one part seen;
// histogram of the estimates; the line with scale and probe.

#include "ui/panels/kernel_error/gram_picture.h"

#include <QWidget>
#include <array>

class QComboBox;

namespace kernelscope::ui {

class FieldTile;
class StudyPlot;
class ThemeController;
class TileNavigation;

class GramRow final : public QWidget {
  Q_OBJECT

 public:
  GramRow(const ThemeController& theme, QWidget* parent);

  // A preview has no matrices: those before stay.
  void setStudy(const KernelStudy& study);
  // The method whose estimate is shown.
  std::size_t shownMethod() const { return method_; }
  void setShownMethod(std::size_t place);

  // The study whose matrices are shown; the histogram's may be newer.
  const KernelStudy& matrices() const { return matrices_; }
  const GramPicture& picture() const { return picture_; }
  std::optional<QPoint> probe() const;
  void setProbe(QPoint cell);
  QString probeWords() const;
  StudyPlot& histogram() const { return *histogram_; }
  FieldTile& tile(std::size_t place) const { return *tiles_[place]; }

  int preferredHeight(int width) const;

 Q_SIGNALS:
  void touched(const QString& topic);
  void heightChanged();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fillMethods();
  void rebuild();
  void refresh();
  void layParts();
  int histogramWidth(int width) const;

  const ThemeController& theme_;
  KernelStudy study_, matrices_;
  GramPicture picture_;
  std::size_t method_ = 0;
  bool chosen_ = false;  // the reader chose the method
  TileNavigation* navigation_;
  std::array<FieldTile*, 3> tiles_{};
  QComboBox* methods_;
  StudyPlot* histogram_;
};

}  // namespace kernelscope::ui

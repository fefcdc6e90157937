#pragma once
// A line of short facts as a widget of its own; the last ones go where there is no room.

#include "ui/plots/text_segments.h"

#include <QWidget>
#include <functional>

namespace kernelscope::ui {

class ThemeController;

class SegmentLine final : public QWidget {
  Q_OBJECT

 public:
  // `segments` is asked again whenever the theme changes or refresh() is called.
  SegmentLine(const ThemeController& theme, std::function<std::vector<TextSegment>(const Theme&)> segments,
              QWidget* parent);

  void refresh();
  // As one sentence.
  QString text() const;

  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const ThemeController& theme_;
  std::function<std::vector<TextSegment>(const Theme&)> segments_;
};

}  // namespace kernelscope::ui

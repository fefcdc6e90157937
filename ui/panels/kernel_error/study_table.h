#pragma once
// A small table with a column for each method: names at the left, numbers at the right, a line under each
// row. Painted in the window and on paper.

#include "ui/theme/theme.h"

#include <QRectF>
#include <QString>
#include <QWidget>
#include <vector>

class QPainter;

namespace kernelscope::ui {

class ThemeController;

struct StudyCell {
  QString text;
  bool marked = false;  // in bold with a triangle: a value that asks for a second look
};

struct StudyRow {
  QString label;
  std::vector<StudyCell> cells;
};

struct StudyTableContent {
  std::vector<QString> heads;
  std::vector<int> series;  // colours of the heads; below 0: none
  std::vector<StudyRow> rows;
};

double studyTableHeight(const StudyTableContent& content, const Theme& theme);
void paintStudyTable(QPainter& painter, const QRectF& rect, const StudyTableContent& content,
                     const Theme& theme);
// As sentences for screen readers.
QString studyTableText(const StudyTableContent& content);

class StudyTable final : public QWidget {
  Q_OBJECT

 public:
  StudyTable(const ThemeController& theme, QWidget* parent);

  void setContent(StudyTableContent content);
  const StudyTableContent& content() const { return content_; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const ThemeController& theme_;
  StudyTableContent content_;
};

}  // namespace kernelscope::ui

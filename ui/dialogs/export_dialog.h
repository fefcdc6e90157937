#pragma once
// Where a reader says what is to leave the program and how: a figure, the numbers of the run, a lane's
// weights. Stays open beside the running training, remembers every choice, and knows nothing of how things
// are drawn or written: it tells what was asked for, and is told what there is.

#include "ui/dialogs/export_choice.h"

#include <QDialog>
#include <QImage>
#include <array>
#include <utility>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace kernelscope::ui {

class TabBar;
class ThemeController;

// What the dialog says about what would be written.
struct ExportFacts {
  QString figureSize;    // "170 × 131 mm, 2,008 × 1,547 pixels"
  QString numbers;       // "2,000 rows, every recorded step of both lanes"
  QString weights;       // "Lane A at step 400: 33,537 parameters"
  bool possible = true;  // whether what is chosen can be written now
};

// What can leave the page that the dialog belongs to.
struct ExportOffers {
  std::vector<std::pair<FigurePart, QString>> parts;  // with their names, the first one by default
  QString columns;                                    // what stands in the table of numbers
  bool weights = true;                                // whether there are trained parameters
};
ExportOffers imageFieldOffers();

class ExportDialog final : public QDialog {
  Q_OBJECT

 public:
  ExportDialog(const ThemeController& theme, ApplicationSettings& settings, ExportOffers offers,
               QWidget* parent);

  // Brings the dialog to the front with the given kind chosen; does not block.
  void present(ExportKind kind);

  const ExportChoice& choice() const { return choice_; }
  void setChoice(const ExportChoice& choice);

  void setFacts(const ExportFacts& facts);
  // Drawn at its own size, one pixel of it for each of the screen: not larger than previewPixels().
  void setPreview(const QImage& preview);
  // One line at the foot: what was written, what is being written.
  void setMessage(const QString& text);

  // The largest preview, in device pixels.
  QSize previewPixels() const;

 Q_SIGNALS:
  void choiceChanged();
  void saveRequested();
  void copyRequested();

 private:
  int placeOf(FigurePart part) const;
  void buildFigurePage();
  void buildNumbersPage();
  void buildWeightsPage();
  QWidget* buildButtons();
  void giveMenus();
  QComboBox* addCombo(QFormLayout* form, const QString& label, const QString& help, const QStringList& items);
  void takeControls();
  void showChoice();

  const ThemeController& theme_;
  ApplicationSettings& settings_;
  ExportOffers offers_;
  ExportChoice choice_;
  bool showing_ = false;  // controls are being set to the choice
  TabBar* kinds_ = nullptr;
  QStackedWidget* pages_ = nullptr;
  QComboBox* part_ = nullptr;
  QComboBox* format_ = nullptr;
  QDoubleSpinBox* width_ = nullptr;
  QSpinBox* dots_ = nullptr;
  QComboBox* lane_ = nullptr;
  QComboBox* weights_ = nullptr;
  QLabel* figureSize_ = nullptr;
  QLabel* numbers_ = nullptr;
  QLabel* weightFacts_ = nullptr;
  QLabel* preview_ = nullptr;
  QLabel* message_ = nullptr;
  QPushButton* copy_ = nullptr;
  QPushButton* save_ = nullptr;
};

}  // namespace kernelscope::ui

#pragma once
// A row of thumbnails to start from, and a last one for a file of one's own (click, or drop a file on it).
// Each sets the value of one File field; the one in use has the ink frame.

#include <QImage>
#include <QList>
#include <QString>
#include <QWidget>
#include <string>

class QHBoxLayout;

namespace kernelscope::ui {

class DocumentModel;
class PresetButton;
class ThemeController;

struct PresetItem {
  QString title;  // "Camera"
  QString value;  // "builtin:camera_128"
  QString help;   // tooltip
  QImage thumbnail;
};

// At most `count` of the pictures that ship with the program, best known first. Pictures that cannot be
// read are left out.
QList<PresetItem> builtinPictureItems(int count);

class PresetStrip final : public QWidget {
  Q_OBJECT

 public:
  // `pattern` names the File field.
  PresetStrip(const ThemeController& theme, DocumentModel& model, const std::string& pattern,
              const QList<PresetItem>& items, QWidget* parent);

 Q_SIGNALS:
  void touched(const QString& pattern);

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void choose(const QString& value);
  void refresh();

  const ThemeController& theme_;
  DocumentModel& model_;
  std::string pattern_;
  QList<PresetItem> items_;
  QHBoxLayout* row_;
  QList<PresetButton*> buttons_;
  PresetButton* own_;
  QString ownValue_;
};

}  // namespace kernelscope::ui

#pragma once
// A list box for a File field: the shipped pictures, the file in use, "Choose file...", and the actions that
// were added to it. A file can be dropped on it.

#include "ui/forms/field_editor.h"

#include <QAction>
#include <QPointer>
#include <QStringList>
#include <functional>

class QMimeData;

namespace kernelscope::ui {

class FormCombo;

// The first local file of a drag, or empty.
QString droppedFile(const QMimeData* data);

// Asks for a picture file without blocking; calls `chosen` with its path unless cancelled.
void askForPicture(QWidget* parent, std::function<void(const QString&)> chosen);

// "builtin:camera_128" as people read it: "camera 128"; a path as its file name.
QString sourceLabel(const QString& source);

class FileEditor final : public FieldEditor {
  Q_OBJECT

 public:
  FileEditor(const Field& field, QWidget* parent);

  void setState(const FieldState& state) override;
  void setWrong(bool wrong) override;
  QString text() const override;

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void actionEvent(QActionEvent* event) override;

 private:
  void activate(int index);
  void fillList();

  FormCombo* combo_;
  QStringList builtin_;             // values, in the order of the list
  QList<QPointer<QAction>> tools_;  // at the end of the list
  QString value_;
};

}  // namespace kernelscope::ui

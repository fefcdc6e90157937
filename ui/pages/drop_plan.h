#pragma once
// What the window would do with something dragged over it or lying on the clipboard, said before it does it.

#include <QString>

class QMimeData;

namespace kernelscope::ui {

enum class DropKind {
  Experiment,   // a file: `path`
  Picture,      // a file: `path`
  PictureData,  // a picture without a file
  Refused
};

struct DropPlan {
  DropKind kind = DropKind::Refused;
  QString words;   // "Open as experiment", "Use as picture", "Cannot be used: a folder"
  QString detail;  // the file's name, or the size of the picture
  QString path;
};

// Looks at the name and the first bytes of a file, never at all of it.
DropPlan planDrop(const QMimeData& data);

}  // namespace kernelscope::ui

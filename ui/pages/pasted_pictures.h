#pragma once
// Keeps pictures that have no file, so that an experiment that uses one can be opened again: as PNG files in
// the user's data folder, named by their content, so that one picture is kept once. Nothing is ever removed.

#include <QImage>
#include <QObject>
#include <QString>

namespace kernelscope::ui {

class PastedPictures final : public QObject {
  Q_OBJECT

 public:
  // "pictures" in the user's data folder of this program.
  static QString defaultFolder();
  explicit PastedPictures(const QString& folder, QObject* parent);

  // Writes it on another thread and answers with one of the signals.
  void keep(const QImage& picture);

 Q_SIGNALS:
  void kept(const QString& path);
  void failed(const QString& why);

 private:
  QString folder_;
};

}  // namespace kernelscope::ui

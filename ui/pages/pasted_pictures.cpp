#include "ui/pages/pasted_pictures.h"

#include "engine/core/file_io.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QPointer>
#include <QStandardPaths>
#include <QThreadPool>
#include <filesystem>
#include <string_view>

namespace kernelscope::ui {

namespace {

constexpr qsizetype kNameDigits = 12;

// Returns the file. Throws IoError.
QString written(const QImage& picture, const QString& folder) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  picture.save(&buffer, "PNG");
  const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
  const QString path =
      folder + QStringLiteral("/pasted-%1.png").arg(QString::fromLatin1(digest.left(kNameDigits)));
  createDirectories(folder.toStdString());
  writeFileAtomically(path.toStdString(),
                      std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
  return path;
}

}  // namespace

QString PastedPictures::defaultFolder() {
  return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/pictures");
}

PastedPictures::PastedPictures(const QString& folder, QObject* parent) : QObject(parent), folder_(folder) {}

void PastedPictures::keep(const QImage& picture) {
  QThreadPool::globalInstance()->start([picture, folder = folder_, self = QPointer<PastedPictures>(this)] {
    QString path, why;
    try {
      path = written(picture, folder);
    } catch (const std::exception& error) {
      why = QString::fromUtf8(error.what());
    }
    QMetaObject::invokeMethod(qApp, [self, path, why] {
      if (!self) return;
      if (path.isEmpty())
        Q_EMIT self->failed(why);
      else
        Q_EMIT self->kept(path);
    });
  });
}

}  // namespace kernelscope::ui

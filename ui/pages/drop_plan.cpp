#include "ui/pages/drop_plan.h"

#include "engine/io/picture_decoders.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QUrl>
#include <span>

namespace kernelscope::ui {

namespace {

constexpr qint64 kFirstBytes = 16;

QString words(const char* text) {
  return QCoreApplication::translate("DropPlan", text);
}

DropPlan refused(const QString& why, const QString& detail = {}) {
  return {DropKind::Refused, words("Cannot be used: %1").arg(why), detail, {}};
}

bool beginsAsPicture(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return false;
  const QByteArray start = file.read(kFirstBytes);
  const auto bytes = std::as_bytes(std::span(start.constData(), static_cast<std::size_t>(start.size())));
  return startsLikePng(bytes) || startsLikeJpeg(bytes) || startsLikePnm(bytes);
}

DropPlan planFile(const QString& path) {
  const QFileInfo info(path);
  const QString name = info.fileName();
  if (!info.exists()) return refused(words("the file is not there"), name);
  if (info.isDir()) return refused(words("a folder"), name);
  if (!info.isReadable()) return refused(words("the file may not be read"), name);
  if (name.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive))
    return {DropKind::Experiment, words("Open as experiment"), name, path};
  if (beginsAsPicture(path)) return {DropKind::Picture, words("Use as picture"), name, path};
  return refused(words("neither an experiment (JSON) nor a PNG, JPEG, PGM or PPM picture"), name);
}

}  // namespace

DropPlan planDrop(const QMimeData& data) {
  const QList<QUrl> urls = data.urls();
  if (urls.size() > 1) return refused(words("%1 files at once; one is enough").arg(urls.size()));
  if (urls.size() == 1 && urls.first().isLocalFile()) return planFile(urls.first().toLocalFile());
  if (data.hasImage()) {
    const QImage image = qvariant_cast<QImage>(data.imageData());
    if (!image.isNull()) {
      return {DropKind::PictureData,
              words("Use as picture"),
              words("%1 × %2\u00A0px").arg(image.width()).arg(image.height()),
              {}};
    }
  }
  if (urls.size() == 1) return refused(words("not a file on this computer"), urls.first().host());
  return refused(words("neither a picture nor an experiment"));
}

}  // namespace kernelscope::ui

#include "ui/theme/icons.h"

#include "engine/core/contract.h"
#include "ui/theme/resources.h"
#include "ui/theme/theme_controller.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QPointer>
#include <QSvgRenderer>

namespace kernelscope::ui {

namespace {

QString iconFile(const QString& name) {
  return QStringLiteral(":/icons/%1.svg").arg(name);
}

// SourceIn keeps the drawing's coverage and replaces its colour.
QPixmap tintedPixmap(const QString& name, const QSize& deviceSize, const QColor& colour) {
  const QString key = QStringLiteral("kernelscope-icon/%1/%2x%3/%4")
                          .arg(name)
                          .arg(deviceSize.width())
                          .arg(deviceSize.height())
                          .arg(colour.name(QColor::HexArgb));
  QPixmap pixmap;
  if (deviceSize.isEmpty() || QPixmapCache::find(key, &pixmap)) return pixmap;
  QSvgRenderer renderer(iconFile(name));
  renderer.setAspectRatioMode(Qt::KeepAspectRatio);
  pixmap = QPixmap(deviceSize);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  renderer.render(&painter);
  painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
  painter.fillRect(pixmap.rect(), colour);
  painter.end();
  QPixmapCache::insert(key, pixmap);
  return pixmap;
}

class TintedIconEngine final : public QIconEngine {
 public:
  TintedIconEngine(const ThemeController& theme, QString name) : theme_(&theme), name_(std::move(name)) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    paintIcon(*painter, name_, rect, colour(mode));
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
    return tintedPixmap(name_, size, colour(mode));
  }
  QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal) override {
    return tintedPixmap(name_, size, colour(mode));
  }
  QSize actualSize(const QSize& size, QIcon::Mode, QIcon::State) override { return size; }
  QIconEngine* clone() const override { return new TintedIconEngine(*this); }

 private:
  QColor colour(QIcon::Mode mode) const {
    if (!theme_) return Qt::transparent;
    if (mode == QIcon::Disabled) return theme_->theme().colour(Colour::TextDisabled);
    return theme_->theme().colour(mode == QIcon::Selected ? Colour::TextOnAccent : Colour::Text);
  }

  QPointer<const ThemeController> theme_;
  QString name_;
};

}  // namespace

QIcon themeIcon(const ThemeController& theme, const QString& name) {
  registerResources();
  KS_EXPECT(QFile::exists(iconFile(name)), "no icon of that name is compiled in");
  return QIcon(new TintedIconEngine(theme, name));
}

namespace {

// As lines in the colour asked for: for paper, and for threads that must not touch pixmaps.
void paintIconLines(QPainter& painter, const QString& name, const QRectF& rect, const QColor& colour) {
  QFile file(iconFile(name));
  if (!file.open(QIODevice::ReadOnly)) return;
  QByteArray drawing = file.readAll();
  drawing.replace("#000000", colour.name().toLatin1());
  QSvgRenderer renderer(drawing);
  renderer.setAspectRatioMode(Qt::KeepAspectRatio);
  renderer.render(&painter, rect);
}

}  // namespace

void paintIcon(QPainter& painter, const QString& name, const QRectF& rect, const QColor& colour) {
  const int device = painter.device()->devType();
  if (device != QInternal::Widget && device != QInternal::Pixmap)
    return paintIconLines(painter, name, rect, colour);
  const qreal ratio = painter.device()->devicePixelRatioF();
  const QPointF corner = painter.transform().map(rect.topLeft()) * ratio;
  const QPointF onPixel(std::round(corner.x()) / ratio, std::round(corner.y()) / ratio);
  QPixmap pixmap = tintedPixmap(name, (rect.size() * ratio).toSize(), colour);
  pixmap.setDevicePixelRatio(ratio);
  painter.drawPixmap(painter.transform().inverted().map(onPixel), pixmap);
}

QIcon applicationIcon() {
  registerResources();
  return QIcon(QStringLiteral(":/icons/app.svg"));
}

}  // namespace kernelscope::ui

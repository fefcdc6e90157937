#include "ui/pages/picture_intake.h"

#include "ui/main_window.h"
#include "ui/pages/experiment_files.h"
#include "ui/pages/page.h"
#include "ui/pages/pasted_pictures.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/drop_overlay.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QWindow>

namespace kernelscope::ui {

namespace {

constexpr auto kIntakeKey = "intake";

}  // namespace

PictureIntake::PictureIntake(const ThemeController& theme, MainWindow& window, ExperimentFiles& files,
                             BannerHost& banners, const QString& folder, QObject* parent)
    : QObject(parent),
      window_(window),
      files_(files),
      banners_(banners),
      pasted_(new PastedPictures(folder, this)),
      overlay_(new DropOverlay(theme, &window)) {
  window_.setAcceptDrops(true);
  window_.installEventFilter(this);
  connect(pasted_, &PastedPictures::kept, &files_, &ExperimentFiles::openPath);
  connect(pasted_, &PastedPictures::failed, this,
          [this](const QString& why) { say(tr("The picture could not be kept."), why); });
  connect(window_.commands().action(QString::fromLatin1(command::kPastePicture)), &QAction::triggered, this,
          [this] {
            const QMimeData* data = QGuiApplication::clipboard()->mimeData();
            if (data != nullptr) take(*data);
          });
}

QStringList PictureIntake::commands() {
  return {QString::fromLatin1(command::kPastePicture)};
}

void PictureIntake::say(const QString& title, const QString& detail) {
  BannerHost& seen = window_.currentPage() != nullptr ? window_.currentPage()->banners() : banners_;
  seen.say(BannerKind::Warning, QString::fromLatin1(kIntakeKey), title, detail);
}

void PictureIntake::take(const QMimeData& data) {
  banners_.withdraw(QString::fromLatin1(kIntakeKey));
  const DropPlan plan = planDrop(data);
  switch (plan.kind) {
    case DropKind::Experiment:
    case DropKind::Picture:
      return files_.openPath(plan.path);
    case DropKind::PictureData:
      return pasted_->keep(qvariant_cast<QImage>(data.imageData()));
    case DropKind::Refused:
      return say(plan.words + QLatin1Char('.'), plan.detail);
  }
}

// Drags are met at the native window, before any field under the pointer takes them for text.
bool PictureIntake::eventFilter(QObject* watched, QEvent* event) {
  if (watched == &window_) {
    if (event->type() == QEvent::Show && window_.windowHandle() != nullptr) {
      window_.windowHandle()->removeEventFilter(this);
      window_.windowHandle()->installEventFilter(this);
    }
    return false;
  }
  return watched == window_.windowHandle() && handleDrag(event);
}

bool PictureIntake::handleDrag(QEvent* event) {
  switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove: {
      auto* drag = static_cast<QDragMoveEvent*>(event);
      const DropPlan plan = planDrop(*drag->mimeData());
      const bool possible = plan.kind != DropKind::Refused;
      overlay_->showWords(plan.words, plan.detail, possible);
      drag->setDropAction(possible ? Qt::CopyAction : Qt::IgnoreAction);
      drag->setAccepted(possible);
      return true;
    }
    case QEvent::Drop: {
      auto* drop = static_cast<QDropEvent*>(event);
      overlay_->hide();
      take(*drop->mimeData());
      drop->acceptProposedAction();
      return true;
    }
    case QEvent::DragLeave:
      overlay_->hide();
      return true;
    case QEvent::MouseMove:  // a refused drag may end without a word
      if (overlay_->isVisible()) overlay_->hide();
      return false;
    default:
      return false;
  }
}

}  // namespace kernelscope::ui

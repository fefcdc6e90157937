#include "ui/panels/preset_strip.h"

#include "engine/config/presets.h"
#include "engine/core/error.h"
#include "ui/forms/control_help.h"
#include "ui/forms/file_editor.h"
#include "ui/models/document_model.h"
#include "ui/panels/preset_button.h"
#include "ui/theme/theme_controller.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QImageReader>
#include <algorithm>
#include <array>

namespace kernelscope::ui {
namespace {

constexpr int kThumbnailPixels = 104;  // twice the drawn size, for screens at 200 %

struct KnownPicture {
  const char* name;
  const char* title;
};
// Beginnings of names, best known first; other shipped pictures follow under their own name.
constexpr std::array kKnown = {
    KnownPicture{"camera", QT_TRANSLATE_NOOP("kernelscope::ui::PresetStrip", "Camera")},
    KnownPicture{"chelsea", QT_TRANSLATE_NOOP("kernelscope::ui::PresetStrip", "Cat")},
    KnownPicture{"rings", QT_TRANSLATE_NOOP("kernelscope::ui::PresetStrip", "Rings")},
    KnownPicture{"astronaut", QT_TRANSLATE_NOOP("kernelscope::ui::PresetStrip", "Astronaut")}};

QImage thumbnailOf(const QString& file) {
  QImageReader reader(file);
  reader.setAutoTransform(true);
  const QSize size = reader.size();
  if (size.isValid()) {
    reader.setScaledSize(size.scaled(kThumbnailPixels, kThumbnailPixels, Qt::KeepAspectRatioByExpanding));
  }
  return reader.read();
}

QString fileOf(const QString& value, const std::filesystem::path& base) {
  try {
    return QString::fromStdString(resolveImageSource(value.toStdString(), base).string());
  } catch (const Error&) {
    return {};
  }
}

void addItem(QList<PresetItem>& items, const std::string& name, const QString& title) {
  const QString value = QStringLiteral("builtin:") + QString::fromStdString(name);
  const QImage thumbnail = thumbnailOf(fileOf(value, {}));
  const bool known =
      std::any_of(items.begin(), items.end(), [&](const PresetItem& item) { return item.title == title; });
  if (thumbnail.isNull() || known) return;
  items.append({title, value, PresetStrip::tr("Fit the picture %1").arg(sourceLabel(value)), thumbnail});
}

}  // namespace

QList<PresetItem> builtinPictureItems(int count) {
  QList<PresetItem> items;
  const std::vector<std::string> names = builtinImages();
  for (const KnownPicture& picture : kKnown) {
    for (const std::string& name : names) {
      if (name.rfind(picture.name, 0) == 0 && items.size() < count)
        addItem(items, name, PresetStrip::tr(picture.title));
    }
  }
  return items;
}

PresetStrip::PresetStrip(const ThemeController& theme, DocumentModel& model, const std::string& pattern,
                         const QList<PresetItem>& items, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      model_(model),
      pattern_(pattern),
      items_(items),
      row_(new QHBoxLayout(this)),
      own_(new PresetButton(theme, tr("Own…"), this)) {
  setAcceptDrops(true);
  for (const PresetItem& item : items_) {
    auto* button = new PresetButton(theme, item.title, this);
    button->setThumbnail(item.thumbnail);
    describeControl(*button, item.title, item.help);
    connect(button, &QAbstractButton::clicked, this, [this, value = item.value] { choose(value); });
    row_->addWidget(button);
    buttons_.append(button);
  }
  describeControl(*own_, tr("Your own picture"), tr("Open a picture file, or drop one here"));
  connect(own_, &QAbstractButton::clicked, this, [this] {
    refresh();  // a click chooses nothing yet
    askForPicture(this, [this](const QString& file) { choose(file); });
  });
  row_->addWidget(own_);
  if (!buttons_.isEmpty()) setTabOrder(buttons_.last(), own_);
  row_->addStretch(1);
  connect(&model_, &DocumentModel::documentChanged, this, &PresetStrip::refresh);
  theme_.follow(this, [this] {
    const Theme& look = theme_.theme();
    row_->setContentsMargins(look.u(3.5), 0, look.u(2.5), look.u(2));
    row_->setSpacing(look.u(1));
  });
  refresh();
}

void PresetStrip::choose(const QString& value) {
  Q_EMIT touched(QString::fromStdString(pattern_));
  model_.setValue(pattern_, value.toStdString());
  refresh();
}

void PresetStrip::refresh() {
  const FieldState state = model_.state(pattern_);
  const QString value =
      state.value.is_string() ? QString::fromStdString(state.value.get<std::string>()) : QString();
  bool known = false;
  for (qsizetype index = 0; index < buttons_.size(); ++index) {
    buttons_[index]->setChecked(items_[index].value == value);
    known = known || items_[index].value == value;
  }
  own_->setChecked(!known);
  const QString shown = known ? QString() : value;
  if (shown == ownValue_) return;
  ownValue_ = shown;
  own_->setText(known ? tr("Own…") : sourceLabel(value));
  own_->setThumbnail(known ? QImage() : thumbnailOf(fileOf(value, model_.baseDirectory())));
}

void PresetStrip::dragEnterEvent(QDragEnterEvent* event) {
  if (!droppedFile(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void PresetStrip::dropEvent(QDropEvent* event) {
  const QString file = droppedFile(event->mimeData());
  if (file.isEmpty()) return;
  event->acceptProposedAction();
  choose(file);
}

}  // namespace kernelscope::ui

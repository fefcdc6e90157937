#include "ui/forms/file_editor.h"

#include "engine/config/presets.h"
#include "ui/forms/form_combo.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QUrl>
#include <utility>

namespace kernelscope::ui {
namespace {

const QString kBuiltin = QStringLiteral("builtin:");

}  // namespace

QString droppedFile(const QMimeData* data) {
  if (data == nullptr || !data->hasUrls()) return {};
  for (const QUrl& url : data->urls()) {
    if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile()) return url.toLocalFile();
  }
  return {};
}

void askForPicture(QWidget* parent, std::function<void(const QString&)> chosen) {
  auto* dialog = new QFileDialog(parent->window(), FileEditor::tr("Open a picture"), QString(),
                                 FileEditor::tr("Pictures (*.png *.jpg *.jpeg *.pgm *.ppm);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
  dialog->open();
}

QString sourceLabel(const QString& source) {
  if (source.startsWith(kBuiltin))
    return source.mid(kBuiltin.size()).replace(QLatin1Char('_'), QLatin1Char(' '));
  const QString name = QFileInfo(source).fileName();
  return name.isEmpty() ? source : name;
}

FileEditor::FileEditor(const Field& field, QWidget* parent)
    : FieldEditor(parent), combo_(new FormCombo(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(combo_);
  setFocusProxy(combo_);
  setAcceptDrops(true);
  for (const FieldChoice& choice : field.choices) {
    if (choice.value.is_string()) builtin_.append(QString::fromStdString(choice.value.get<std::string>()));
  }
  if (builtin_.isEmpty()) {
    for (const std::string& name : builtinImages()) builtin_.append(kBuiltin + QString::fromStdString(name));
  }
  connect(combo_, &QComboBox::activated, this, &FileEditor::activate);
}

void FileEditor::setState(const FieldState& state) {
  value_ = state.value.is_string() ? QString::fromStdString(state.value.get<std::string>())
                                   : QString::fromStdString(state.value.dump());
  fillList();
}

void FileEditor::actionEvent(QActionEvent* event) {
  FieldEditor::actionEvent(event);
  fillList();
}

void FileEditor::fillList() {
  combo_->clear();
  for (const QString& source : std::as_const(builtin_)) combo_->addItem(sourceLabel(source), source);
  if (!builtin_.contains(value_)) combo_->addItem(sourceLabel(value_), value_);
  combo_->addItem(tr("Choose file…"));
  tools_.clear();
  for (QAction* tool : actions()) {
    if (!tool->isEnabled()) continue;
    tools_ << tool;
    combo_->addItem(tool->iconText());
  }
  combo_->setCurrentIndex(combo_->findData(value_));
}

void FileEditor::setWrong(bool wrong) {
  setInvalid(*combo_, wrong);
}

QString FileEditor::text() const {
  return value_;
}

void FileEditor::activate(int index) {
  const QVariant source = combo_->itemData(index);
  if (source.isValid()) {
    if (source.toString() != value_) Q_EMIT edited(source.toString().toStdString(), false);
    return;
  }
  combo_->setCurrentIndex(combo_->findData(value_));
  const int tool = index - (combo_->count() - static_cast<int>(tools_.size()));
  if (tool >= 0) return tools_[tool]->trigger();
  askForPicture(this, [this](const QString& file) { Q_EMIT edited(file.toStdString(), false); });
}

void FileEditor::dragEnterEvent(QDragEnterEvent* event) {
  if (!droppedFile(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void FileEditor::dropEvent(QDropEvent* event) {
  const QString file = droppedFile(event->mimeData());
  if (file.isEmpty()) return;
  event->acceptProposedAction();
  Q_EMIT edited(file.toStdString(), false);
}

}  // namespace kernelscope::ui

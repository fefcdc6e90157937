#include "ui/dialogs/key_list_dialog.h"

#include "ui/command_registry.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

namespace kernelscope::ui {

namespace {

constexpr int kCommandRole = Qt::UserRole + 1;  // id; empty for a key that is no command

QString keyText(const QAction& action) {
  QStringList keys;
  for (const QKeySequence& key : action.shortcuts()) keys << key.toString(QKeySequence::NativeText);
  return keys.join(QStringLiteral(", "));
}

void addRow(QStandardItemModel& model, const QString& keys, const QString& text, const QString& group,
            const QString& id, bool enabled) {
  QList<QStandardItem*> row{new QStandardItem(keys), new QStandardItem(text), new QStandardItem(group)};
  for (QStandardItem* item : std::as_const(row)) {
    item->setEditable(false);
    item->setEnabled(enabled);
    item->setData(id, kCommandRole);
  }
  model.appendRow(row);
}

QStandardItemModel* makeModel(const CommandRegistry& commands, QObject* parent) {
  auto* model = new QStandardItemModel(parent);
  model->setHorizontalHeaderLabels(
      {KeyListDialog::tr("Key"), KeyListDialog::tr("What it does"), KeyListDialog::tr("Where")});
  for (const QString& id : commands.ids()) {
    const QAction* action = commands.action(id);
    if (!action->isVisible()) continue;
    const QString text = QStringLiteral("%1: %2").arg(action->iconText(), action->statusTip());
    addRow(*model, keyText(*action), text, commands.group(id), id, action->isEnabled());
  }
  for (const KeyNote& note : commands.keyNotes()) addRow(*model, note.keys, note.text, note.group, {}, true);
  return model;
}

// Of the widest texts of all columns, together.
int textWidth(const QAbstractItemModel& model, const QFontMetrics& metrics) {
  int width = 0;
  for (int column = 0; column < model.columnCount(); ++column) {
    int widest = 0;
    for (int row = 0; row < model.rowCount(); ++row)
      widest = std::max(widest, metrics.horizontalAdvance(model.index(row, column).data().toString()));
    width += widest;
  }
  return width;
}

}  // namespace

KeyListDialog::KeyListDialog(const CommandRegistry& commands, QWidget* parent)
    : QDialog(parent),
      commands_(commands),
      search_(new QLineEdit),
      list_(new QTreeView),
      filter_(new QSortFilterProxyModel(this)) {
  setWindowTitle(tr("Keys"));
  search_->setPlaceholderText(tr("Search keys and commands"));
  search_->setAccessibleName(tr("Search keys and commands"));
  search_->setClearButtonEnabled(false);
  filter_->setSourceModel(makeModel(commands, this));
  filter_->setFilterCaseSensitivity(Qt::CaseInsensitive);
  filter_->setFilterKeyColumn(-1);
  list_->setModel(filter_);
  list_->setRootIsDecorated(false);
  list_->setAllColumnsShowFocus(true);
  list_->setUniformRowHeights(true);
  list_->setAccessibleName(tr("Keys and commands"));
  list_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
  list_->header()->setStretchLastSection(false);
  list_->header()->setSectionResizeMode(1, QHeaderView::Stretch);
  list_->header()->setSectionsClickable(false);
  list_->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  list_->setCurrentIndex(filter_->index(0, 0));
  auto* column = new QVBoxLayout(this);
  column->addWidget(search_);
  column->addWidget(list_, 1);
  connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
    filter_->setFilterFixedString(text);
    list_->setCurrentIndex(filter_->index(0, 0));
  });
  connect(search_, &QLineEdit::returnPressed, this, [this] { run(list_->currentIndex()); });
  connect(list_, &QTreeView::activated, this, &KeyListDialog::run);
  const int line = fontMetrics().height();
  const int room = parent == nullptr ? line * 100 : parent->window()->width() - 2 * line;
  resize(std::clamp(textWidth(*filter_, fontMetrics()) + 6 * line, line * 48, std::max(room, line * 48)),
         line * 28);
  search_->setFocus();
}

void KeyListDialog::run(const QModelIndex& row) {
  const QString id = row.data(kCommandRole).toString();
  if (id.isEmpty()) return;
  close();
  commands_.action(id)->trigger();
}

}  // namespace kernelscope::ui

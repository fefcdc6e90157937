#pragma once
// All keys and commands in one list that narrows while one types. Enter runs the chosen command.

#include <QDialog>

class QLineEdit;
class QModelIndex;
class QSortFilterProxyModel;
class QTreeView;

namespace kernelscope::ui {

class CommandRegistry;

class KeyListDialog final : public QDialog {
  Q_OBJECT

 public:
  explicit KeyListDialog(const CommandRegistry& commands, QWidget* parent = nullptr);

 private:
  void run(const QModelIndex& row);

  const CommandRegistry& commands_;
  QLineEdit* search_;
  QTreeView* list_;
  QSortFilterProxyModel* filter_;
};

}  // namespace kernelscope::ui

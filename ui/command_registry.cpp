#include "ui/command_registry.h"

#include "engine/core/contract.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme_controller.h"

namespace kernelscope::ui {

namespace {

QString withKey(const QString& help, const QList<QKeySequence>& keys) {
  if (keys.isEmpty()) return help;
  return QStringLiteral("%1 (%2)").arg(help, keys.first().toString(QKeySequence::NativeText));
}

QString plainText(QString text) {
  text.remove('&');
  text.remove(QChar(0x2026));
  return text;
}

QList<QKeySequence> keys(const char* first, const char* second = nullptr) {
  QList<QKeySequence> list{QKeySequence(QLatin1String(first))};
  if (second) list << QKeySequence(QLatin1String(second));
  return list;
}

}  // namespace

CommandRegistry::CommandRegistry(const ThemeController& theme, QObject* parent)
    : QObject(parent), theme_(theme) {
  declareFileCommands();
  declareEditAndRunCommands();
  declareViewAndHelpCommands();
  declareStageCommands();
  refreshAll();
}

void CommandRegistry::declareFileCommands() {
  using namespace command;
  const QString group = tr("File");
  add({kOpen, group, tr("&Open…"), {}, keys("Ctrl+O"), tr("Open an experiment")});
  add({kSave, group, tr("&Save"), {}, keys("Ctrl+S"), tr("Save the experiment")});
  add({kSaveAs,
       group,
       tr("Save &as…"),
       {},
       keys("Ctrl+Shift+S"),
       tr("Save the experiment under another name")});
  add({kExportFigure, group, tr("Export &figure…"), "export", keys("Ctrl+E"),
       tr("Save what the page shows as a picture")});
  add({kExportNumbers,
       group,
       tr("Export &numbers…"),
       {},
       keys("Ctrl+Shift+E"),
       tr("Save every recorded step as a table")});
  add({kExportWeights, group, tr("Export &weights…"), {}, {}, tr("Save the trained parameters of a lane")});
  add({kQuit, group, tr("&Quit"), {}, keys("Ctrl+Q"), tr("Close the program")});
  action(kQuit)->setMenuRole(QAction::QuitRole);
}

void CommandRegistry::declareEditAndRunCommands() {
  using namespace command;
  const QString edit = tr("Edit"), run = tr("Run");
  add({kUndo,
       edit,
       tr("&Undo"),
       {},
       keys("Ctrl+Z"),
       tr("Take back the last change of the set-up or the last Continue from here")});
  add({kRedo, edit, tr("&Redo"), {}, keys("Ctrl+Shift+Z", "Ctrl+Y"), tr("Make the change again")});
  add({kCopySetUp, edit, tr("&Copy set-up"), "copy", keys("Ctrl+Shift+C"), tr("Copy the set-up as text")});
  add({kPasteSetUp,
       edit,
       tr("Paste &set-up"),
       {},
       keys("Ctrl+Shift+V"),
       tr("Open the set-up that was copied as text")});
  add({kPlayPause, run, tr("&Play"), "play", keys("Space"), tr("Train, or pause the training")});
  add({kStep, run, tr("&Step"), "step", keys("N"), tr("Train both lanes by one step")});
  add({kReset, run, tr("&Reset"), "reset", keys("R"), tr("Start again with the same seed")});
  add({kNewSeed, run, tr("&New seed"), "new_seed", keys("Shift+R"), tr("Draw a new seed and start again")});
  add({kSlowMotion, run, tr("Slow &motion"), {}, keys("S"), tr("One step a second, and back")});
  add({kSlower, run, tr("S&lower"), {}, keys("["), tr("Fewer steps a second")});
  add({kFaster, run, tr("&Faster"), {}, keys("]"), tr("More steps a second")});
}

void CommandRegistry::declareViewAndHelpCommands() {
  using namespace command;
  const QString view = tr("View"), help = tr("Help");
  add({kThemeSystem, view, tr("&System"), {}, {}, tr("Light or dark as the desktop is"), true});
  add({kThemeLight, view, tr("&Light"), {}, {}, tr("Always light"), true});
  add({kThemeDark, view, tr("&Dark"), {}, {}, tr("Always dark"), true});
  add({kReduceMotion, view, tr("&Reduce motion"), {}, {}, tr("Banners and panels move at once"), true});
  add({kLogAxis, view, tr("&Logarithmic steps"), {}, keys("L"), tr("Steps on a logarithmic axis"), true});
  add({kLogValues,
       view,
       tr("Logarithmic &values"),
       {},
       keys("Shift+L"),
       tr("Loss on a logarithmic axis"),
       true});
  add({kGrid, view, tr("&Grid"), {}, keys("G"), tr("Upright grid lines in the chart"), true});
  add({kFit, view, tr("&Fit view"), {}, keys("Home"), tr("Show the whole picture and the whole curve")});
  add({kFullScreen, view, tr("&Full screen"), {}, keys("F11"), tr("Fill the screen"), true});
  add({kExplain, help, tr("&Explain this"), {}, keys("F1"), tr("Explain the control that has the focus")});
  add({kKeys, help, tr("&Keys"), {}, keys("?", "Ctrl+Shift+P"), tr("List and search all keys and commands")});
  add({kAbout, help, tr("&About Kernelscope"), {}, {}, tr("Version, licences and diagnostics")});
  action(kAbout)->setMenuRole(QAction::AboutRole);
}

void CommandRegistry::declareStageCommands() {
  using namespace command;
  const QString view = tr("View"), edit = tr("Edit");
  add({kStageTiles, view, tr("&Tiles"), {}, {}, tr("Target, A and B side by side"), true});
  add({kStageWipe, view, tr("&Wipe"), {}, {}, tr("A and B in one picture, divided by a line"), true});
  add({kStageBlink, view, tr("&Blink"), {}, {}, tr("A and B in turn, a change every second"), true});
  add({kDifference, view, tr("&Difference A−B"), {}, keys("D"), tr("Lane A minus lane B, and back"), true});
  add({kQueryPixels, view, tr("&1×, at the pixels"), {}, {}, tr("One point for each pixel"), true});
  add({kQueryTwice, view, tr("&2× between pixels"), {}, {}, tr("2 × 2 points for each pixel"), true});
  add({kQueryFourTimes, view, tr("&4× between pixels"), {}, {}, tr("4 × 4 points for each pixel"), true});
  add({kPastePicture,
       edit,
       tr("&Paste picture"),
       {},
       keys("Ctrl+V"),
       tr("Use the picture on the clipboard")});
  add({kCrop, edit, tr("&Cut out a rectangle…"), {}, {}, tr("Draw the part of the picture to train on")});
  add({kWholePicture, edit, tr("&Whole picture"), {}, {}, tr("Train on the whole picture again")});
}

QAction* CommandRegistry::add(const CommandSpec& spec) {
  KS_EXPECT(!actions_.contains(spec.id), "a command was declared twice");
  auto* action = new QAction(spec.text, this);
  action->setObjectName(spec.id);
  action->setIconText(plainText(spec.text));
  if (!spec.iconName.isEmpty()) action->setIcon(themeIcon(theme_, spec.iconName));
  action->setIconVisibleInMenu(false);
  action->setShortcuts(spec.keys);
  action->setAutoRepeat(false);
  action->setCheckable(spec.checkable);
  action->setToolTip(withKey(spec.help, spec.keys));
  action->setStatusTip(spec.help);
  for (const QKeySequence& key : spec.keys) {
    const QString name = key.toString(QKeySequence::PortableText);
    KS_EXPECT(!keyOwners_.contains(name), "one key would mean two commands");
    keyOwners_.insert(name, spec.id);
  }
  order_ << spec.id;
  actions_.insert(spec.id, action);
  groups_.insert(spec.id, spec.group);
  refresh(spec.id);
  return action;
}

QAction* CommandRegistry::action(const QString& id) const {
  QAction* found = actions_.value(id);
  KS_EXPECT(found, "no command has this id");
  return found;
}

void CommandRegistry::setWindowCommands(const QStringList& ids) {
  window_ = QSet<QString>(ids.begin(), ids.end());
  refreshAll();
}

void CommandRegistry::addPageCommands(const QStringList& ids) {
  for (const QString& id : ids) pages_ << action(id)->objectName();
  refreshAll();
}

void CommandRegistry::setFrontCommands(const QStringList& ids) {
  front_ = QSet<QString>(ids.begin(), ids.end());
  refreshAll();
}

void CommandRegistry::setPossible(const QString& id, bool possible) {
  if (possible)
    impossible_.remove(id);
  else
    impossible_.insert(id);
  refresh(id);
}

void CommandRegistry::refresh(const QString& id) {
  QAction* command = action(id);
  command->setVisible(window_.contains(id) || pages_.contains(id));
  command->setEnabled((window_.contains(id) || front_.contains(id)) && !impossible_.contains(id));
}

void CommandRegistry::refreshAll() {
  for (const QString& id : std::as_const(order_)) refresh(id);
}

}  // namespace kernelscope::ui

#pragma once
// Every command of the program once: words, icon, key and tool tip in one QAction that menus, buttons and
// the key list share. The page in front says which commands it answers; those of other pages are greyed so
// that nothing moves, and a command that nothing in the program answers is not shown at all.

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>

namespace kernelscope::ui {

class ThemeController;

namespace command {
inline constexpr const char* kOpen = "file.open";
inline constexpr const char* kSave = "file.save";
inline constexpr const char* kSaveAs = "file.save-as";
inline constexpr const char* kExportFigure = "file.export-figure";
inline constexpr const char* kExportNumbers = "file.export-numbers";
inline constexpr const char* kExportWeights = "file.export-weights";
inline constexpr const char* kQuit = "file.quit";
inline constexpr const char* kUndo = "edit.undo";
inline constexpr const char* kRedo = "edit.redo";
inline constexpr const char* kCopySetUp = "edit.copy-set-up";
inline constexpr const char* kPasteSetUp = "edit.paste-set-up";
inline constexpr const char* kThemeSystem = "view.theme-system";
inline constexpr const char* kThemeLight = "view.theme-light";
inline constexpr const char* kThemeDark = "view.theme-dark";
inline constexpr const char* kReduceMotion = "view.reduce-motion";
inline constexpr const char* kFullScreen = "view.full-screen";
inline constexpr const char* kLogAxis = "view.log-axis";      // checkable
inline constexpr const char* kLogValues = "view.log-values";  // checkable
inline constexpr const char* kGrid = "view.grid";             // checkable
inline constexpr const char* kFit = "view.fit";
inline constexpr const char* kStageTiles = "view.stage-tiles";  // checkable, as the others of the stage
inline constexpr const char* kStageWipe = "view.stage-wipe";
inline constexpr const char* kStageBlink = "view.stage-blink";
inline constexpr const char* kDifference = "view.difference";
inline constexpr const char* kQueryPixels = "view.query-pixels";  // checkable
inline constexpr const char* kQueryTwice = "view.query-2";        // checkable
inline constexpr const char* kQueryFourTimes = "view.query-4";    // checkable
inline constexpr const char* kPastePicture = "edit.paste-picture";
inline constexpr const char* kCrop = "edit.crop";
inline constexpr const char* kWholePicture = "edit.whole-picture";
inline constexpr const char* kPlayPause = "run.play-pause";
inline constexpr const char* kStep = "run.step";
inline constexpr const char* kReset = "run.reset";
inline constexpr const char* kNewSeed = "run.new-seed";
inline constexpr const char* kExplain = "help.explain";
inline constexpr const char* kSlowMotion = "run.slow-motion";
inline constexpr const char* kSlower = "run.slower";
inline constexpr const char* kFaster = "run.faster";
inline constexpr const char* kKeys = "help.keys";
inline constexpr const char* kAbout = "help.about";
}  // namespace command

// A command as it is declared. `text` may carry a mnemonic and an ellipsis; buttons show it without them.
struct CommandSpec {
  QString id;
  QString group;  // heading in the key list
  QString text;
  QString iconName;  // empty: none
  QList<QKeySequence> keys;
  QString help;  // one sentence: the tool tip
  bool checkable = false;
};

// A key that is no command (hold 1 to see only lane A): for the key list.
struct KeyNote {
  QString group, keys, text;
};

class CommandRegistry final : public QObject {
  Q_OBJECT

 public:
  // Declares all commands above.
  explicit CommandRegistry(const ThemeController& theme, QObject* parent = nullptr);

  // Throws BrokenContract if the id is taken or a key has another meaning already.
  QAction* add(const CommandSpec& spec);
  // Throws BrokenContract for an unknown id.
  QAction* action(const QString& id) const;
  QStringList ids() const { return order_; }
  QString group(const QString& id) const { return groups_.value(id); }

  void addKeyNote(const KeyNote& note) { notes_ << note; }
  const QList<KeyNote>& keyNotes() const { return notes_; }

  // Commands that the window itself answers: always possible unless setPossible says otherwise.
  void setWindowCommands(const QStringList& ids);
  // Commands that some page answers; the others are hidden.
  void addPageCommands(const QStringList& ids);
  // Commands that the page in front answers.
  void setFrontCommands(const QStringList& ids);
  // Whether a command can run now (Undo with nothing to undo cannot).
  void setPossible(const QString& id, bool possible);

 private:
  void declareFileCommands();
  void declareEditAndRunCommands();
  void declareViewAndHelpCommands();
  void declareStageCommands();
  void refresh(const QString& id);
  void refreshAll();

  const ThemeController& theme_;
  QStringList order_;
  QHash<QString, QAction*> actions_;
  QHash<QString, QString> groups_;
  QHash<QString, QString> keyOwners_;
  QSet<QString> window_, pages_, front_, impossible_;
  QList<KeyNote> notes_;
};

}  // namespace kernelscope::ui

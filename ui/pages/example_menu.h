#pragma once
// The experiments that ship with the program, as a menu: titles, with a sentence on each as its tool tip. The
// chosen one becomes the set-up of its page (one undo command), which comes in front; its sentence is told in
// a banner there for as long as the set-up is that example's.

#include "engine/config/presets.h"

#include <QMenu>
#include <map>
#include <string>

namespace kernelscope::ui {

class DocumentPage;
class ExperimentFiles;

class ExampleMenu final : public QMenu {
  Q_OBJECT

 public:
  // Must outlive it, with the pages it has by now.
  explicit ExampleMenu(ExperimentFiles& files, QWidget* parent = nullptr);

 private:
  void addExample(const PresetInfo& preset);
  void choose(const PresetInfo& preset);
  void tell(DocumentPage& page, const PresetInfo& preset);
  void follow(DocumentPage& page);

  ExperimentFiles& files_;
  std::map<DocumentPage*, std::string> told_;  // the title of the example whose banner stands
};

}  // namespace kernelscope::ui

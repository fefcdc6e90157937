#pragma once
// The experiments that ship with the program, as a menu: titles, with a sentence on each as its tool tip. The
// chosen one becomes the set-up (one undo command); its sentence is told in a banner for as long as the
// set-up is that example's.

#include "engine/config/presets.h"

#include <QMenu>

namespace kernelscope::ui {

class BannerHost;
class ConfigModel;

class ExampleMenu final : public QMenu {
  Q_OBJECT

 public:
  // Both must outlive it.
  ExampleMenu(ConfigModel& model, BannerHost& banners, QWidget* parent = nullptr);

 private:
  void addExample(const PresetInfo& preset);
  void choose(const PresetInfo& preset);
  void tell(const QString& title, const QString& detail, bool failed);

  ConfigModel& model_;
  BannerHost& banners_;
  std::string told_;  // the title of the example whose banner stands
};

}  // namespace kernelscope::ui

#include "ui/pages/example_menu.h"

#include "engine/core/error.h"
#include "ui/models/config_model.h"
#include "ui/widgets/banner.h"

#include <QCoreApplication>

namespace kernelscope::ui {

namespace {

constexpr auto kExampleKey = "example";

// Titles and sentences stand in resources/presets; translations in the context "Example".
QString exampleText(const std::string& text) {
  return QCoreApplication::translate("Example", text.c_str());
}

}  // namespace

ExampleMenu::ExampleMenu(ConfigModel& model, BannerHost& banners, QWidget* parent)
    : QMenu(tr("E&xamples"), parent), model_(model), banners_(banners) {
  setToolTipsVisible(true);
  try {
    for (const PresetInfo& preset : listPresets()) addExample(preset);
  } catch (const Error& problem) {
    QAction* missing = addAction(tr("No examples can be read"));
    missing->setToolTip(QString::fromUtf8(problem.what()));
    missing->setEnabled(false);
  }
  connect(&model_, &ConfigModel::documentChanged, this, [this] {
    if (told_.empty() || model_.config().title == told_) return;
    told_.clear();
    banners_.withdraw(QString::fromLatin1(kExampleKey));
  });
}

void ExampleMenu::addExample(const PresetInfo& preset) {
  QAction* entry = addAction(exampleText(preset.title).replace(QLatin1Char('&'), QStringLiteral("&&")));
  entry->setToolTip(exampleText(preset.description));
  entry->setStatusTip(entry->toolTip());
  entry->setObjectName(QString::fromStdString(preset.name));
  connect(entry, &QAction::triggered, this, [this, preset] { choose(preset); });
}

void ExampleMenu::choose(const PresetInfo& preset) {
  try {
    model_.setConfig(loadExperimentOrPreset(preset.name), exampleText(preset.title));
  } catch (const Error& problem) {
    return tell(tr("%1 cannot be opened.").arg(exampleText(preset.title)), QString::fromUtf8(problem.what()),
                true);
  }
  told_ = preset.title;
  tell(exampleText(preset.title), exampleText(preset.description), false);
}

void ExampleMenu::tell(const QString& title, const QString& detail, bool failed) {
  banners_.say(failed ? BannerKind::Error : BannerKind::Notice, QString::fromLatin1(kExampleKey), title,
               detail);
}

}  // namespace kernelscope::ui

#include "ui/pages/example_menu.h"

#include "engine/core/error.h"
#include "ui/models/document_model.h"
#include "ui/pages/document_page.h"
#include "ui/pages/experiment_files.h"
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

ExampleMenu::ExampleMenu(ExperimentFiles& files, QWidget* parent)
    : QMenu(tr("E&xamples"), parent), files_(files) {
  setToolTipsVisible(true);
  try {
    std::string task;
    for (const PresetInfo& preset : listPresets()) {
      if (files_.pageOf(preset.task) == nullptr) continue;
      if (preset.task != task && !task.empty()) addSeparator();
      if (preset.task != task) follow(*files_.pageOf(preset.task));
      task = preset.task;
      addExample(preset);
    }
  } catch (const Error& problem) {
    QAction* missing = addAction(tr("No examples can be read"));
    missing->setToolTip(QString::fromUtf8(problem.what()));
    missing->setEnabled(false);
  }
}

void ExampleMenu::follow(DocumentPage& page) {
  connect(&page.document(), &DocumentModel::documentChanged, this, [this, &page] {
    const auto told = told_.find(&page);
    if (told == told_.end() || page.document().document().value("title", "") == told->second) return;
    told_.erase(told);
    page.banners().withdraw(QString::fromLatin1(kExampleKey));
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
  DocumentPage* page = files_.pageOf(preset.task);
  try {
    if (files_.openDocument(loadDocumentOrPreset(preset.name), exampleText(preset.title)))
      tell(*page, preset);
  } catch (const Error& problem) {
    page->banners().say(BannerKind::Error, QString::fromLatin1(kExampleKey),
                        tr("%1 cannot be opened.").arg(exampleText(preset.title)),
                        QString::fromUtf8(problem.what()));
  }
}

void ExampleMenu::tell(DocumentPage& page, const PresetInfo& preset) {
  told_[&page] = preset.title;
  page.banners().say(BannerKind::Notice, QString::fromLatin1(kExampleKey), exampleText(preset.title),
                     exampleText(preset.description));
}

}  // namespace kernelscope::ui

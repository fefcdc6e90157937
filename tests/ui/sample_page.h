#pragma once
// A page with nothing but the frame around it: both side panels, tabs, a banner host. For the gallery and
// the tests of the main window.

#include "ui/command_registry.h"
#include "ui/pages/page.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/collapsible_side.h"
#include "ui/widgets/surface.h"
#include "ui/widgets/tab_bar.h"

#include <QVBoxLayout>

namespace kernelscope::ui {

class SamplePage final : public Page {
 public:
  explicit SamplePage(const ThemeController& theme, QString id = QStringLiteral("sample"))
      : id_(std::move(id)), body_(new Body(theme)) {}

  QString id() const override { return id_; }
  QString title() const override { return QStringLiteral("Image"); }
  QString iconName() const override { return QStringLiteral("page_image_field"); }
  QWidget* widget() override { return body_; }
  QStringList commands() const override { return commands_; }
  BannerHost& banners() override { return *body_->banners; }

  void setCommands(const QStringList& commands) { commands_ = commands; }

 private:
  struct Body final : QWidget {
    explicit Body(const ThemeController& theme)
        : setUp(new CollapsibleSide(theme, Side::SetUp, "Set-up", new QWidget)),
          explain(new CollapsibleSide(theme, Side::Explain, "Explain", new QWidget)),
          banners(new BannerHost(theme)) {
      auto* row = new QHBoxLayout(this);
      row->setContentsMargins({});
      row->setSpacing(0);
      auto* stage = new Surface(theme, Colour::Stage);
      auto* column = new QVBoxLayout(stage);
      column->setContentsMargins({});
      column->addWidget(banners);
      auto* tabs = new TabBar(theme);
      for (const char* text : {"Value", "Gradient", "Laplacian", "Error"}) tabs->addTab(text);
      column->addWidget(tabs);
      column->addStretch(1);
      row->addWidget(setUp);
      row->addWidget(stage, 1);
      row->addWidget(explain);
    }
    void resizeEvent(QResizeEvent*) override {
      for (CollapsibleSide* side : {setUp, explain}) side->fitWindowWidth(window()->width());
    }

    CollapsibleSide* setUp;
    CollapsibleSide* explain;
    BannerHost* banners;
  };

  QString id_;
  Body* body_;  // owned by the window's page stack
  QStringList commands_{command::kOpen,          command::kSave, command::kSaveAs, command::kExportFigure,
                        command::kExportNumbers, command::kUndo, command::kRedo,   command::kCopySetUp,
                        command::kPlayPause,     command::kStep, command::kReset,  command::kNewSeed,
                        command::kLogAxis,       command::kGrid};
};

}  // namespace kernelscope::ui

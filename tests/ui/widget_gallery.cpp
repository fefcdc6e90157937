// Draws every shared widget in its states, light and dark, and the empty frame of the window at two sizes,
// into PNG files for the eye. Usage: widget_gallery [FOLDER]
#include "tests/ui/sample_page.h"
#include "ui/application_settings.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/key_list_dialog.h"
#include "ui/main_window.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/rail.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/status_strip.h"
#include "ui/widgets/tab_bar.h"
#include "ui/widgets/themed_label.h"
#include "ui/widgets/transport_bar.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFocusFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTextStream>
#include <QToolButton>

using namespace kernelscope;
using namespace kernelscope::ui;

namespace {

class Gallery final : public Surface {
 public:
  explicit Gallery(const ThemeController& theme)
      : Surface(theme, Colour::Stage), column_(new QVBoxLayout(this)) {
    column_->setSpacing(8);
    column_->setContentsMargins(20, 14, 20, 14);
    addButtons();
    addChoices();
    addSliders();
    addMarks();
    addBanners();
    addBars();
    addIcons();
    addMaps();
    column_->addStretch(1);
  }

 private:
  QHBoxLayout* row(const QString& caption) {
    column_->addWidget(new ThemedLabel(controller(), caption, FontRole::Small, Colour::TextSecondary));
    auto* box = new QHBoxLayout;
    box->setSpacing(controller().theme().u(4));
    column_->addLayout(box);
    return box;
  }

  void addButtons() {
    QHBoxLayout* box = row("Buttons: normal, hover, pressed, keyboard focus, disabled, primary");
    for (const char* state : {"normal", "hover", "pressed", "focus", "disabled"}) {
      auto* button = new QPushButton("Step");
      if (state == QLatin1String("hover")) button->setAttribute(Qt::WA_UnderMouse);
      if (state == QLatin1String("pressed")) button->setDown(true);
      if (state == QLatin1String("disabled")) button->setEnabled(false);
      box->addWidget(button);
      if (state == QLatin1String("focus")) (new QFocusFrame(this))->setWidget(button);
    }
    auto* primary = new QPushButton(themeIcon(controller(), "play"), "Play");
    primary->setProperty("primary", true);
    box->addWidget(primary);
    auto* disabled = new QPushButton(themeIcon(controller(), "play"), "Play");
    disabled->setProperty("primary", true);
    disabled->setEnabled(false);
    box->addWidget(disabled);
    auto* flat = new QToolButton;
    flat->setAutoRaise(true);
    flat->setText("Details");
    box->addWidget(flat);
    box->addStretch(1);
  }

  void addChoices() {
    QHBoxLayout* box = row("Choice: segments, tabs, toggles, tick box, list box, field");
    auto* segments = new SegmentBar;
    for (const char* text : {"Steps", "Time", "Size"}) segments->addSegment(text, text);
    box->addWidget(segments);
    for (const char* text : {"Log x", "Grid"}) {
      auto* toggle = new QToolButton;
      toggle->setText(text);
      toggle->setProperty("toggle", true);
      toggle->setCheckable(true);
      toggle->setChecked(text == QLatin1String("Log x"));
      toggle->setFont(controller().theme().font(FontRole::Small));
      box->addWidget(toggle);
    }
    auto* on = new QCheckBox("on");
    on->setChecked(true);
    auto* radio = new QRadioButton("one");
    radio->setChecked(true);
    auto* list = new QComboBox;
    list->addItems({"sine", "ReLU", "tanh"});
    auto* field = new QLineEdit("5e-4");
    field->setAlignment(Qt::AlignRight);
    auto* invalid = new QLineEdit(QString(QChar(0x2212)) + "1");
    invalid->setProperty("invalid", true);
    auto* off = new QLineEdit("off");
    off->setEnabled(false);
    auto* spin = new QSpinBox;
    for (QWidget* widget : std::initializer_list<QWidget*>{field, invalid, off, spin})
      widget->setFixedWidth(60);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{on, new QCheckBox("off"), radio, list, field, invalid, off, spin}) {
      box->addWidget(widget);
    }
    box->addStretch(1);
    auto* tabs = new TabBar(controller());
    for (const char* text : {"Value", "Gradient", "Laplacian", "Error"}) tabs->addTab(text);
    column_->addWidget(tabs);
  }

  void addSliders() {
    QHBoxLayout* box = row("Sliders: shared, lane A, lane B, disabled");
    for (const char* lane : {"", "A", "B", "off"}) {
      auto* slider = new QSlider(Qt::Horizontal);
      slider->setRange(0, 100);
      slider->setValue(40);
      slider->setFixedWidth(80);
      if (lane[0] == 'A' || lane[0] == 'B') slider->setProperty("lane", lane);
      slider->setEnabled(lane != QLatin1String("off"));
      box->addWidget(slider);
    }
    box->addStretch(1);
  }

  void addMarks() {
    QHBoxLayout* box = row("Run states: always shape, colour and word; lanes");
    for (const RunMark mark :
         {RunMark::Running, RunMark::Paused, RunMark::Finished, RunMark::Diverged, RunMark::Warning}) {
      box->addWidget(new RunMarkLabel(controller(), mark));
    }
    for (const LaneId lane : kLanes) box->addWidget(new LaneMark(controller(), lane));
    box->addStretch(1);
  }

  void addBanners() {
    row("Banners: error, warning, notice");
    const BannerMessage messages[] = {{BannerKind::Error,
                                       "noise.png is not a picture.",
                                       "Its first bytes are text. The set-up is unchanged.",
                                       "Open another",
                                       {},
                                       {},
                                       {}},
                                      {BannerKind::Warning,
                                       "This run needs 9.1 GB; 6.2 GB are free.",
                                       "A batch of 4,096 would fit.",
                                       "Use 4,096",
                                       {},
                                       {},
                                       {}},
                                      {BannerKind::Notice,
                                       "A run was interrupted at step 1,180.",
                                       "Its last checkpoint is 8 s older.",
                                       "Recover",
                                       {},
                                       {},
                                       {}}};
    for (const BannerMessage& message : messages) {
      auto* host = new BannerHost(controller());
      column_->addWidget(host);
      host->post(message);
    }
    auto* two = new BannerHost(controller());
    column_->addWidget(two);
    two->post(messages[1]);
    two->post({BannerKind::Error, "Lane B stopped at step 191.", {}, {}, {}, {}, {}});
  }

  void addBars() {
    QHBoxLayout* box = row("Progress, scroll bar, empty state");
    auto* progress = new QProgressBar;
    progress->setValue(35);
    progress->setTextVisible(false);
    progress->setFixedWidth(110);
    auto* scroll = new QScrollBar(Qt::Horizontal);
    scroll->setRange(0, 100);
    scroll->setPageStep(40);
    scroll->setFixedWidth(120);
    auto* empty = new EmptyState(controller(), "page_runs", "No runs yet",
                                 "Runs are kept here by themselves.", "Start one");
    empty->setFixedSize(218, 190);
    for (QWidget* widget : std::initializer_list<QWidget*>{progress, scroll, empty})
      box->addWidget(widget, 0, Qt::AlignTop);
    box->addStretch(1);
  }

  void addIcons() {
    QHBoxLayout* box = row("Icons");
    for (const QString& file : QDir(QStringLiteral(":/icons")).entryList()) {
      if (file == QLatin1String("app.svg")) continue;
      auto* button = new QToolButton;
      button->setAutoRaise(true);
      button->setIcon(themeIcon(controller(), file.chopped(4)));
      box->addWidget(button);
    }
    box->setSpacing(0);
    box->addStretch(1);
  }

  void addMaps() {
    row("Colour maps and series");
    auto* maps = new QWidget;
    maps->setFixedHeight(90);
    column_->addWidget(maps);
    maps->installEventFilter(this);
  }

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() != QEvent::Paint) return Surface::eventFilter(watched, event);
    const Theme& t = controller().theme();
    QPainter painter(static_cast<QWidget*>(watched));
    for (int m = 0; m < static_cast<int>(MapName::Count); ++m) {
      QLinearGradient gradient(QPointF(m * 80, 0), QPointF(m * 80 + 70, 0));
      const std::vector<QColor>& stops = t.colourMap(static_cast<MapName>(m));
      for (std::size_t i = 0; i < stops.size(); ++i)
        gradient.setColorAt(static_cast<double>(i) / static_cast<double>(stops.size() - 1), stops[i]);
      painter.fillRect(m * 80, 0, 70, 14, gradient);
    }
    for (int i = 0; i < t.seriesCount(); ++i) {
      const SeriesStyle style = t.series(i);
      painter.setPen(Theme::dashedPen(style.colour, t.pen(Pen::Curve), style.dashPx));
      painter.drawLine(i * 80, 40, i * 80 + 70, 40);
      paintMarker(painter, style.marker, QPointF(i * 80 + 35, 65), 8, style.colour, t.colour(Colour::Stage));
    }
    return true;
  }

  QVBoxLayout* column_;
};

void save(QWidget& widget, const QString& file) {
  widget.setAttribute(Qt::WA_DontShowOnScreen, false);
  widget.show();
  QApplication::processEvents();
  if (!widget.grab().save(file)) QTextStream(stderr) << "cannot write " << file << '\n';
}

void fillFrame(MainWindow& window) {
  window.transport().setSeed(7);
  window.transport().setState(TransportState::Running);
  window.status().setRun({RunMark::Running, {}, 100, 2000, 34.2});
  window.status().setLane(LaneId::A, {33537, 10.2, {}, {}});
  window.status().setLane(LaneId::B, {25345, 8.4, {}, {}});
  window.status().setDevices("CPU 8 threads", "No GPU");
  window.status().setSaved("Saved 10:41:07");
  window.rail().setProgress(0, 0.05);
}

}  // namespace

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  QApplication::setApplicationVersion("0.1.0");
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
  const QTemporaryDir scratch;
  ThemeController theme;
  theme.install();
  ApplicationSettings settings(scratch.filePath("settings.ini"));
  settings.setReducedMotion(true);
  for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
    settings.setThemeChoice(choice);
    theme.setReducedMotion(true);
    theme.setChoice(choice);
    const QString name = themeChoiceName(choice);
    Gallery gallery(theme);
    gallery.resize(683, 900);
    save(gallery, folder.filePath("gallery-" + name + ".png"));
    for (const QSize size : {QSize(1366, 768), QSize(1920, 1080), QSize(1093, 614)}) {
      SamplePage page(theme);
      MainWindow window(theme, settings);
      window.addPage(page);
      fillFrame(window);
      window.resize(size);
      save(window, folder.filePath(QStringLiteral("frame-%1-%2.png").arg(name).arg(size.width())));
    }
    CommandRegistry commands(theme);
    commands.addPageCommands(commands.ids());
    commands.setFrontCommands(commands.ids());
    KeyListDialog keys(commands);
    save(keys, folder.filePath("keys-" + name + ".png"));
    AboutDialog about(theme, {});
    save(about, folder.filePath("about-" + name + ".png"));
    QMenu menu;
    for (const char* id : {command::kOpen, command::kSave, command::kUndo, command::kGrid})
      menu.addAction(commands.action(id));
    commands.action(command::kGrid)->setChecked(true);
    commands.setPossible(command::kUndo, false);
    menu.setActiveAction(commands.action(command::kSave));
    save(menu, folder.filePath("menu-" + name + ".png"));
  }
  return 0;
}

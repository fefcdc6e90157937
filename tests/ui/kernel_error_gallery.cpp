// Draws stage and explain panel of the kernel-error page with studies that the engine computes, and every
// figure in every format, for the eye:
//   kernel_error_gallery FOLDER

#include "tests/ui/kernel_error_sample.h"
#include "ui/pages/figure_encoder.h"
#include "ui/pages/kernel_error_figures.h"
#include "ui/panels/kernel_error/error_pane.h"
#include "ui/panels/kernel_error_explain.h"
#include "ui/panels/kernel_error_stage.h"
#include "ui/theme/resources.h"
#include "ui/theme/theme_controller.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTextStream>

namespace {

using namespace kernelscope;
using namespace kernelscope::ui;
using kernelscope::testing::SampleStudy;
using nlohmann::json;

struct Sheet {
  const char* name;
  json changes;
};

json method(const char* id, const char* map, const char* sampling, json A = 0.0) {
  return {{"id", id}, {"map", map}, {"sampling", sampling}, {"A", std::move(A)}};
}

std::vector<Sheet> sheets() {
  return {
      {"default", json::object()},
      {"six",
       {{"methods",
         json::array({method("M1", "universal-real", "iid"), method("M2", "universal-real", "orthogonal"),
                      method("M3", "universal-real", "antithetic"), method("M4", "universal-real", "quasi"),
                      method("M5", "universal-complex", "iid"), method("M6", "maclaurin", "iid")})}}},
      {"tanh",
       {{"target", {{"name", "tanh"}}},
        {"pairs", {{"norm_x", 1.5}, {"norm_w", 1.5}, {"count", 12}, {"angle_degrees", "random"}}},
        {"methods", json::array({method("M1", "universal-real", "iid"),
                                 method("M2", "universal-real", "iid", "frequency-dependent")})}}},
      {"arc-cosine",
       {{"target", {{"kind", "arc-cosine"}}},
        {"methods", json::array({method("M1", "arc-cosine", "iid")})}}}};
}

struct Surroundings {
  KernelErrorStage& stage;
  KernelErrorExplain& explain;
  QWidget& window;
  QDir folder;
  QString suffix;

  void shoot(const QString& name) const {
    QApplication::processEvents();
    window.grab().save(folder.filePath(name + suffix + QStringLiteral(".png")));
  }
};

void shootAll(const Surroundings& place, const Sheet& sheet, const SampleStudy& study) {
  QElapsedTimer watch;
  watch.start();
  place.stage.setStudy(study.report, study.config);
  place.explain.setStudy(study.report, study.config);
  const double given = static_cast<double>(watch.nsecsElapsed()) / 1e6;
  place.window.grab();
  QTextStream(stdout) << sheet.name << place.suffix << ": study taken in " << given << " ms, drawn after "
                      << static_cast<double>(watch.nsecsElapsed()) / 1e6 << " ms\n";
  for (const char* view : {"error", "estimates", "spectrum"}) {
    place.stage.setView(QString::fromLatin1(view));
    place.explain.setTopic(QStringLiteral("view:") + QLatin1String(view));
    place.shoot(QString::fromLatin1(sheet.name) + QLatin1Char('-') + QLatin1String(view));
  }
  place.stage.setView(QStringLiteral("error"));
  place.stage.error().deviationToggle().setChecked(true);
  place.explain.setTopic(QStringLiteral("view:deviation"));
  place.shoot(QString::fromLatin1(sheet.name) + QStringLiteral("-deviation"));
  place.stage.error().deviationToggle().setChecked(false);
  place.explain.setTopic(QStringLiteral("/methods/0/map"));
}

void drawAll(ThemeController& theme, const QDir& folder, const std::vector<SampleStudy>& studies) {
  const std::vector<Sheet> all = sheets();
  for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
    theme.setChoice(choice);
    for (const QSize size : {QSize(758, 672), QSize(1236, 985)}) {
      QWidget window;
      const int side = size.width() > 1000 ? 320 : 276;
      KernelErrorStage stage(theme, &window);
      KernelErrorExplain explain(theme, &window);
      window.resize(size.width() + side, size.height());
      stage.setGeometry(0, 0, size.width(), size.height());
      explain.setGeometry(size.width(), 0, side, size.height());
      window.show();
      const Surroundings place{stage, explain, window, folder,
                               QStringLiteral("-%1-%2").arg(themeChoiceName(choice)).arg(size.width())};
      for (std::size_t i = 0; i < all.size(); ++i) shootAll(place, all[i], studies[i]);
    }
  }
}

void writeFigures(const ThemeController& theme, const QDir& folder, const std::vector<SampleStudy>& studies) {
  const std::vector<Sheet> all = sheets();
  KernelErrorStage stage(theme, nullptr);
  stage.resize(758, 672);
  for (std::size_t i = 0; i < all.size(); ++i) {
    stage.setStudy(studies[i].report, studies[i].config);
    for (const auto& [part, name] :
         {std::pair(FigurePart::Page, "page"), std::pair(FigurePart::Tiles, "matrices"),
          std::pair(FigurePart::Estimates, "estimates"), std::pair(FigurePart::Spectrum, "spectrum")}) {
      const PrintedFigure figure = kernelErrorFigure(stage, part, theme.exportTheme());
      for (const FigureFormat format : {FigureFormat::Png, FigureFormat::Svg, FigureFormat::Pdf}) {
        const QString file = QStringLiteral("figure-%1-%2.%3")
                                 .arg(QLatin1String(all[i].name), QLatin1String(name), suffixOf(format));
        writeBytes(encodeSheet(figure, {part, format, 170, 150}), folder.filePath(file).toStdString());
      }
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  registerResources();
  if (argc < 2) {
    QTextStream(stderr) << "usage: kernel_error_gallery FOLDER\n";
    return 2;
  }
  const QDir folder(QString::fromLocal8Bit(argv[1]));
  folder.mkpath(QStringLiteral("."));
  ThemeController theme;
  theme.install();
  std::vector<SampleStudy> studies;
  for (const Sheet& sheet : sheets()) studies.push_back(kernelscope::testing::sampleStudy(sheet.changes));
  drawAll(theme, folder, studies);
  writeFigures(theme, folder, studies);
  return 0;
}

// Recomputes the contrast ratios of the visual design (its section 11) from the tokens that the program
// loads: WCAG 2.1 relative luminance, text at least 4.5, curves and marks at least 3.
#include "ui/theme/theme_tokens.h"

#include <QtTest>
#include <cmath>

using namespace kernelscope::ui;

namespace {

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
  const double la = luminance(a), lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

struct CitedRow {
  Colour foreground;
  double light[4];  // on chrome, panel, stage, hover; 0: not stated
  double dark[4];
};

// The table of section 11, rounded there to one decimal.
constexpr CitedRow kCited[] = {
    {Colour::Text, {14.5, 16.0, 17.3, 13.3}, {13.5, 12.5, 14.9, 9.5}},
    {Colour::TextSecondary, {6.2, 6.9, 7.5, 5.7}, {7.4, 6.9, 8.2, 5.3}},
    {Colour::LaneAText, {5.8, 6.4, 6.9, 5.3}, {7.9, 7.3, 8.7, 5.6}},
    {Colour::LaneBText, {5.2, 5.7, 6.2, 4.7}, {8.4, 7.8, 9.2, 5.9}},
    {Colour::LaneA, {4.6, 5.1, 5.5, 0}, {7.2, 6.7, 7.9, 0}},
    {Colour::LaneB, {3.3, 3.6, 4.0, 0}, {7.5, 6.9, 8.2, 0}},
    {Colour::Diverged, {5.6, 6.2, 6.7, 5.2}, {6.5, 6.0, 7.1, 4.6}},
    {Colour::Warning, {5.2, 5.8, 6.3, 4.8}, {10.6, 9.8, 11.7, 7.5}},
    {Colour::Running, {4.8, 5.3, 5.7, 4.4}, {7.8, 7.2, 8.6, 5.5}},
    {Colour::PlotAxis, {3.9, 4.3, 4.6, 0}, {5.1, 4.7, 5.6, 0}},
    {Colour::Control, {3.2, 3.5, 3.8, 0}, {4.4, 4.1, 4.9, 0}},
};

}  // namespace

class ContrastTest : public QObject {
  Q_OBJECT

 private:
  ThemeTokens tokens_ = loadThemeTokens();

  QColor colour(ThemeKind kind, Colour name) const {
    return tokens_.colours[static_cast<std::size_t>(kind)][static_cast<std::size_t>(name)];
  }
  void require(ThemeKind kind, Colour front, Colour back, double least) const {
    const double ratio = contrast(colour(kind, front), colour(kind, back));
    QVERIFY2(ratio >= least, qPrintable(QStringLiteral("%1: %2 on %3 is %4, needs %5")
                                            .arg(tokenName(kind), tokenName(front), tokenName(back))
                                            .arg(ratio)
                                            .arg(least)));
  }

 private slots:
  void blackOnWhiteIsTwentyOne() { QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21.0) < 1e-9); }

  void tableOfTheDesignHolds() {
    const Colour surfaces[] = {Colour::Chrome, Colour::Panel, Colour::Stage, Colour::Hover};
    for (const CitedRow& row : kCited) {
      for (int i = 0; i < 4; ++i) {
        const double light =
            contrast(colour(ThemeKind::Light, row.foreground), colour(ThemeKind::Light, surfaces[i]));
        const double dark =
            contrast(colour(ThemeKind::Dark, row.foreground), colour(ThemeKind::Dark, surfaces[i]));
        const QString where = QStringLiteral("%1 on %2: %3 light, %4 dark")
                                  .arg(tokenName(row.foreground), tokenName(surfaces[i]))
                                  .arg(light)
                                  .arg(dark);
        if (row.light[i] > 0) QVERIFY2(std::abs(light - row.light[i]) <= 0.051, qPrintable(where));
        if (row.dark[i] > 0) QVERIFY2(std::abs(dark - row.dark[i]) <= 0.051, qPrintable(where));
      }
    }
  }

  void textReadsOnEverySurface() {
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Projector}) {
      for (const Colour text : {Colour::Text, Colour::TextSecondary, Colour::LaneAText, Colour::LaneBText,
                                Colour::Diverged, Colour::Warning}) {
        for (const Colour back : {Colour::Chrome, Colour::Panel, Colour::Stage, Colour::Field, Colour::Raised,
                                  Colour::Hover, Colour::Wash}) {
          require(kind, text, back, 4.5);
        }
      }
      require(kind, Colour::Text, Colour::Pressed, 4.5);
      require(kind, Colour::Text, Colour::TextSelection, 4.5);
      require(kind, Colour::TextSecondary, Colour::Pressed,
              4.45);  // 4.5 after rounding, as the design states
      require(kind, Colour::TextOnAccent, Colour::Accent, 4.5);
      require(kind, Colour::TextOnAccent, Colour::AccentHover, 4.5);
      require(kind, Colour::PlotText, Colour::PlotBackground, 4.5);
      for (const Colour wash : {Colour::DivergedWash, Colour::WarningWash}) {
        require(kind, Colour::Text, wash, 4.5);
        require(kind, Colour::TextSecondary, wash, 4.5);
      }
      require(kind, Colour::LaneAText, Colour::LaneAWash, 4.5);
      require(kind, Colour::LaneBText, Colour::LaneBWash, 4.5);
    }
  }

  void curvesAndMarksStandOut() {
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Projector}) {
      for (const Colour mark : {Colour::LaneA, Colour::LaneB, Colour::PlotAxis, Colour::Control,
                                Colour::Running, Colour::Focus, Colour::Accent}) {
        for (const Colour back : {Colour::Chrome, Colour::Panel, Colour::Stage})
          require(kind, mark, back, 3.0);
      }
      const QColor stage = colour(kind, Colour::PlotBackground);
      for (const QColor& series : tokens_.series[static_cast<std::size_t>(kind)]) {
        QVERIFY2(contrast(series, stage) >= 3.0, qPrintable(series.name()));
      }
    }
  }

  void firstTwoSeriesAreTheLanes() {
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Projector}) {
      QCOMPARE(tokens_.series[static_cast<std::size_t>(kind)][0], colour(kind, Colour::LaneA));
      QCOMPARE(tokens_.series[static_cast<std::size_t>(kind)][1], colour(kind, Colour::LaneB));
    }
  }
};

QTEST_GUILESS_MAIN(ContrastTest)
#include "contrast_test.moc"

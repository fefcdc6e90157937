#include "ui/pages/chart_keys.h"

#include "ui/command_registry.h"

#include <QCoreApplication>

namespace kernelscope::ui {

namespace {

struct ChartKey {
  const char* keys;
  const char* text;
};

constexpr ChartKey kKeys[] = {
    {QT_TRANSLATE_NOOP("ChartKeys", "Enter, click"),
     QT_TRANSLATE_NOOP("ChartKeys", "Place cursor A, or take it in hand")},
    {QT_TRANSLATE_NOOP("ChartKeys", "Shift+Enter, Shift+click"),
     QT_TRANSLATE_NOOP("ChartKeys", "Place cursor B, or take it in hand")},
    {QT_TRANSLATE_NOOP("ChartKeys", "Left, Right"),
     QT_TRANSLATE_NOOP("ChartKeys", "Move the cursor in hand by one recorded step, with Ctrl by ten")},
    {QT_TRANSLATE_NOOP("ChartKeys", "Esc"), QT_TRANSLATE_NOOP("ChartKeys", "Take both cursors away")},
    {QT_TRANSLATE_NOOP("ChartKeys", "+, -, wheel"),
     QT_TRANSLATE_NOOP("ChartKeys", "Magnify the steps, with Ctrl the values")},
    {QT_TRANSLATE_NOOP("ChartKeys", "Shift+arrows, Shift+drag"),
     QT_TRANSLATE_NOOP("ChartKeys", "Move what is shown")},
    {QT_TRANSLATE_NOOP("ChartKeys", "Drag"), QT_TRANSLATE_NOOP("ChartKeys", "Magnify a rectangle")},
};

}  // namespace

void noteChartKeys(CommandRegistry& commands) {
  const auto words = [](const char* text) { return QCoreApplication::translate("ChartKeys", text); };
  for (const ChartKey& key : kKeys) commands.addKeyNote({words("Chart"), words(key.keys), words(key.text)});
}

}  // namespace kernelscope::ui

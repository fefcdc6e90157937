#pragma once
// The keys of the chart, for the list of all keys.

namespace kernelscope::ui {

class CommandRegistry;

void noteChartKeys(CommandRegistry& commands);

}  // namespace kernelscope::ui

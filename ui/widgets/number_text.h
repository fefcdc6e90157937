#pragma once
// Numbers as people read them: thousands by locale, a no-break space before units, U+2212 for minus.

#include <QString>
#include <cstdint>

namespace kernelscope::ui {

// "33,537".
QString countText(std::int64_t count);
// "10.2 ms", "0.84 ms", "120 ms": three significant digits.
QString millisecondsText(double milliseconds);
// "0:35", "12:05", "1:02:05".
QString durationText(double seconds);
// "5 %", 0..100, rounded down so that 100 % means all.
QString percentText(std::int64_t done, std::int64_t all);

}  // namespace kernelscope::ui

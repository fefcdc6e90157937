#pragma once
// Numbers as the window prints them: the locale's thousands and decimals, a true minus (U+2212), few digits.

#include <QString>

namespace kernelscope::ui {

// Shown where there is no number (not measured yet, not finite).
QString missingNumber();

// A fixed count of decimals: "24.4".
QString decimalText(double value, int decimals);

// `digits` significant digits, no trailing zeros to guess from: 0.62, −212, 1,500, 3.1e−5. Beyond 1e−4 .. 1e6
// the form with an exponent is used.
QString significantText(double value, int digits);

// A limit of a scale, without zeros that say nothing: 0, 0.3, −1,500. Single-precision noise is left out.
QString limitText(float limit);

// 10 to a whole power as "0.01", "1,000" or, from 10⁻⁴ and 10⁷ outwards, with a raised exponent.
QString powerOfTenText(int exponent);

}  // namespace kernelscope::ui

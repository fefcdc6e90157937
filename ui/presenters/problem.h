#pragma once
// Why something could not be done, as people read it in a banner.

#include <QString>
#include <exception>

namespace kernelscope::ui {

struct Problem {
  QString title;   // what did not work, one sentence
  QString detail;  // which file or value, what is wrong, what is allowed
};

inline Problem problemOf(const QString& title, const std::exception& error) {
  return {title, QString::fromUtf8(error.what())};
}

}  // namespace kernelscope::ui

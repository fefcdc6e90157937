#pragma once
// Version, licence, libraries, and the diagnostics to send along with a report of a fault.

#include <QDialog>
#include <QStringList>

namespace kernelscope::ui {

class ThemeController;

class AboutDialog final : public QDialog {
  Q_OBJECT

 public:
  AboutDialog(const ThemeController& theme, const QStringList& diagnostics, QWidget* parent = nullptr);
};

}  // namespace kernelscope::ui

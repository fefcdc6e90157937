#pragma once
// What leaves the kernel-error page: its figures, and the curves as a table with every row.

#include "ui/pages/export_desk.h"

namespace kernelscope::ui {

class KernelErrorStage;

class KernelErrorExport final : public ExportDesk {
  Q_OBJECT

 public:
  // All must outlive it.
  KernelErrorExport(const ThemeController& theme, ApplicationSettings& settings, MainWindow& window,
                    KernelErrorStage& stage, BannerHost& banners, QObject* parent);

  // The study has new numbers: an open dialog shows them.
  void studyChanged() { refresh(); }

 protected:
  ExportOffers offers() const override;
  PrintedFigure figure(FigurePart part) const override;
  std::function<void(WorkReport&)> writer(const ExportChoice& choice,
                                          const std::filesystem::path& file) const override;
  ExportFacts facts(const ExportChoice& choice) const override;

 private:
  KernelErrorStage& stage_;
};

}  // namespace kernelscope::ui

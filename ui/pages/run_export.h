#pragma once
// What leaves the image-field page: figures, the record of both lanes, weights.

#include "ui/pages/export_desk.h"
#include "ui/pages/field_figures.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace kernelscope {
struct Checkpoint;
}

namespace kernelscope::ui {

class RunPresenter;
class StageColumn;

class RunExport final : public ExportDesk {
  Q_OBJECT

 public:
  // All must outlive it.
  RunExport(const ThemeController& theme, ApplicationSettings& settings, MainWindow& window,
            RunPresenter& presenter, StageColumn& stage, BannerHost& banners, QObject* parent);

  // While the tiles show a kept step, its weights are saved and figures name it; none: the newest ones.
  void setShownStep(std::optional<std::int64_t> step);

 protected:
  ExportOffers offers() const override { return imageFieldOffers(); }
  PrintedFigure figure(FigurePart part) const override;
  std::function<void(WorkReport&)> writer(const ExportChoice& choice,
                                          const std::filesystem::path& file) const override;
  ExportFacts facts(const ExportChoice& choice) const override;

 private:
  std::shared_ptr<const Checkpoint> weightsOf(LaneId lane) const;
  QString weightFacts(LaneId lane) const;

  RunPresenter& presenter_;
  StageColumn& stage_;
  std::optional<std::int64_t> shownStep_;
};

}  // namespace kernelscope::ui

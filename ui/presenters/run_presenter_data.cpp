// The pictures that runs train on: RunPresenter's dealings with its loader.
#include "ui/presenters/run_presenter.h"

namespace kernelscope::ui {

RunPresenter::DataKey RunPresenter::dataKey(const ExperimentConfig& config) {
  const bool seeded = config.image.trainPixels == "fraction";
  return {config.image, config.baseDirectory, seeded ? config.seed : 0, config.supervise};
}

void RunPresenter::prepare(const ExperimentConfig& config, std::function<void()> ready) {
  if (preparing_) loader_.forget(preparing_->ticket);
  preparing_ = Reading{dataKey(config), ++lastTicket_};
  prepared_ = std::move(ready);
  loader_.request(config, preparing_->ticket);
}

void RunPresenter::takeLoads() {
  while (const std::shared_ptr<const LoadResult> result = loader_.take()) {
    if (preparing_ && result->ticket == preparing_->ticket) {
      takePrepared(*result);
    } else if (reading_ && result->ticket == reading_->ticket) {
      const DataKey key = reading_->key;
      reading_.reset();
      if (!result->problem) {
        spare_ = Loaded{key, result->data};
        continue;
      }
      wanted_.reset();
      wantedRun_.reset();
      wantedFromSeed_ = false;
      Q_EMIT loadFailed(*result->problem, true);
    }
  }
}

void RunPresenter::takePrepared(const LoadResult& result) {
  const DataKey key = preparing_->key;
  preparing_.reset();
  const std::function<void()> ready = std::exchange(prepared_, {});
  if (result.problem) {
    Q_EMIT loadFailed(*result.problem, false);
    return;
  }
  spare_ = Loaded{key, result.data};
  ready();
}

bool RunPresenter::dataReady(const ExperimentConfig& config) {
  const DataKey key = dataKey(config);
  if ((current_ && current_->key == key) || (spare_ && spare_->key == key)) return true;
  if (reading_ && reading_->key == key) return false;
  if (reading_) loader_.forget(reading_->ticket);
  reading_ = Reading{key, ++lastTicket_};
  loader_.request(config, reading_->ticket);
  return false;
}

}  // namespace kernelscope::ui

#pragma once
// Reads pictures and makes data sets on a thread of its own, so that the window never waits for a file. What
// the stage shows as the target (the picture and its derivatives) is computed there, too.

#include "engine/config/experiment_config.h"
#include "engine/data/image_dataset.h"
#include "engine/train/training_snapshot.h"
#include "ui/presenters/problem.h"

#include <QCoreApplication>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace kernelscope::ui {

// A picture ready to be trained on and shown.
struct RunData {
  std::shared_ptr<const ImageDataset> dataset;
  std::shared_ptr<const Observation> target;  // fields of every view
};

struct LoadResult {
  std::uint64_t ticket = 0;
  RunData data;
  std::optional<Problem> problem;  // none: `data` is there
};

class PictureLoader final {
  Q_DECLARE_TR_FUNCTIONS(PictureLoader)

 public:
  PictureLoader();
  ~PictureLoader();  // asks the thread to stop and waits for the picture at hand
  PictureLoader(const PictureLoader&) = delete;
  PictureLoader& operator=(const PictureLoader&) = delete;

  // Adds a picture to the queue.
  void request(const ExperimentConfig& config, std::uint64_t ticket);
  // Takes it back if it still waits.
  void forget(std::uint64_t ticket);
  // The next result in the order of the queue, or null.
  std::shared_ptr<const LoadResult> take();
  // Whether nothing is being read or waiting, so that the destructor will not wait.
  bool idle() const;

 private:
  struct Request {
    ExperimentConfig config;
    std::uint64_t ticket = 0;
  };
  void work(const std::stop_token& stop);

  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<Request> requests_;
  std::deque<std::shared_ptr<const LoadResult>> results_;
  bool busy_ = false;
  std::jthread thread_;  // last: it ends before what it uses
};

}  // namespace kernelscope::ui

#include "ui/presenters/picture_loader.h"

#include "engine/core/compute_pool.h"
#include "engine/core/error.h"
#include "engine/observe/field_view.h"
#include "engine/run/field_observer.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace kernelscope::ui {

namespace {

constexpr std::array kViews = {FieldView::Value, FieldView::Gradient, FieldView::Laplacian,
                               FieldView::Spectrum};

QString title(const ExperimentConfig& config, const std::exception& error) {
  if (dynamic_cast<const ConfigError*>(&error) != nullptr)
    return PictureLoader::tr("This set-up cannot be run with this picture.");
  const std::string name = std::filesystem::path(config.image.source).filename().string();
  return PictureLoader::tr("%1 cannot be used as a picture.").arg(QString::fromStdString(name));
}

std::shared_ptr<const LoadResult> load(const ExperimentConfig& config, std::uint64_t ticket) {
  auto result = std::make_shared<LoadResult>();
  result->ticket = ticket;
  try {
    result->data.dataset = loadImageDataset(config);
    auto target = std::make_shared<Observation>();
    for (const FieldView view : kViews)
      target->fields.push_back(targetField(*result->data.dataset, view, supervisionOf(config)));
    result->data.target = std::move(target);
  } catch (const std::exception& error) {
    result->problem = problemOf(title(config, error), error);
  }
  return result;
}

}  // namespace

PictureLoader::PictureLoader() : thread_([this](const std::stop_token& stop) { work(stop); }) {}

PictureLoader::~PictureLoader() {
  thread_.request_stop();
}

void PictureLoader::request(const ExperimentConfig& config, std::uint64_t ticket) {
  {
    const std::lock_guard lock(mutex_);
    requests_.push_back({config, ticket});
  }
  changed_.notify_one();
}

void PictureLoader::forget(std::uint64_t ticket) {
  const std::lock_guard lock(mutex_);
  std::erase_if(requests_, [ticket](const Request& waiting) { return waiting.ticket == ticket; });
}

std::shared_ptr<const LoadResult> PictureLoader::take() {
  const std::lock_guard lock(mutex_);
  if (results_.empty()) return nullptr;
  std::shared_ptr<const LoadResult> result = std::move(results_.front());
  results_.pop_front();
  return result;
}

bool PictureLoader::idle() const {
  const std::lock_guard lock(mutex_);
  return !busy_ && requests_.empty();
}

void PictureLoader::work(const std::stop_token& stop) {
  lowerThreadPriority();
  std::unique_lock lock(mutex_);
  while (changed_.wait(lock, stop, [this] { return !requests_.empty(); })) {
    const Request request = std::move(requests_.front());
    requests_.pop_front();
    busy_ = true;
    lock.unlock();
    std::shared_ptr<const LoadResult> result = load(request.config, request.ticket);
    lock.lock();
    results_.push_back(std::move(result));
    busy_ = false;
    if (stop.stop_requested()) return;
  }
}

}  // namespace kernelscope::ui

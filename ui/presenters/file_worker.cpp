#include "ui/presenters/file_worker.h"

#include "engine/core/compute_pool.h"

namespace kernelscope::ui {

namespace {
constexpr int kProgressMilliseconds = 300;
}

FileWorker::FileWorker(QObject* parent) : QObject(parent) {
  progressTimer_.setInterval(kProgressMilliseconds);
  connect(&progressTimer_, &QTimer::timeout, this, &FileWorker::tellProgress);
  thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

FileWorker::~FileWorker() {
  thread_.request_stop();
  thread_.join();
}

void FileWorker::submit(FileJob job) {
  ++pending_;
  progressTimer_.start();
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::make_shared<const FileJob>(std::move(job)));
  }
  changed_.notify_one();
}

void FileWorker::work(const std::stop_token& stop) {
  lowerThreadPriority();
  std::unique_lock lock(mutex_);
  while (changed_.wait(lock, stop, [this] { return !waiting_.empty(); })) {
    if (stop.stop_requested()) return;
    const std::shared_ptr<const FileJob> job = current_ = waiting_.front();
    const std::shared_ptr<WorkReport> report = report_ = std::make_shared<WorkReport>(stop);
    waiting_.pop_front();
    lock.unlock();
    QString problem;
    try {
      job->work(*report);
    } catch (const std::exception& error) {
      problem = QString::fromUtf8(error.what());
    }
    lock.lock();
    current_.reset();
    report_.reset();
    QMetaObject::invokeMethod(
        this, [this, job, problem] { take(job, problem); }, Qt::QueuedConnection);
  }
}

void FileWorker::take(const std::shared_ptr<const FileJob>& job, const QString& problem) {
  --pending_;
  if (pending_ == 0) progressTimer_.stop();
  if (!problem.isEmpty()) {
    Q_EMIT failed({job->failure, problem});
    return;
  }
  if (job->done) job->done();
  Q_EMIT finished(job->name);
}

void FileWorker::tellProgress() {
  std::shared_ptr<const FileJob> job;
  std::shared_ptr<WorkReport> report;
  {
    const std::lock_guard lock(mutex_);
    job = current_;
    report = report_;
  }
  if (job && report && !job->name.isEmpty()) Q_EMIT progressed(job->name, report->share());
}

}  // namespace kernelscope::ui

#pragma once
// Draws, encodes and writes files on a thread of its own, one after the other, so that the window never waits
// for a disk or an encoder. What becomes of a job is told in signals on the window's thread.

#include "ui/presenters/problem.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace kernelscope::ui {

// How a job tells how far it is and hears that it should end.
class WorkReport final {
 public:
  explicit WorkReport(std::stop_token stop) : stop_(std::move(stop)) {}
  // `share` is 0..1. False when the program ends: the job leaves what it has not finished.
  bool progress(double share) {
    share_ = share;
    return !stop_.stop_requested();
  }
  double share() const { return share_; }

 private:
  std::stop_token stop_;
  std::atomic<double> share_ = 0;
};

struct FileJob {
  QString name;                           // what people see: the file's name; empty: not worth a word
  QString failure;                        // the sentence if it throws: "curves.pdf could not be written."
  std::function<void(WorkReport&)> work;  // in the worker's thread; may throw
  std::function<void()> done;             // in the window's thread after success; may be empty
};

class FileWorker final : public QObject {
  Q_OBJECT

 public:
  explicit FileWorker(QObject* parent = nullptr);
  ~FileWorker() override;  // asks the job at hand to end and waits for it; those that wait are dropped

  void submit(FileJob job);
  // Jobs that are not done yet.
  int pending() const { return pending_; }

 Q_SIGNALS:
  // For a job that takes longer than a moment; 0..1.
  void progressed(const QString& name, double share);
  void finished(const QString& name);
  void failed(const kernelscope::ui::Problem& problem);

 private:
  void work(const std::stop_token& stop);
  void take(const std::shared_ptr<const FileJob>& job, const QString& problem);
  void tellProgress();

  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<std::shared_ptr<const FileJob>> waiting_;
  std::shared_ptr<const FileJob> current_;
  std::shared_ptr<WorkReport> report_;
  int pending_ = 0;
  QTimer progressTimer_;
  std::jthread thread_;  // last: it ends before what it uses
};

}  // namespace kernelscope::ui

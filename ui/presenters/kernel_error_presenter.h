#pragma once
// Answers kernel-error studies on a thread of its own. The newest request wins: it stops the one before it.
// The pool is shared with whatever trains; calls of it take turns. News come on the window's thread.

#include "engine/analysis/kernel_error/kept_draws.h"
#include "engine/analysis/kernel_error/kernel_error_report.h"
#include "ui/presenters/problem.h"

#include <QObject>
#include <QTimer>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace kernelscope::ui {

class KernelErrorPresenter final : public QObject {
  Q_OBJECT

 public:
  explicit KernelErrorPresenter(std::shared_ptr<ComputePool> pool, QObject* parent = nullptr);
  ~KernelErrorPresenter() override;  // stops the study at hand and waits for its thread

  // Starts at once, in place of what is being computed. Paths in the study are relative to `base`.
  void request(std::shared_ptr<const KernelErrorConfig> config, const std::filesystem::path& base);
  // Stops what is being computed; `cancelled` follows at once.
  void cancel();
  bool computing() const { return computing_; }

 Q_SIGNALS:
  void started();
  // Every 100 ms while computing: the share done, 0..1, and the seconds since the start.
  void progressed(double share, double seconds);
  // First trials (report->preview), then all, then with the advice. `config` is what was asked.
  void reportArrived(std::shared_ptr<const kernelscope::KernelErrorReport> report,
                     std::shared_ptr<const kernelscope::KernelErrorConfig> config);
  // `issues` say which values are to blame, where that is known.
  void failed(const kernelscope::ui::Problem& problem, const std::vector<kernelscope::ConfigIssue>& issues);
  void cancelled();

 private:
  struct Request {
    std::uint64_t ticket = 0;
    std::shared_ptr<const KernelErrorConfig> config;
    std::filesystem::path base;
    std::stop_source stop = {};
  };

  void work(const std::stop_token& stop);
  void answer(const Request& request);
  void end(std::uint64_t ticket, const std::function<void()>& tell);
  void deliver(const Request& request, const std::shared_ptr<const KernelErrorReport>& report, bool last);
  void stopPresent();

  std::shared_ptr<ComputePool> pool_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::optional<Request> waiting_;
  std::stop_source present_;  // of the newest request
  std::uint64_t ticket_ = 0;  // of the newest request
  bool computing_ = false;
  std::atomic<double> share_ = 0;
  KeptDraws kept_;  // the thread's own
  QTimer progressTimer_;
  std::chrono::steady_clock::time_point begun_;
  std::jthread thread_;  // last: it ends before what it uses
};

}  // namespace kernelscope::ui

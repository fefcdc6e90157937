#include "ui/presenters/kernel_error_presenter.h"

#include "engine/core/compute_pool.h"
#include "engine/core/error.h"

#include <chrono>
#include <utility>

namespace kernelscope::ui {

namespace {

using StudyClock = std::chrono::steady_clock;
constexpr int kShareMilliseconds = 100;

}  // namespace

KernelErrorPresenter::KernelErrorPresenter(std::shared_ptr<ComputePool> pool, QObject* parent)
    : QObject(parent), pool_(std::move(pool)) {
  progressTimer_.setInterval(kShareMilliseconds);
  connect(&progressTimer_, &QTimer::timeout, this, [this] {
    Q_EMIT progressed(share_, std::chrono::duration<double>(StudyClock::now() - begun_).count());
  });
  thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

KernelErrorPresenter::~KernelErrorPresenter() {
  thread_.request_stop();
  stopPresent();
  thread_.join();
}

void KernelErrorPresenter::stopPresent() {
  const std::lock_guard lock(mutex_);
  waiting_.reset();
  present_.request_stop();
}

void KernelErrorPresenter::request(std::shared_ptr<const KernelErrorConfig> config,
                                   const std::filesystem::path& base) {
  stopPresent();
  Request request{++ticket_, std::move(config), base};
  present_ = request.stop;
  {
    const std::lock_guard lock(mutex_);
    waiting_ = std::move(request);
  }
  changed_.notify_one();
  share_ = 0;
  begun_ = StudyClock::now();
  computing_ = true;
  progressTimer_.start();
  Q_EMIT started();
}

void KernelErrorPresenter::cancel() {
  if (!computing_) return;
  stopPresent();
  ++ticket_;  // what still comes of it is stale
  computing_ = false;
  progressTimer_.stop();
  Q_EMIT cancelled();
}

void KernelErrorPresenter::work(const std::stop_token& stop) {
  lowerThreadPriority();
  std::unique_lock lock(mutex_);
  while (changed_.wait(lock, stop, [this] { return waiting_.has_value(); })) {
    if (stop.stop_requested()) return;
    const Request request = *std::exchange(waiting_, std::nullopt);
    lock.unlock();
    answer(request);
    lock.lock();
  }
}

void KernelErrorPresenter::answer(const Request& request) {
  KernelErrorHooks hooks;
  hooks.stop = request.stop.get_token();
  hooks.kept = &kept_;
  hooks.progress = [this, stop = hooks.stop](double share) {
    if (!stop.stop_requested()) share_ = share;
  };
  hooks.preview = [this, &request](std::shared_ptr<const KernelErrorReport> report) {
    deliver(request, report, false);
  };
  const std::uint64_t ticket = request.ticket;
  const auto fail = [this, ticket](const std::exception& error, std::vector<ConfigIssue> issues) {
    const Problem problem = problemOf(tr("This study cannot be computed."), error);
    end(ticket, [this, problem, issues = std::move(issues)] { Q_EMIT failed(problem, issues); });
  };
  try {
    deliver(request, kernelErrorReport(*request.config, request.base, *pool_, hooks), true);
  } catch (const Cancelled&) {  // a newer request is waiting, or nobody is
  } catch (const ConfigError& error) {
    fail(error, error.issues());
  } catch (const std::exception& error) {
    fail(error, {});
  }
}

void KernelErrorPresenter::deliver(const Request& request,
                                   const std::shared_ptr<const KernelErrorReport>& report, bool last) {
  const auto tell = [this, report, config = request.config] { Q_EMIT reportArrived(report, config); };
  if (last) return end(request.ticket, tell);
  QMetaObject::invokeMethod(
      this,
      [this, tell, ticket = request.ticket] {
        if (ticket == ticket_) tell();
      },
      Qt::QueuedConnection);
}

void KernelErrorPresenter::end(std::uint64_t ticket, const std::function<void()>& tell) {
  QMetaObject::invokeMethod(
      this,
      [this, ticket, tell] {
        if (ticket != ticket_) return;
        computing_ = false;
        progressTimer_.stop();
        tell();
      },
      Qt::QueuedConnection);
}

}  // namespace kernelscope::ui

#include "ui/presenters/session_journal.h"

#include "engine/config/config_diff.h"
#include "engine/core/file_io.h"
#include "ui/presenters/run_presenter.h"

#include <chrono>
#include <optional>

namespace kernelscope::ui {

namespace {

constexpr int kGatherMilliseconds = 500;  // so that both lanes' checkpoints are written together
constexpr int kBeatMilliseconds = 1000;
constexpr int kJournalDeliveryMilliseconds = 50;
constexpr std::size_t kMostOffers = 3;
constexpr std::chrono::hours kOldest{24 * 30};

bool isTooOld(const JournalSummary& summary) {
  const std::chrono::system_clock::time_point saved{std::chrono::milliseconds(summary.savedAt)};
  return std::chrono::system_clock::now() - saved > kOldest;
}

// Those worth an offer; the others are removed.
std::vector<JournalSummary> offersIn(const std::filesystem::path& root) {
  std::vector<JournalSummary> offers;
  for (const JournalSummary& summary : abandonedJournals(root)) {
    if (offers.size() < kMostOffers && !isTooOld(summary))
      offers.push_back(summary);
    else
      discardJournal(summary);
  }
  return offers;
}

}  // namespace

struct SessionJournal::Files {
  std::filesystem::path root;
  std::optional<RunJournal> journal;
  bool failed = false;  // said once

  RunJournal& open() {
    if (!journal) journal.emplace(root);
    return *journal;
  }
};

SessionJournal::SessionJournal(RunPresenter& presenter, std::filesystem::path root, QObject* parent)
    : QObject(parent),
      presenter_(presenter),
      files_(std::make_shared<Files>()),
      thread_(std::make_unique<JobThread>()) {
  files_->root = std::move(root);
  gather_.setSingleShot(true);
  gather_.setInterval(kGatherMilliseconds);
  beat_.setInterval(kBeatMilliseconds);
  deliveries_.setInterval(kJournalDeliveryMilliseconds);
  connect(&gather_, &QTimer::timeout, this, &SessionJournal::write);
  connect(&beat_, &QTimer::timeout, this, [this] {
    submit(
        [files = files_]() -> JobThread::Delivery {
          if (files->journal) files->journal->beat();
          return {};
        },
        "beat");
  });
  connect(&deliveries_, &QTimer::timeout, this, [this] {
    thread_->deliver();
    if (thread_->idle()) deliveries_.stop();
  });
}

SessionJournal::~SessionJournal() = default;

void SessionJournal::submit(JobThread::Job job, const char* key) {
  thread_->submit(std::move(job), key);
  if (!deliveries_.isActive()) deliveries_.start();
}

void SessionJournal::begin() {
  submit([this, files = files_]() -> JobThread::Delivery {
    try {
      createDirectories(files->root);
      // The oldest first, so that the newest is the message in front.
      std::vector<JournalSummary> offers = offersIn(files->root);
      return [this, offers] {
        for (auto offer = offers.rbegin(); offer != offers.rend(); ++offer) Q_EMIT found(*offer);
      };
    } catch (const std::exception& error) {
      return [this, problem = problemOf(tr("This session's runs cannot be kept for a crash."), error)] {
        Q_EMIT failed(problem);
      };
    }
  });
  const auto queue = [this] {
    if (!gather_.isActive()) gather_.start();
  };
  connect(&presenter_, &RunPresenter::checkpointTaken, this, queue);
  connect(&presenter_, &RunPresenter::runStarted, this, queue);
  connect(&presenter_, &RunPresenter::configApplied, this, queue);
  beat_.start();
}

JournalState SessionJournal::state() const {
  return {presenter_.config(), presenter_.checkpoints(), false};
}

void SessionJournal::write() {
  submit(
      [this, files = files_, state = state()]() -> JobThread::Delivery {
        try {
          files->open().write(state);
          files->failed = false;
          return {};
        } catch (const std::exception& error) {
          if (std::exchange(files->failed, true)) return {};
          return [this, problem = problemOf(tr("This session's runs cannot be kept for a crash."), error)] {
            Q_EMIT failed(problem);
          };
        }
      },
      "write");
}

void SessionJournal::recover(const JournalSummary& summary) {
  submit([this, files = files_, summary]() -> JobThread::Delivery {
    try {
      JournalState state = loadJournal(summary);
      files->open().write(state);
      discardJournal(summary);
      return [this, state] { Q_EMIT recovered(state); };
    } catch (const std::exception& error) {
      return [this, problem = problemOf(tr("The run of the last session cannot be recovered."), error)] {
        Q_EMIT failed(problem);
      };
    }
  });
}

void SessionJournal::discard(const JournalSummary& summary) {
  submit([summary]() -> JobThread::Delivery {
    discardJournal(summary);
    return {};
  });
}

void SessionJournal::end(const ExperimentConfig* unsaved) {
  gather_.stop();
  beat_.stop();
  deliveries_.stop();
  thread_.reset();  // what is being written is written
  try {
    if (unsaved != nullptr) {
      JournalState last{*unsaved, {}, true};
      // The run may not have taken over the last edit.
      const ConfigChange change = configDiff(presenter_.config(), *unsaved);
      if (change == ConfigChange::None || change == ConfigChange::Live)
        last.checkpoints = presenter_.checkpoints();
      files_->open().write(last);
    } else if (files_->journal) {
      files_->journal->remove();
    }
  } catch (const std::exception&) {
    // Nobody is left to be told; what was written last is kept.
  }
  files_->journal.reset();
}

}  // namespace kernelscope::ui

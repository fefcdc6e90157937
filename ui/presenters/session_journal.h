#pragma once
// Keeps what runs on disk while it runs, and finds what an earlier session left behind. All files are read
// and written on a thread of their own.

#include "engine/run/job_thread.h"
#include "engine/run/run_journal.h"
#include "ui/presenters/problem.h"

#include <QObject>
#include <QTimer>
#include <filesystem>
#include <memory>

namespace kernelscope::ui {

class RunPresenter;

class SessionJournal final : public QObject {
  Q_OBJECT

 public:
  // Journals live in folders of `root`. The presenter must outlive it.
  SessionJournal(RunPresenter& presenter, std::filesystem::path root, QObject* parent = nullptr);
  ~SessionJournal() override;

  // Begins to keep a journal, and looks for what was left: at most three sessions of the last 30 days.
  void begin();
  // Reads what was left; `recovered` follows. It is discarded as soon as this session's journal has it.
  void recover(const JournalSummary& summary);
  void discard(const JournalSummary& summary);
  // The proper end of the session, after RunPresenter::shutDown: keeps a set-up that was not saved with the
  // last states of its run, or, without one, removes everything. Waits for the files; for the time after the
  // window has gone.
  void end(const ExperimentConfig* unsaved);

 Q_SIGNALS:
  void found(const kernelscope::JournalSummary& summary);
  void recovered(const kernelscope::JournalState& state);
  void failed(const kernelscope::ui::Problem& problem);

 private:
  void write();
  void submit(JobThread::Job job, const char* key = "");
  JournalState state() const;

  struct Files;  // used by the thread alone
  RunPresenter& presenter_;
  std::shared_ptr<Files> files_;
  QTimer gather_, beat_, deliveries_;
  std::unique_ptr<JobThread> thread_;  // last: it ends before what it uses
};

}  // namespace kernelscope::ui

#pragma once
// What is kept on disk of a running experiment, so that a killed program loses seconds and not the run: the
// set-up and a checkpoint of each lane. A session has its own folder, locked while it lives; a folder whose
// lock is free was left behind. The state is written beside the old one and then named by journal.json in
// one rename, so that a kill at any moment leaves one whole state.

#include "engine/config/experiment_config.h"
#include "engine/train/checkpoint.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace kernelscope {

struct JournalState {
  ExperimentConfig config;
  std::array<std::shared_ptr<const Checkpoint>, 2> checkpoints;  // null before a lane's first
  // The program was closed properly with a set-up that its user had not saved.
  bool closed = false;
};

// What a session left behind, without its arrays.
struct JournalSummary {
  std::filesystem::path folder;
  std::int64_t step = 0;  // of the lane that is further on
  std::int64_t steps = 0;
  std::int64_t savedAt = 0;     // milliseconds since 1970, UTC
  std::int64_t aliveUntil = 0;  // the session's last beat, likewise
  bool closed = false;
};

// The journal of this session. One thread at a time.
class RunJournal {
 public:
  // Makes and locks a folder in `root`. Throws IoError.
  explicit RunJournal(const std::filesystem::path& root);
  ~RunJournal();
  RunJournal(const RunJournal&) = delete;
  RunJournal& operator=(const RunJournal&) = delete;

  // Replaces the state. Throws IoError; the state before it is then still there.
  void write(const JournalState& state);
  // Notes that the session is alive: every second or two.
  void beat();
  // Removes the folder: this session ended properly.
  void remove();

 private:
  std::filesystem::path folder_;
  int lock_ = -1;
  std::int64_t entry_ = 0;
};

// What earlier sessions left in `root`, newest first. Folders that hold nothing whole are removed.
std::vector<JournalSummary> abandonedJournals(const std::filesystem::path& root);

// Throws IoError, ContentError, ConfigError.
JournalState loadJournal(const JournalSummary& summary);
void discardJournal(const JournalSummary& summary);

}  // namespace kernelscope

#include "engine/run/run_journal.h"

#include "engine/config/config_codec.h"
#include "engine/core/error.h"
#include "engine/core/file_io.h"
#include "engine/run/checkpoint_file.h"

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <optional>

namespace kernelscope {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostHeadBytes = 64 * 1024;

std::int64_t millisecondsNow() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::int64_t modifiedAt(const fs::path& file) {
  struct stat status {};
  if (stat(file.c_str(), &status) != 0) return 0;
  return std::int64_t{status.st_mtim.tv_sec} * 1000 + status.st_mtim.tv_nsec / 1'000'000;
}

fs::path headFile(const fs::path& folder) {
  return folder / "journal.json";
}
fs::path lockFile(const fs::path& folder) {
  return folder / "lock";
}
fs::path laneFile(const fs::path& entry, LaneId lane) {
  return entry / (std::string(laneName(lane)) + ".safetensors");
}

// The descriptor of the locked file; -1 while another process holds it.
int lockedFile(const fs::path& file) {
  const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) throw IoError(file, std::string("cannot be opened: ") + std::strerror(errno));
  if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) return descriptor;
  close(descriptor);
  return -1;
}

bool isAbandoned(const fs::path& folder) {
  const int descriptor = lockedFile(lockFile(folder));
  if (descriptor >= 0) close(descriptor);
  return descriptor >= 0;
}

nlohmann::json head(const fs::path& folder) {
  try {
    return nlohmann::json::parse(readTextFile(headFile(folder), kMostHeadBytes));
  } catch (const nlohmann::json::exception& problem) {
    throw ContentError(headFile(folder), problem.what());
  }
}

fs::path entryFolder(const fs::path& folder) {
  return folder / std::to_string(head(folder).value("entry", std::int64_t{0}));
}

std::optional<JournalSummary> summaryOf(const fs::path& folder) {
  try {
    const nlohmann::json content = head(folder);
    JournalSummary summary;
    summary.folder = folder;
    summary.step = content.at("step");
    summary.steps = content.at("steps");
    summary.savedAt = content.at("saved_at_ms");
    summary.aliveUntil = std::max(summary.savedAt, modifiedAt(lockFile(folder)));
    summary.closed = content.at("closed");
    return summary;
  } catch (const std::exception&) {
    return std::nullopt;  // killed before the first state was whole
  }
}

void removeFolder(const fs::path& folder) {
  std::error_code ignored;
  fs::remove_all(folder, ignored);
}

}  // namespace

RunJournal::RunJournal(const fs::path& root) {
  for (int attempt = 0; lock_ < 0; ++attempt) {
    folder_ = root / (std::to_string(getpid()) + "-" + std::to_string(millisecondsNow() + attempt));
    createDirectories(folder_);
    lock_ = lockedFile(lockFile(folder_));
  }
}

RunJournal::~RunJournal() {
  if (lock_ >= 0) close(lock_);
}

void RunJournal::write(const JournalState& state) {
  const fs::path before = folder_ / std::to_string(entry_), entry = folder_ / std::to_string(entry_ + 1);
  removeFolder(entry);
  createDirectories(entry);
  saveExperiment(state.config, entry / "experiment.json");
  std::int64_t step = 0;
  for (const auto& checkpoint : state.checkpoints) {
    if (!checkpoint) continue;
    saveCheckpoint(*checkpoint, laneFile(entry, checkpoint->lane));
    step = std::max(step, checkpoint->step);
  }
  const nlohmann::json content = {{"schema", 1},
                                  {"entry", entry_ + 1},
                                  {"step", step},
                                  {"steps", state.config.steps},
                                  {"saved_at_ms", millisecondsNow()},
                                  {"closed", state.closed}};
  writeFileAtomically(headFile(folder_), content.dump(2) + "\n");
  ++entry_;
  removeFolder(before);
}

void RunJournal::beat() {
  futimens(lock_, nullptr);
}

void RunJournal::remove() {
  removeFolder(folder_);
}

std::vector<JournalSummary> abandonedJournals(const fs::path& root) {
  std::vector<JournalSummary> found;
  std::error_code none;
  for (const fs::directory_entry& entry : fs::directory_iterator(root, none)) {
    if (!entry.is_directory() || !isAbandoned(entry.path())) continue;
    if (const std::optional<JournalSummary> summary = summaryOf(entry.path()))
      found.push_back(*summary);
    else
      removeFolder(entry.path());
  }
  std::ranges::sort(found, std::greater(), &JournalSummary::savedAt);
  return found;
}

JournalState loadJournal(const JournalSummary& summary) {
  const fs::path entry = entryFolder(summary.folder);
  JournalState state;
  state.config = loadExperiment(entry / "experiment.json");
  state.closed = summary.closed;
  for (const LaneId lane : kLanes) {
    const fs::path file = laneFile(entry, lane);
    if (fs::exists(file)) state.checkpoints[laneIndex(lane)] = loadCheckpoint(file);
  }
  return state;
}

void discardJournal(const JournalSummary& summary) {
  removeFolder(summary.folder);
}

}  // namespace kernelscope

// bot/server/reloader.h
// Builds a new Brain on a thread of its own and puts it into the slot, if it is good; if not, the old one stays and the
// outcome says why. Requests that come while one is under way share the one after it. Thread-safe.

#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "bot/server/brain_slot.h"
#include "bot/server/metrics.h"

namespace docent {

enum class RefusalReason {
  kNone,
  kFiles,    // the text files are wrong
  kTests,    // a `test:` or `never:` line fails
  kMachine,  // memory, a certificate that cannot be read
};

struct ReloadOutcome {
  ReloadStatus status = ReloadStatus::kRefused;
  RefusalReason reason = RefusalReason::kNone;
  std::string brain;    // hash of what is served now
  std::string message;  // if refused: all that is wrong, for people; may be many lines
};

// What a load came to: a Brain to serve, or nullptr and what is wrong; or neither, if nothing has changed.
struct LoadedBrain {
  std::shared_ptr<const ServedBrain> served;
  RefusalReason reason = RefusalReason::kNone;
  std::string message;
};

// Loads the files anew and tries them; `current` is the hash of what is served. May throw: then nothing changes.
using BrainLoader = std::function<LoadedBrain(const std::string& current)>;

class Reloader {
 public:
  using Done = std::function<void(const ReloadOutcome&)>;

  // `slot` and `metrics` must outlive the reloader.
  Reloader(BrainSlot& slot, Metrics& metrics, BrainLoader load);
  ~Reloader();  // Stop()
  Reloader(const Reloader&) = delete;
  Reloader& operator=(const Reloader&) = delete;

  // `done` is called on the reloader's thread.
  void Request(Done done);

  // Waits for a load that is under way, and calls nobody afterwards: whoever waits, or asks later, is told nothing.
  void Stop();

 private:
  void ServeRequests();
  ReloadOutcome Reload();

  BrainSlot& slot_;
  Metrics& metrics_;
  const BrainLoader load_;
  std::mutex mutex_;
  std::condition_variable asked_;
  std::vector<Done> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace docent

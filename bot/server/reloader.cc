#include "bot/server/reloader.h"

#include <spdlog/spdlog.h>

#include <exception>
#include <utility>

#include "bot/server/thread_priority.h"

namespace docent {

Reloader::Reloader(BrainSlot& slot, Metrics& metrics, BrainLoader load)
    : slot_(slot), metrics_(metrics), load_(std::move(load)), thread_([this] { ServeRequests(); }) {}

Reloader::~Reloader() { Stop(); }

void Reloader::Stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  asked_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Reloader::Request(Done done) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(done));
  }
  asked_.notify_one();
}

void Reloader::ServeRequests() {
  YieldToServingThreads();
  std::unique_lock lock(mutex_);
  for (;;) {
    asked_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (stopping_) return;
    const std::vector<Done> served = std::exchange(waiting_, {});
    lock.unlock();
    const ReloadOutcome outcome = Reload();
    for (const Done& done : served) done(outcome);
    lock.lock();
  }
}

ReloadOutcome Reloader::Reload() {
  ReloadOutcome outcome;
  outcome.brain = slot_.Current()->brain->hash();
  try {
    LoadedBrain loaded = load_(outcome.brain);
    outcome.reason = loaded.reason;
    outcome.message = std::move(loaded.message);
    if (loaded.served) {
      outcome.status = ReloadStatus::kReplaced;
      outcome.brain = loaded.served->brain->hash();
      slot_.Replace(std::move(loaded.served));
    } else if (loaded.reason == RefusalReason::kNone) {
      outcome.status = ReloadStatus::kUnchanged;
    }
  } catch (const std::exception& fault) {
    outcome.reason = RefusalReason::kMachine;
    outcome.message = fault.what();
  }
  metrics_.CountReload(outcome.status);
  if (outcome.status == ReloadStatus::kRefused) {
    spdlog::error("the reload is refused, {} is served on:\n{}", outcome.brain, outcome.message);
  } else {
    spdlog::info("reload: {}, {} is served", ReloadStatusName(outcome.status), outcome.brain);
  }
  return outcome;
}

}  // namespace docent

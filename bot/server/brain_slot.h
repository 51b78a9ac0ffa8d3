// bot/server/brain_slot.h
// The Brain that is served now. Reloading puts another one into the slot; each thread notices by one atomic read a
// question and goes over to it, while a question in flight ends on the Brain it started with. Thread-safe.

#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/server/catalogue.h"
#include "bot/server/suggester.h"

namespace docent {

// A Brain with what is said about it, worked out once and not on the serving threads; only the catalogue is made when
// somebody looks into it first.
struct ServedBrain {
  std::shared_ptr<const Brain> brain;
  std::string about;  // the body of GET /api/about
  Suggester suggester;
  LazyCatalogue catalogue;
};

// `examples` are questions that the Brain answers, shown on the page.
std::shared_ptr<const ServedBrain> MakeServedBrain(std::shared_ptr<const Brain> brain,
                                                   const std::vector<std::string>& examples);

class BrainSlot {
 public:
  explicit BrainSlot(std::shared_ptr<const ServedBrain> first) : current_(std::move(first)) {}

  std::shared_ptr<const ServedBrain> Current() const {
    const std::lock_guard lock(mutex_);
    return current_;
  }

  void Replace(std::shared_ptr<const ServedBrain> next) {
    const std::lock_guard lock(mutex_);
    current_ = std::move(next);
    version_.fetch_add(1, std::memory_order_release);
  }

  // Another number after each Replace().
  std::uint64_t version() const { return version_.load(std::memory_order_acquire); }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const ServedBrain> current_;
  std::atomic<std::uint64_t> version_ = 1;
};

}  // namespace docent

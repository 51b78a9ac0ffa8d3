// bot/server/memories.h
// The conversations that one thread remembers, at most so many: beyond that, the one that was silent longest is
// forgotten. Its connection stays open, and its next question stands alone unless it brings its history.
// Not thread-safe.

#pragma once

#include <boost/intrusive/list.hpp>
#include <cstddef>

#include "bot/dialogue/conversation.h"

namespace docent {

class Memories {
 public:
  // A conversation that takes part; leaves when it is destroyed. Must not outlive the Memories that it spoke up in.
  class Memory : public boost::intrusive::list_base_hook<> {
   public:
    Memory() = default;
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;
    ~Memory() {
      if (owner_ != nullptr) owner_->Leave(*this);
    }

    Conversation conversation;

   private:
    friend class Memories;
    Memories* owner_ = nullptr;  // nullptr: there is nothing to forget
  };

  explicit Memories(size_t most) : most_(most) {}

  // Called after a turn of `memory`: it is now the last to be forgotten. Returns how many others were.
  size_t Spoke(Memory& memory) {
    if (memory.owner_ != nullptr) Leave(memory);
    if (memory.conversation.turns().empty()) return 0;
    memory.owner_ = this;
    kept_.push_back(memory);
    ++size_;
    size_t forgotten = 0;
    for (; size_ > most_; ++forgotten) {
      Memory& oldest = kept_.front();
      Leave(oldest);
      oldest.conversation = {};
    }
    return forgotten;
  }

  size_t size() const { return size_; }

 private:
  void Leave(Memory& memory) {
    kept_.erase(kept_.iterator_to(memory));
    memory.owner_ = nullptr;
    --size_;
  }

  size_t most_;
  size_t size_ = 0;
  boost::intrusive::list<Memory> kept_;  // silent longest first
};

}  // namespace docent

// bot/server/turns.h
// Whose message is worked on next, among those that one thread has read: askers take turns by address, not by
// connection. Somebody who opens hundreds of connections and asks on all of them waits behind themselves; whoever asks
// beside them waits for one of their questions, or for one pass of those that take less. All calls come on the thread
// of the context.

#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <unordered_map>
#include <utility>

#include "bot/server/asio_types.h"

namespace docent {

class Turns {
 public:
  // `pass`: for how long turns are given before it is seen again what has come meanwhile; one is given at least. Each
  // look costs as much as an answer that is known.
  explicit Turns(asio::io_context& context, std::chrono::microseconds pass = std::chrono::microseconds(100))
      : executor_(context.get_executor()), pass_(pass) {}
  Turns(const Turns&) = delete;
  Turns& operator=(const Turns&) = delete;

  // Awaited before work is done for `address`; the work itself follows without awaiting anything.
  auto Take(std::uint64_t address) {
    return asio::async_initiate<const asio::use_awaitable_t<Executor>, void()>(
        [this, address](auto handler) {
          Add(address, std::make_unique<WaiterOf<decltype(handler)>>(std::move(handler)));
        },
        kAwaitable);
  }

 private:
  using Clock = std::chrono::steady_clock;

  struct Waiter {
    virtual ~Waiter() = default;
    virtual void Go() = 0;
  };

  template <class Handler>
  struct WaiterOf : Waiter {
    explicit WaiterOf(Handler h) : handler(std::move(h)) {}
    void Go() override { std::move(handler)(); }
    Handler handler;
  };

  void Add(std::uint64_t address, std::unique_ptr<Waiter> waiter) {
    std::deque<std::unique_ptr<Waiter>>& lane = lanes_[address];
    if (lane.empty()) order_.push_back(address);
    lane.push_back(std::move(waiter));
    GrantSoon();
  }

  // Posted, so that what has come meanwhile is read, and takes its place, before the next one's turn.
  void GrantSoon() {
    if (std::exchange(granting_, true)) return;
    asio::post(executor_, [this] {
      granting_ = false;
      Grant();
    });
  }

  void Grant() {
    if (order_.empty()) return;  // whoever came during the pass before had their turn in it
    const Clock::time_point end = Clock::now() + pass_;
    do GrantNext();
    while (!order_.empty() && Clock::now() < end);
    if (!order_.empty()) GrantSoon();
  }

  void GrantNext() {
    const std::uint64_t address = order_.front();
    order_.pop_front();
    const auto lane = lanes_.find(address);
    const std::unique_ptr<Waiter> next = std::move(lane->second.front());
    lane->second.pop_front();
    if (lane->second.empty()) {
      lanes_.erase(lane);
    } else {
      order_.push_back(address);
    }
    next->Go();
  }

  static constexpr asio::use_awaitable_t<Executor> kAwaitable{};

  Executor executor_;
  std::chrono::microseconds pass_;
  std::unordered_map<std::uint64_t, std::deque<std::unique_ptr<Waiter>>> lanes_;  // none is empty
  std::deque<std::uint64_t> order_;                                               // each lane once
  bool granting_ = false;
};

}  // namespace docent

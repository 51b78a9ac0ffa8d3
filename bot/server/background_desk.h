// bot/server/background_desk.h
// A desk with a thread of its own beside a worker's, for askers who have lately asked for much (Admission). A
// question is not worked on in turns, but a thread can be put aside: whoever asks little beside them waits for a slice
// of its time and not for the end of a long question. In here, too, turns go by address.

#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <cstdint>
#include <thread>
#include <type_traits>
#include <utility>

#include "bot/server/asio_types.h"
#include "bot/server/desk.h"
#include "bot/server/turns.h"

namespace docent {

class BackgroundDesk {
 public:
  // Starts the thread; what the desk stands on must outlive it.
  BackgroundDesk(const BrainSlot& slot, const Limits& limits, Observer* observer);
  ~BackgroundDesk();  // Stop()
  BackgroundDesk(const BackgroundDesk&) = delete;
  BackgroundDesk& operator=(const BackgroundDesk&) = delete;

  // Awaited on any thread, which goes on there with the result: does `work` here when it is the address's turn.
  // What `work` refers to must live, and be left alone, until then.
  template <class Work>
  Task<std::invoke_result_t<Work&, Desk&>> Do(std::uint64_t address, Work work) {
    return asio::co_spawn(context_, InTurn(address, std::move(work)), asio::use_awaitable_t<Executor>());
  }

  // Waits for what is under way; what waits for its turn is never done.
  void Stop();

 private:
  template <class Work>
  Task<std::invoke_result_t<Work&, Desk&>> InTurn(std::uint64_t address, Work work) {
    co_await turns_.Take(address);
    co_return work(desk_);
  }

  Desk desk_;
  asio::io_context context_;
  Turns turns_;  // after context_: what waits here goes first
  asio::executor_work_guard<Executor> stay_;
  std::thread thread_;
};

}  // namespace docent

// bot/server/worker.h
// A thread that serves connections: it alone runs their coroutines, holds their state and answers their questions with
// its own desk, so nothing of a connection needs a lock. Connections take turns: one reads, answers and writes one
// message, then the next one does.

#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/steady_timer.hpp>
#include <thread>

#include "bot/server/asio_types.h"
#include "bot/server/background_desk.h"
#include "bot/server/desk.h"
#include "bot/server/http_reply.h"
#include "bot/server/memories.h"
#include "bot/server/session.h"
#include "bot/server/site.h"
#include "bot/server/turns.h"

namespace docent {

class Worker {
 public:
  // Starts the thread, one of `threads`. `site` must outlive the worker.
  Worker(Site& site, size_t threads);
  ~Worker();  // Stop(), and waits for the thread
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // From any thread:
  asio::io_context& context() { return context_; }
  void Serve(Socket socket, Admission::Ticket ticket);  // `socket` belongs to context()
  void Refuse(Socket socket, HttpReply reply);          // says so, unless by TLS, and closes
  void Drain();                                         // see Session::OnDrain
  void Stop() { context_.stop(); }                      // at once, whatever is in flight

  // On the worker's thread:
  Site& site() { return site_; }
  Desk& desk() { return desk_; }
  BackgroundDesk& background() { return background_; }
  Turns& turns() { return turns_; }
  Memories& memories() { return memories_; }
  void Register(Session& session) { sessions_.push_back(session); }

 private:
  Task<> ServeConnection(Socket socket, Admission::Ticket ticket);
  Task<> RefuseConnection(Socket socket, HttpReply reply);
  Task<> TickForever();
  bool TellSome(Session::Clock::time_point now);

  Site& site_;
  Desk desk_;
  SessionList sessions_;  // before context_: destroying it ends coroutines whose sessions leave this list
  Memories memories_;
  std::atomic<int> refusing_ = 0;
  asio::io_context context_;
  Turns turns_;                // after context_: what waits here goes first
  BackgroundDesk background_;  // likewise, and what is done here for connections of this thread
  asio::executor_work_guard<Executor> stay_;
  std::thread thread_;
};

}  // namespace docent

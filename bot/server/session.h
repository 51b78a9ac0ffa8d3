// bot/server/session.h
// What a worker knows of an open connection, whatever it speaks: it can be told that time has passed and that the
// server ends. All calls come on the worker's thread. A session is in its worker's list for as long as it exists.

#pragma once

#include <boost/intrusive/list.hpp>
#include <chrono>
#include <optional>
#include <utility>

#include "bot/server/limits.h"

namespace docent {

class Session : public boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
 public:
  using Clock = std::chrono::steady_clock;

  Session() = default;
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  virtual ~Session() = default;

  // Notes that it is told of this time; false if it was already.
  bool BeginTick(Clock::time_point now) { return std::exchange(last_tick_, now) != now; }

  // Called a few times a second: closes the connection if its deadline is over.
  virtual void OnTick(Clock::time_point now) {
    if (!deadline_ || now < *deadline_) return;
    if (limit_) OnLimit(*limit_);
    deadline_.reset();
    CloseNow();
  }

  // Called once, when the server begins to end: what is idle closes, what is in flight is finished first.
  virtual void OnDrain() = 0;

 protected:
  // Closes the socket; what is under way on it ends with an error.
  virtual void CloseNow() = 0;

  // Called when a deadline that is a limit is over.
  virtual void OnLimit(Limit limit) = 0;

  void SetDeadline(Limits::Seconds from_now, std::optional<Limit> limit = std::nullopt) {
    deadline_ = Clock::now() + std::chrono::duration_cast<Clock::duration>(from_now);
    limit_ = limit;
  }
  void ClearDeadline() { deadline_.reset(); }
  bool HasDeadline() const { return deadline_.has_value(); }

 private:
  std::optional<Clock::time_point> deadline_;
  std::optional<Limit> limit_;
  Clock::time_point last_tick_;
};

using SessionList = boost::intrusive::list<Session, boost::intrusive::constant_time_size<false>>;

}  // namespace docent

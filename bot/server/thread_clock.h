// bot/server/thread_clock.h
// A clock that runs while the calling thread does: what it took to answer somebody, however busy the machine was with
// others meanwhile. Two times of one thread can be compared.

#pragma once

#include <chrono>
#include <ctime>

namespace docent {

struct ThreadClock {
  using duration = std::chrono::nanoseconds;
  using rep = duration::rep;
  using period = duration::period;
  using time_point = std::chrono::time_point<ThreadClock>;
  static constexpr bool is_steady = true;

  static time_point now() {
    std::timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time_point(std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec));
  }
};

}  // namespace docent

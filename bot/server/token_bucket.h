// bot/server/token_bucket.h
// How often somebody may ask: a bucket that fills by `per_second` up to `burst`; each question takes one token.
// Time is handed in, so that tests need no clock. Not thread-safe.

#pragma once

#include <algorithm>
#include <chrono>

#include "bot/server/limits.h"

namespace docent {

class TokenBucket {
 public:
  using Clock = std::chrono::steady_clock;

  explicit TokenBucket(Rate rate) : rate_(rate), tokens_(rate.burst) {}

  // Takes a token and returns zero; or, if there is none, takes nothing and returns how long until there is one.
  std::chrono::milliseconds Take(Clock::time_point now) {
    if (rate_.per_second <= 0) return std::chrono::milliseconds(0);
    tokens_ = TokensAt(now);
    filled_ = now;
    if (tokens_ >= 1) {
      tokens_ -= 1;
      return std::chrono::milliseconds(0);
    }
    const std::chrono::duration<double> wait((1 - tokens_) / rate_.per_second);
    return std::chrono::ceil<std::chrono::milliseconds>(wait);
  }

  // Puts back a token that was taken for nothing.
  void Return() { tokens_ = std::min(rate_.burst, tokens_ + 1); }

  // True if whoever this is about has not asked for so long that forgetting them changes nothing.
  bool IsFull(Clock::time_point now) const { return rate_.per_second <= 0 || TokensAt(now) >= rate_.burst; }

 private:
  double TokensAt(Clock::time_point now) const {
    const std::chrono::duration<double> passed = now - filled_;
    return filled_ == Clock::time_point{} ? rate_.burst
                                          : std::min(rate_.burst, tokens_ + passed.count() * rate_.per_second);
  }

  Rate rate_;
  double tokens_;
  Clock::time_point filled_;
};

}  // namespace docent

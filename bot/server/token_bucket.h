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

  // Takes `tokens` and returns zero; or, if there are not as many, takes nothing and returns how long until there are.
  // Taking none waits only for debts to be paid, see Spend().
  std::chrono::milliseconds Take(Clock::time_point now, double tokens = 1) {
    if (rate_.per_second <= 0) return std::chrono::milliseconds(0);
    tokens_ = TokensAt(now);
    filled_ = now;
    if (tokens_ >= tokens) {
      tokens_ -= tokens;
      return std::chrono::milliseconds(0);
    }
    const std::chrono::duration<double> wait((tokens - tokens_) / rate_.per_second);
    return std::chrono::ceil<std::chrono::milliseconds>(wait);
  }

  // Takes what was used already, whether it is there or not.
  void Spend(double tokens) { tokens_ -= tokens; }

  // Puts back a token that was taken for nothing.
  void Return() { tokens_ = std::min(rate_.burst, tokens_ + 1); }

  // True if whoever this is about has not asked for so long that forgetting them changes nothing.
  bool IsFull(Clock::time_point now) const { return rate_.per_second <= 0 || TokensAt(now) >= rate_.burst; }

 private:
  double TokensAt(Clock::time_point now) const {
    const std::chrono::duration<double> passed = now - filled_;
    return filled_ == Clock::time_point{} ? tokens_
                                          : std::min(rate_.burst, tokens_ + passed.count() * rate_.per_second);
  }

  Rate rate_;
  double tokens_;
  Clock::time_point filled_;
};

}  // namespace docent

#include "bot/server/token_bucket.h"

#include <gtest/gtest.h>

namespace docent {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const TokenBucket::Clock::time_point kStart(seconds(1000));

TEST(TokenBucket, GivesTheBurstAtOnceAndThenByTheRate) {
  TokenBucket bucket({.per_second = 10, .burst = 2});
  EXPECT_EQ(bucket.Take(kStart), milliseconds(0));
  EXPECT_EQ(bucket.Take(kStart), milliseconds(0));
  EXPECT_EQ(bucket.Take(kStart), milliseconds(100));
  EXPECT_EQ(bucket.Take(kStart + milliseconds(40)), milliseconds(60));
  EXPECT_EQ(bucket.Take(kStart + milliseconds(100)), milliseconds(0));
}

TEST(TokenBucket, NeverHoldsMoreThanTheBurst) {
  TokenBucket bucket({.per_second = 10, .burst = 1});
  EXPECT_EQ(bucket.Take(kStart), milliseconds(0));
  EXPECT_EQ(bucket.Take(kStart + seconds(60)), milliseconds(0));
  EXPECT_EQ(bucket.Take(kStart + seconds(60)), milliseconds(100));
}

TEST(TokenBucket, HasNoLimitAtRateZero) {
  TokenBucket bucket({.per_second = 0, .burst = 0});
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(bucket.Take(kStart), milliseconds(0));
}

TEST(TokenBucket, IsFullAgainWhenNobodyAskedForLong) {
  TokenBucket bucket({.per_second = 10, .burst = 2});
  EXPECT_TRUE(bucket.IsFull(kStart));
  bucket.Take(kStart);
  EXPECT_FALSE(bucket.IsFull(kStart));
  EXPECT_TRUE(bucket.IsFull(kStart + milliseconds(100)));
}

TEST(TokenBucket, TakesATokenBack) {
  TokenBucket bucket({.per_second = 10, .burst = 1});
  bucket.Take(kStart);
  bucket.Return();
  EXPECT_EQ(bucket.Take(kStart), milliseconds(0));
}

static_assert(TokenBucket::Clock::is_steady,
              "an administrator who sets the clock must not lock askers out, nor let them in");

// Threads share an address's bucket, and one may take its time before another and come to the bucket after it.
TEST(TokenBucket, LosesNothingToATimeBeforeTheLast) {
  TokenBucket bucket({.per_second = 10, .burst = 2});
  EXPECT_EQ(bucket.Take(kStart + milliseconds(50)), milliseconds(0));
  EXPECT_EQ(bucket.Take(kStart), milliseconds(50));
  EXPECT_EQ(bucket.Take(kStart + milliseconds(50)), milliseconds(0));
  EXPECT_EQ(bucket.Take(kStart + milliseconds(50)), milliseconds(100));
}

}  // namespace
}  // namespace docent

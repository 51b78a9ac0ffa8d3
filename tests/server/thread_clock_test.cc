#include "bot/server/thread_clock.h"

#include <gtest/gtest.h>

#include <thread>

namespace docent {
namespace {

TEST(ThreadClock, StandsWhileTheThreadWaits) {
  const ThreadClock::time_point began = ThreadClock::now();
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  EXPECT_LT(ThreadClock::now() - began, std::chrono::milliseconds(100));
}

TEST(ThreadClock, RunsWhileItWorks) {
  const ThreadClock::time_point began = ThreadClock::now();
  volatile unsigned sum = 0;
  for (unsigned i = 0; i < 1'000'000; ++i) sum = sum + i;
  EXPECT_GT(ThreadClock::now(), began);
}

}  // namespace
}  // namespace docent

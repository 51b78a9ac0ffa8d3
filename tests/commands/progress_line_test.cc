#include "bot/commands/progress_line.h"

#include <gtest/gtest.h>

#include <sstream>

namespace docent {
namespace {

using std::chrono::milliseconds;

class ProgressLineTest : public testing::Test {
 protected:
  std::ostringstream out_;
  ProgressLine::Clock::time_point now_;
  const std::function<ProgressLine::Clock::time_point()> clock_ = [this] { return now_; };
};

TEST_F(ProgressLineTest, SaysNothingWithinTheFirstSecond) {
  {
    ProgressLine line(out_, clock_);
    now_ += milliseconds(999);
    line.Show("reading facts", 1, 2);
  }
  EXPECT_EQ(out_.str(), "");
}

TEST_F(ProgressLineTest, ShowsHowFarItIsAndGoesAtTheEnd) {
  {
    ProgressLine line(out_, clock_);
    now_ += milliseconds(1000);
    line.Show("reading facts", 1, 3);
  }
  EXPECT_EQ(out_.str(), "\r\033[Kloading: reading facts, 33 %\r\033[K");
}

TEST_F(ProgressLineTest, IsWrittenTenTimesASecondAtMost) {
  ProgressLine line(out_, clock_);
  now_ += milliseconds(1000);
  for (int i = 0; i < 100; ++i) line.Show("reading facts", 0, 0);
  now_ += milliseconds(100);
  line.Show("indexing", 1, 1);
  EXPECT_EQ(out_.str(), "\r\033[Kloading: reading facts, 0 %\r\033[Kloading: indexing, 100 %");
}

}  // namespace
}  // namespace docent

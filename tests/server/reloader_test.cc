#include "bot/server/reloader.h"

#include <gtest/gtest.h>

#include <future>
#include <stdexcept>

namespace docent {
namespace {

std::shared_ptr<const ServedBrain> Empty() {
  Diagnostics diagnostics;
  return MakeServedBrain(Brain::Load({}, diagnostics), {});
}

class ReloaderTest : public testing::Test {
 protected:
  ReloadOutcome Reload(BrainLoader load) {
    Reloader reloader(slot_, metrics_, std::move(load));
    std::promise<ReloadOutcome> outcome;
    reloader.Request([&](const ReloadOutcome& result) { outcome.set_value(result); });
    return outcome.get_future().get();
  }

  BrainSlot slot_{Empty()};
  Metrics metrics_;
};

TEST_F(ReloaderTest, PutsAGoodBrainIntoTheSlot) {
  const auto next = Empty();
  const ReloadOutcome outcome = Reload([&](const std::string& current) {
    EXPECT_EQ(current, slot_.Current()->brain->hash());
    return LoadedBrain{next, RefusalReason::kNone, ""};
  });
  EXPECT_EQ(outcome.status, ReloadStatus::kReplaced);
  EXPECT_EQ(slot_.Current(), next);
}

TEST_F(ReloaderTest, KeepsTheOldOneForABadOne) {
  const auto old = slot_.Current();
  const ReloadOutcome outcome = Reload([](const std::string&) {
    return LoadedBrain{nullptr, RefusalReason::kTests, "1 test fails\n"};
  });
  EXPECT_EQ(outcome.status, ReloadStatus::kRefused);
  EXPECT_EQ(outcome.message, "1 test fails\n");
  EXPECT_EQ(slot_.Current(), old);
}

TEST_F(ReloaderTest, OutlivesALoaderThatThrows) {
  const ReloadOutcome outcome =
      Reload([](const std::string&) -> LoadedBrain { throw std::runtime_error("no memory"); });
  EXPECT_EQ(outcome.status, ReloadStatus::kRefused);
  EXPECT_EQ(outcome.reason, RefusalReason::kMachine);
  EXPECT_EQ(outcome.message, "no memory");
}

TEST_F(ReloaderTest, TellsNobodyOnceItIsStopped) {
  Reloader reloader(slot_, metrics_, [](const std::string&) { return LoadedBrain{}; });
  reloader.Stop();
  reloader.Request([](const ReloadOutcome&) { FAIL(); });
  reloader.Stop();
}

TEST_F(ReloaderTest, RequestsThatComeDuringALoadShareTheNext) {
  std::promise<void> go;
  std::shared_future<void> gone = go.get_future().share();
  std::promise<void> began;
  int loads = 0;
  Reloader reloader(slot_, metrics_, [&](const std::string&) {
    if (++loads == 1) {
      began.set_value();
      gone.wait();
    }
    return LoadedBrain{};
  });
  reloader.Request([](const ReloadOutcome&) {});
  began.get_future().wait();
  std::promise<void> told;
  for (int i = 0; i < 5; ++i) reloader.Request([](const ReloadOutcome&) {});
  reloader.Request([&](const ReloadOutcome&) { told.set_value(); });
  go.set_value();
  told.get_future().wait();
  EXPECT_EQ(loads, 2);
}

}  // namespace
}  // namespace docent

#include "bot/server/background_desk.h"

#include <gtest/gtest.h>

#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <future>
#include <stdexcept>
#include <string>

namespace docent {
namespace {

class BackgroundDeskTest : public testing::Test {
 protected:
  // Has the background do `work` for somebody who is served by context_.
  template <class Work>
  void Ask(Work work) {
    asio::co_spawn(
        context_,
        [this, work]() -> Task<> {
          const std::string done = co_await background_.Do(1, work);
          EXPECT_EQ(std::this_thread::get_id(), served_by_);
          done_ += done;
        },
        [](const std::exception_ptr& fault) {
          if (fault) std::rethrow_exception(fault);
        });
  }

  BrainSlot slot_{MakeServedBrain(
      [] {
        Diagnostics diagnostics;
        return Brain::Load({}, diagnostics);
      }(),
      {})};
  const Limits limits_;
  asio::io_context context_;
  BackgroundDesk background_{slot_, limits_, nullptr};
  const std::thread::id served_by_ = std::this_thread::get_id();
  std::string done_;
};

TEST_F(BackgroundDeskTest, KeepsNobodyWaitingWhoIsServedMeanwhile) {
  std::promise<void> served;
  Ask([&served, meanwhile = served.get_future().share()](Desk&) -> std::string {
    return meanwhile.wait_for(std::chrono::minutes(1)) == std::future_status::ready ? "long" : "alone";
  });
  asio::post(context_, [&] { asio::post(context_, [&] { served.set_value(); }); });
  context_.run();
  EXPECT_EQ(done_, "long");
}

TEST_F(BackgroundDeskTest, DoesOneThingAfterAnother) {
  for (const char* name : {"a", "b", "c"}) {
    Ask([name](Desk& desk) {
      Conversation conversation;
      return name + desk.Handle(R"({"type":"ping"})", conversation, nullptr).json;
    });
  }
  context_.run();
  EXPECT_EQ(done_, R"(a{"type":"pong"}b{"type":"pong"}c{"type":"pong"})");
}

TEST_F(BackgroundDeskTest, TellsWhoAskedOfAFault) {
  Ask([](Desk&) -> std::string { throw std::runtime_error("no memory"); });
  EXPECT_THROW(context_.run(), std::runtime_error);
}

TEST_F(BackgroundDeskTest, LeavesUndoneWhatWaitsWhenItIsStopped) {
  background_.Stop();
  Ask([](Desk&) -> std::string { return "done"; });
  context_.poll();
  EXPECT_EQ(done_, "");
}

}  // namespace
}  // namespace docent

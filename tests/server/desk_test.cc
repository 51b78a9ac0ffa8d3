// The desk with a Brain of no files at all: what it says about messages; what it answers is dialogue's business.

#include "bot/server/desk.h"

#include <gtest/gtest.h>

namespace docent {
namespace {

std::shared_ptr<const ServedBrain> Empty() {
  Diagnostics diagnostics;
  return MakeServedBrain(Brain::Load({}, diagnostics), {});
}

class DeskTest : public testing::Test {
 protected:
  Reply Handle(std::string_view message) { return desk_.Handle(message, conversation_, nullptr); }

  BrainSlot slot_{Empty()};
  Limits limits_;
  Desk desk_{slot_, limits_};
  Conversation conversation_;
};

TEST_F(DeskTest, AnswersAnAskUnderItsId) {
  const Reply reply = Handle(R"({"type":"ask","id":"7","text":"who is it?"})");
  EXPECT_FALSE(reply.error);
  EXPECT_TRUE(reply.json.starts_with(R"({"type":"answer","id":"7","status":"unknown",)")) << reply.json;
}

TEST_F(DeskTest, SaysWhatIsWrongWithAMessage) {
  const Reply reply = Handle(R"({"type":"tell","id":"7"})");
  ASSERT_TRUE(reply.error);
  EXPECT_EQ(
      reply.json,
      R"({"type":"error","id":"7","code":"bad_request","message":"\"type\" must be \"ask\", \"more\", \"feedback\", \"ping\" or \"hello\""})");
}

TEST_F(DeskTest, AnswersHelloWithTheBrainThatIsServed) {
  EXPECT_EQ(Handle(R"({"type":"hello"})").json,
            R"({"type":"hello","protocol":1,"brain":")" + slot_.Current()->brain->hash() + R"("})");
}

TEST_F(DeskTest, GivesAKnownAnswerTheNextId) {
  const std::string first = Handle(R"({"id":1,"text":"who is it?"})").json;
  EXPECT_TRUE(first.starts_with(R"({"type":"answer","id":1,"status":)")) << first;
  const std::string rest = first.substr(first.find(",\"status\""));
  Conversation other;
  EXPECT_EQ(desk_.Handle(R"({"id":"x","text":"who is it?"})", other, nullptr).json,
            R"({"type":"answer","id":"x")" + rest);
  Conversation third;
  EXPECT_EQ(desk_.Handle(R"({"text":"who is it?"})", third, nullptr).json, R"({"type":"answer")" + rest);
}

TEST_F(DeskTest, GoesOverToANewBrain) {
  Handle(R"({"text":"x"})");
  slot_.Replace(Empty());
  EXPECT_FALSE(Handle(R"({"text":"x"})").error);
  EXPECT_EQ(slot_.Current().use_count(), 3) << "the slot, the desk and this expression";
}

TEST_F(DeskTest, CountsQuestionsOnlyAgainstTheAllowance) {
  Admission admission(limits_);
  Admission::Decision decision = admission.Admit(boost::asio::ip::make_address("127.0.0.1"));
  Allowance allowance({.per_second = 0.001, .burst = 1}, *decision.ticket);
  const auto ask = [&](std::string_view message) { return desk_.Handle(message, conversation_, &allowance); };
  EXPECT_FALSE(ask(R"({"text":"x"})").error);
  EXPECT_FALSE(ask(R"({"type":"ping"})").error);
  const Reply refused = ask(R"({"id":"2","text":"x"})");
  ASSERT_TRUE(refused.error);
  EXPECT_EQ(refused.error->code, ErrorCode::kTooMany);
  EXPECT_TRUE(refused.json.starts_with(R"({"type":"error","id":"2","code":"too_many",)")) << refused.json;
}

}  // namespace
}  // namespace docent

#include "bot/server/answer_cache.h"

#include <gtest/gtest.h>

namespace docent {
namespace {

KnownAnswer Saying(const std::string& json) { return {{}, json, {}}; }

TEST(AnswerCache, KnowsWhatWasKept) {
  AnswerCache cache(1'000'000);
  EXPECT_EQ(cache.Find("a"), nullptr);
  cache.Keep("a", Saying("1"));
  cache.Keep("b", Saying("2"));
  ASSERT_NE(cache.Find("a"), nullptr);
  EXPECT_EQ(cache.Find("a")->json, "1");
  EXPECT_EQ(cache.Find("b")->json, "2");
  cache.Clear();
  EXPECT_EQ(cache.Find("a"), nullptr);
}

TEST(AnswerCache, LetsGoWhatWasNotAskedForLongest) {
  AnswerCache cache(100'000);
  cache.Keep("old", Saying(""));
  for (int i = 0; i < 90; ++i) {
    cache.Keep(std::to_string(i), Saying(""));
    cache.Find("old");
  }
  for (int i = 90; i < 200; ++i) cache.Keep(std::to_string(i), Saying(""));
  EXPECT_EQ(cache.Find("old"), nullptr);
  EXPECT_EQ(cache.Find("5"), nullptr);
  EXPECT_NE(cache.Find("199"), nullptr);
  EXPECT_LE(cache.size(), 100u);
}

TEST(AnswerCache, TakesNoAnswerThatWouldPushOutMany) {
  AnswerCache cache(100'000);
  cache.Keep("a", Saying(std::string(10'000, 'x')));
  EXPECT_EQ(cache.size(), 0u);
}

TEST(AnswerCache, TellsApartHowAQuestionIsSpelt) {
  Question question{"who is Chen Fang", {}, false};
  const std::string mended = AnswerCache::KeyOf(question, {});
  question.spelling = Spelling::kAsWritten;
  EXPECT_NE(AnswerCache::KeyOf(question, {}), mended);
  Turn turn;
  turn.asked = "who is Chen Fang";
  const std::string after_mended = AnswerCache::KeyOf({"and his job?", {}, false}, {{turn}});
  turn.spelling = Spelling::kAsWritten;
  EXPECT_NE(AnswerCache::KeyOf({"and his job?", {}, false}, {{turn}}), after_mended);
}

TEST(AnswerCache, TellsConversationsApart) {
  const auto key = [](std::vector<Turn> turns) {
    return AnswerCache::KeyOf({"and it?", {}, false}, {std::move(turns)});
  };
  EXPECT_EQ(key({}), key({}));
  EXPECT_NE(key({}), key({{"who", {}, {}, {}}}));
  EXPECT_NE(key({{"who", {"A", "B"}, {}, {}}}), key({{"who", {"AB"}, {}, {}}}));
  EXPECT_NE(key({{"who", {"A"}, {}, {}}}), key({{"who", {}, {"A"}, {}}}));
  EXPECT_NE(key({{"who", {"A"}, {}, {}}}), key({{"who", {"B"}, {}, {}}}));
  EXPECT_NE(key({{"a", {}, {}, {}}, {"b", {}, {}, {}}}), key({{"b", {}, {}, {}}, {"a", {}, {}, {}}}));
  Turn described{"who", {"A", "B"}, {}, {}};
  Turn asked_of = described;
  described.is_description = true;
  EXPECT_NE(key({described}), key({asked_of}));
  const Conversation spoken{{{"who", {"A"}, {}, {}}}};
  EXPECT_EQ(AnswerCache::KeyOf({"x", {"h"}, false}, {}), AnswerCache::KeyOf({"x", {"h"}, false}, spoken));
  EXPECT_NE(AnswerCache::KeyOf({"x", {"h"}, false}, {}), AnswerCache::KeyOf({"x", {"h"}, true}, {}));
  EXPECT_NE(AnswerCache::KeyOf({"x", {"h", "i"}, false}, {}), AnswerCache::KeyOf({"x", {"hi"}, false}, {}));
}

}  // namespace
}  // namespace docent

#include "bot/server/answer_cache.h"

#include <gtest/gtest.h>

namespace docent {
namespace {

KnownAnswer Saying(const std::string& json) { return {{}, json, {}}; }

Question Asking(const std::string& text) { return {text, {}, false}; }

const KnownAnswer* Find(AnswerCache& cache, const std::string& text) { return cache.Find(Asking(text), {}); }
void Keep(AnswerCache& cache, const std::string& text, const std::string& json) {
  cache.Keep(Asking(text), {}, Saying(json));
}

TEST(AnswerCache, KnowsWhatWasKept) {
  AnswerCache cache(1'000'000);
  EXPECT_EQ(Find(cache, "a"), nullptr);
  Keep(cache, "a", "1");
  Keep(cache, "b", "2");
  ASSERT_NE(Find(cache, "a"), nullptr);
  EXPECT_EQ(Find(cache, "a")->json, "1");
  EXPECT_EQ(Find(cache, "b")->json, "2");
  cache.Clear();
  EXPECT_EQ(Find(cache, "a"), nullptr);
}

TEST(AnswerCache, LetsGoWhatWasNotAskedForLongest) {
  AnswerCache cache(100'000);
  Keep(cache, "old", "");
  for (int i = 0; i < 90; ++i) {
    Keep(cache, std::to_string(i), "");
    Find(cache, "old");
  }
  for (int i = 90; i < 200; ++i) Keep(cache, std::to_string(i), "");
  EXPECT_EQ(Find(cache, "old"), nullptr);
  EXPECT_EQ(Find(cache, "5"), nullptr);
  EXPECT_NE(Find(cache, "199"), nullptr);
  EXPECT_LE(cache.size(), 100u);
}

TEST(AnswerCache, TakesNoAnswerThatWouldPushOutMany) {
  AnswerCache cache(100'000);
  Keep(cache, "a", std::string(10'000, 'x'));
  EXPECT_EQ(cache.size(), 0u);
}

TEST(AnswerCache, FindsByTheConversationAndByWhatWasSaidInIt) {
  AnswerCache cache(1'000'000);
  const Conversation spoken({{"who", {"A"}, {}, {}}});
  const Conversation alike(spoken.turns());
  const Conversation other({{"who", {"B"}, {}, {}}});
  ASSERT_NE(alike.identity(), spoken.identity());
  cache.Keep(Asking("and it?"), spoken, Saying("1"));
  cache.Keep(Asking("and it?"), other, Saying("2"));
  for (int round = 0; round < 2; ++round) {
    for (const Conversation& conversation : {spoken, alike, spoken}) {
      const KnownAnswer* known = cache.Find(Asking("and it?"), conversation);
      ASSERT_NE(known, nullptr);
      EXPECT_EQ(known->json, "1");
    }
    ASSERT_NE(cache.Find(Asking("and it?"), other), nullptr);
    EXPECT_EQ(cache.Find(Asking("and it?"), other)->json, "2");
    EXPECT_EQ(cache.Find(Asking("and it?"), {}), nullptr);
    Question explained = Asking("and it?");
    explained.explain = true;
    EXPECT_EQ(cache.Find(explained, spoken), nullptr);
  }
}

TEST(AnswerCache, KeepsTheConversationThatAnAnswerIsFoundBy) {
  AnswerCache cache(100'000);
  for (int i = 0; i < 1'000; ++i) {
    const Conversation passing({{std::to_string(i), {}, {}, {}}});
    EXPECT_EQ(cache.Find(Asking("and it?"), passing), nullptr);
    cache.Keep(Asking("and it?"), passing, Saying(std::to_string(i)));
    ASSERT_NE(cache.Find(Asking("and it?"), Conversation(passing.turns())), nullptr);
    EXPECT_EQ(cache.Find(Asking("and it?"), passing)->json, std::to_string(i));
  }
}

TEST(AnswerCache, TellsApartHowAQuestionIsSpelt) {
  Question question{"who is Chen Fang", {}, false};
  const std::string mended = AnswerCache::KeyOf(question, {});
  question.spelling = Spelling::kAsWritten;
  EXPECT_NE(AnswerCache::KeyOf(question, {}), mended);
  Turn turn;
  turn.asked = "who is Chen Fang";
  const std::string after_mended = AnswerCache::KeyOf({"and his job?", {}, false}, Conversation({turn}));
  turn.spelling = Spelling::kAsWritten;
  EXPECT_NE(AnswerCache::KeyOf({"and his job?", {}, false}, Conversation({turn})), after_mended);
}

TEST(AnswerCache, TellsConversationsApart) {
  const auto key = [](std::vector<Turn> turns) {
    return AnswerCache::KeyOf({"and it?", {}, false}, Conversation(std::move(turns)));
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
  const Conversation spoken({{"who", {"A"}, {}, {}}});
  EXPECT_EQ(AnswerCache::KeyOf({"x", {"h"}, false}, {}), AnswerCache::KeyOf({"x", {"h"}, false}, spoken));
  EXPECT_NE(AnswerCache::KeyOf({"x", {"h"}, false}, {}), AnswerCache::KeyOf({"x", {"h"}, true}, {}));
  EXPECT_NE(AnswerCache::KeyOf({"x", {"h", "i"}, false}, {}), AnswerCache::KeyOf({"x", {"hi"}, false}, {}));
}

}  // namespace
}  // namespace docent

#include "bot/knowledge/shared.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>

#include "bot/knowledge/shared_text.h"

namespace docent {
namespace {

TEST(Shared, IsNoneUntilItIsGivenSomething) {
  EXPECT_FALSE(Shared<int>());
  EXPECT_FALSE(Shared<int>(std::nullopt));
  EXPECT_FALSE(Shared<int>(std::optional<int>()));
  EXPECT_EQ(*Shared<int>(std::optional<int>(7)), 7);
}

TEST(Shared, HoldsOneValueHoweverOftenItIsCopied) {
  Shared<std::string> first = std::string("a text that needs memory of its own");
  const Shared<std::string> second = first;
  EXPECT_EQ(second.identity(), first.identity());
  first = Shared<std::string>();
  EXPECT_FALSE(first);
  EXPECT_EQ(*second, "a text that needs memory of its own");
}

TEST(Shared, MayBeAssignedToItself) {
  Shared<std::string> one = std::string("a text that needs memory of its own");
  const Shared<std::string>& same = one;
  one = same;
  EXPECT_EQ(one->size(), 35U);
}

TEST(SharedText, IsReadLikeAString) {
  const SharedText text = "Kiel";
  EXPECT_EQ(text, "Kiel");
  EXPECT_EQ(text, std::string("Kiel"));
  EXPECT_EQ(text + "-" + text, "Kiel-Kiel");
  EXPECT_EQ("in " + text, "in Kiel");
  EXPECT_TRUE(SharedText().empty());
  EXPECT_NE(SharedText(), text);
}

}  // namespace
}  // namespace docent

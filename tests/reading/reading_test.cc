#include "bot/reading/reading.h"

#include <gtest/gtest.h>

#include "tests/reading/world.h"

namespace docent {
namespace {

TEST(TokensOf, GivesEachMarkAllItsKinds) {
  const World world;
  const MarkedQuestion marked = world.Mark("longest rivers in Ara");
  const TokenRow row = TokensOf(marked, world.vocabulary, world.knowledge, world.rules);
  std::string text;
  for (const Token& token : row.tokens) text += Encode(token);
  EXPECT_EQ(text,
            "<,superlative,|longest/longest><,type,set,thing,plural,river,|river/rivers><|in/in>"
            "<,name,entity,thing,river,river_name,town,town_name,|ara/ara>");
  EXPECT_EQ(ToString(row.tokens, marked.words), "[longest:superlative] [rivers:type] in [ara:name]");
}

TEST(TokensOf, TakesAComparisonFromItsNumber) {
  const World world;
  const MarkedQuestion marked = world.Mark("rivers longer than 200 and more than 3 towns");
  const TokenRow row = TokensOf(marked, world.vocabulary, world.knowledge, world.rules);
  EXPECT_EQ(ToString(row.tokens, marked.words),
            "[rivers:type] [longer:above] than [200:number] and [more than 3:number] [towns:type]");
}

TEST(ReadQuestion, BuildsTheInnermostPhraseFirst) {
  EXPECT_EQ(World().Read("the capital of the largest country that borders the country with the most rivers"),
            "with the most: country with the most rivers = every country with most every river by ^course; "
            "related: country that borders the country with the most rivers = every country related to (every country "
            "with most "
            "every river by ^course) by neighbour; "
            "extreme: largest country that borders the country with the most rivers = (every country related to (every "
            "country "
            "with most every river by ^course) by neighbour) with highest population; "
            "value: capital of the largest country that borders the country with the most rivers = capital of ((every "
            "country "
            "related to (every country with most every river by ^course) by neighbour) with highest population) -> "
            "what it is: capital of ((every country related to (every country with most every river by ^course) by "
            "neighbour) with highest population)");
}

TEST(ReadQuestion, AppliesAHigherPriorityFirstWhereverItStands) {
  EXPECT_EQ(World().Read("Ara town population of Nord").substr(0, 36), "name of a type: ara town = Ara:town;");
}

TEST(ReadQuestion, LetsTheFactsDecideWhatAnAmbiguousNameMeans) {
  EXPECT_EQ(World().Read("length of Ara"),
            "value: length of ara = length of Ara:river -> what it is: length of Ara:river");
  EXPECT_EQ(World().Read("population of Ara"),
            "value: population of ara = population of Ara:town -> what it is: population of Ara:town");
}

TEST(ReadQuestion, RefusesWhatDoesNotFit) { EXPECT_EQ(World().Read("length of Nord"), " ->"); }

TEST(ReadQuestion, LooksForARelationInBothDirections) {
  EXPECT_EQ(World().Read("countries that flow through Belt"),
            "related: countries that flow through belt = every country related to Belt:river by ^course -> "
            "what it is: every country related to Belt:river by ^course");
}

TEST(ReadQuestion, MeasuresATypeByWhatItsRuleSays) {
  EXPECT_EQ(
      World().Read("what is the biggest town in Nord"),
      "inside: town in nord = every town related to Nord:country by location; "
      "extreme: biggest town in nord = (every town related to Nord:country by location) with highest population -> "
      "what it is: (every town related to Nord:country by location) with highest population");
}

TEST(ReadQuestion, TakesATouchingSlotOnlyWhereNothingStandsBetween) {
  EXPECT_EQ(World().Read("Ara the town"), " ->");
  EXPECT_EQ(World().Read("population of Ara river"), "name of a type: ara river = Ara:river ->");
}

TEST(ReadQuestion, SaysWhatIsLeftOver) {
  EXPECT_EQ(World().Read("how many people live in Nord in winter"),
            " -> figure: population of Nord:country without \"in\", \"winter\"");
}

TEST(ReadQuestion, GivesTheFormsOfTheQuestionAsItWasMarked) {
  const World world;
  const MarkedQuestion marked = world.Mark("how did Nord grow");
  const Reading reading = ReadQuestion(world.rules, world.knowledge, world.vocabulary, marked);
  ASSERT_EQ(reading.forms.size(), 1U);
  EXPECT_EQ(ToString(reading.forms.front(), marked.words), "how: *=[did nord grow]");
}

}  // namespace
}  // namespace docent

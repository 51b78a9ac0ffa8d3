// Facts that say what is not so, and what was never so before.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: pool-rules
title: Rules of the pool

type: place

entity: Mill Pool
type: place
also: the pool

entity: North Bath
type: place

fact: price
of: North Bath
value: 4 euros
denies: unpaid
says: The North Bath costs 4 euros.

fact: dogs
value: only guide dogs
says: Dogs may not come into the pool area, except guide dogs.

fact: towels
value: lent at the desk
says: Towels may not be taken home; they may be used in the sauna.

fact: lockers
value: 40
says: The Mill Pool has 40 lockers and is not open on Mondays.

fact: prams
value: not allowed
says: Prams at the Mill Pool.

fact: slide
value: closed
when: 2022
why: a crack in its steel
says: The slide of the Mill Pool has been closed since 2022 because of a crack in its steel.

fact: visitors
value: 91,000
when: 2021
says: The Mill Pool had 91,000 visitors in 2021, a record.

fact: boats lent
value: canoes; pedalos
also: lend, boats
says: The Mill Pool lends canoes and pedalos, but no yachts.

fact: rides
of: Mill Pool
value: 3 euros
denies: free of charge
says: Rides on the swan boat of the Mill Pool cost 3 euros.

fact: feeding time
value: every day except Friday
also: feed, fed, ducks
says: The ducks of the Mill Pool are fed every day except Friday.
)";

constexpr const char* kMore = R"(
fact: lessons
of: Mill Pool
value: the pool gives lessons to children
denies: no lessons; not interested
also: teach
says: The Mill Pool gives lessons to children.

fact: pastimes
of: Mill Pool
value: chess in the garden; water polo in the basin
also: play
says: People at the Mill Pool play chess in the garden and water polo in the basin.
)";

std::string Said(const std::string& question) {
  static const std::shared_ptr<const Brain> brain = BrainOf(std::string(kFacts) + kMore);
  const std::string text = Asked(brain, question).text;
  return text.substr(0, text.find_first_of(".!"));
}

TEST(Denial, IsWhatASentenceWithANegationMakesOfItsClaim) {
  EXPECT_EQ(Said("May dogs come into the pool area?"), "No");
  EXPECT_EQ(Said("Are prams allowed at the pool?"), "No");
}

TEST(Denial, DoesNotReachWhatIsExcepted) { EXPECT_NE(Said("May guide dogs come into the pool area?"), "No"); }

TEST(Denial, StaysWithinItsClause) {
  EXPECT_EQ(Said("May towels be taken home?"), "No");
  EXPECT_EQ(Said("May towels be used in the sauna?"), "Yes");
  EXPECT_EQ(Said("Does the pool have 40 lockers?"), "Yes");
  EXPECT_EQ(Said("Is the pool open on Mondays?"), "No");
}

TEST(Denial, ReachesTheVerbThatAClauseShares) {
  EXPECT_EQ(Said("Does the pool lend yachts?"), "No");
  EXPECT_EQ(Said("Does the pool lend canoes?"), "Yes");
}

TEST(Denial, IsOfWhatIsLeftOut) {
  EXPECT_EQ(Said("Are the ducks fed on Friday?"), "No");
  EXPECT_EQ(Said("Are the ducks fed every day?"), "Yes");
}

TEST(Denial, IsExplainedByWhatHinders) {
  EXPECT_EQ(Said("Why isn't the slide open?"),
            "The slide of the Mill Pool has been closed since 2022 because of a crack in its steel");
}

TEST(Denial, OfARecordIsThatItWasSoBefore) {
  EXPECT_EQ(Said("Had the pool ever had 91,000 visitors before?"), "No");
  EXPECT_EQ(Said("Did the pool have 91,000 visitors in 2021?"), "Yes");
}

TEST(Denial, OfAPhraseIsOfAllItsWords) {
  EXPECT_EQ(Said("Are rides on the swan boat of the pool free of charge?"), "No");
  EXPECT_EQ(Said("Do the rides on the swan boat of the pool cost 3 euros?"), "Yes");
  EXPECT_NE(Said("Is there a charge for rides on the swan boat of the pool?"), "No");
}

TEST(Denial, IsOfWordsThatNeedNotStandInTheFact) { EXPECT_EQ(Said("Is the North Bath unpaid?"), "No"); }

TEST(Denial, MayBeAVerb) {
  EXPECT_EQ(Said("Does the Mill Pool refuse to give lessons to children?"), "No");
  EXPECT_EQ(Said("Is the Mill Pool barred from giving lessons to children?"), "No");
  EXPECT_TRUE(Said("Why does the Mill Pool refuse to give lessons to children?").starts_with("My facts do not say"));
}

TEST(Denial, IsNotTurnedRoundByTheNegationInWhatIsDenied) {
  EXPECT_EQ(Said("Are there no lessons for children at the Mill Pool?"), "No");
  EXPECT_EQ(Said("Aren't there lessons for children at the Mill Pool?"), "Yes");
}

TEST(Denial, OfThoseThatAreMeantDeniesNothing) {
  EXPECT_TRUE(Said("Does the Mill Pool give lessons to children who are not members?").starts_with("My facts do not"));
}

TEST(Only, IsDeniedByOthersAndByNothingElse) {
  EXPECT_EQ(Said("Does the Mill Pool only lend canoes?"), "No");
  EXPECT_TRUE(Said("Are towels lent only at the desk?").starts_with("My facts do not"));
}

TEST(Values, AreNotTiedTogether) {
  EXPECT_EQ(Said("Do people play chess in the garden at the Mill Pool?"), "Yes");
  EXPECT_EQ(Said("Do people play chess and water polo at the Mill Pool?"), "Yes");
  EXPECT_NE(Said("Do people play chess in the basin at the Mill Pool?"), "Yes");
}

}  // namespace
}  // namespace docent

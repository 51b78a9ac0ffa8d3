// Follow-ups that are only a piece of a question, and those that ask of what was counted or spoken of.

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: mill-leaflet
title: Leaflet of the mill

type: mill

attribute: wall at the base
kind: number
also: thick at the base

attribute: wall at the top
kind: number
also: thick at the top

attribute: workers
kind: count
also: work, staff

attribute: millers
kind: count

attribute: repair budget
kind: money
also: spend, repairs

entity: Reed Mill
type: mill
also: the mill

fact: wall at the base
value: 3 metres
says: The wall of the Reed Mill is 3 metres thick at the base.

fact: wall at the top
value: 1 metre
says: At the top the wall of the Reed Mill is 1 metre thick.

fact: workers
value: 20
from: 6
says: The Reed Mill has 20 workers; it began with 6.

fact: millers
value: 8
says: Eight of the workers of the Reed Mill are millers.

fact: repair budget
value: 60,000 euros
within: three years
says: The Reed Mill will spend 60,000 euros on repairs within three years.

fact: flour
of: Reed Mill
value: 40 tonnes
when: 2021
says: In 2021 the Reed Mill made 40 tonnes of flour.

fact: flour
of: Reed Mill
value: 52 tonnes
when: 2022
says: In 2022 the Reed Mill made 52 tonnes of flour.
)";

std::string Said(const std::shared_ptr<const Brain>& brain, const std::vector<std::string>& turns) {
  Responder responder(brain);
  Conversation conversation;
  Answer answer;
  for (const std::string& turn : turns) answer = responder.Respond({turn, {}, false}, conversation);
  return answer.status == Status::kAnswered ? answer.text : "";
}

std::string Said(const std::vector<std::string>& turns) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  return Said(brain, turns);
}

bool Says(const std::vector<std::string>& turns, const std::string& words) {
  return Said(turns).find(words) != std::string::npos;
}

TEST(Ellipsis, PutsAPieceInThePlaceOfOneLikeIt) {
  EXPECT_TRUE(Says({"How thick is the wall of the mill at the base?", "And at the top?"}, "1 metre"));
  EXPECT_TRUE(
      Says({"How thick is the wall of the mill at the base?", "And at the top?", "And at the base?"}, "3 metres"));
}

TEST(Ellipsis, SaysNothingOfAPieceThatMakesNoQuestion) {
  EXPECT_EQ(Said({"How thick is the wall of the mill at the base?", "And in winter?"}), "");
}

TEST(Ellipsis, AsksOfWhatWasSpokenOf) {
  EXPECT_TRUE(Says({"How much will the Reed Mill spend on repairs?", "Spread over how long?"}, "three years"));
  EXPECT_TRUE(Says({"How much will the Reed Mill spend on repairs?", "How much is that per year?"}, "20,000 euros"));
  EXPECT_TRUE(Says({"How many workers does the Reed Mill have?", "Starting from how few?"}, "began with 6"));
}

TEST(Ellipsis, AsksOfTheYearBesideTheOneSpokenOf) {
  EXPECT_TRUE(Says({"How much flour did the Reed Mill make in 2022?", "And the year before?"}, "40 tonnes"));
  EXPECT_TRUE(Says({"How much flour did the Reed Mill make in 2021?", "And a year later?"}, "52 tonnes"));
  EXPECT_TRUE(
      Says({"How much flour did the Reed Mill make in 2022?", "How much was it the year before?"}, "40 tonnes"));
  EXPECT_EQ(Said({"How much flour did the Reed Mill make in 2022?", "And the year after?"}), "");
}

TEST(Ellipsis, AsksOfWhatWasCounted) {
  EXPECT_TRUE(Says({"How many workers does the Reed Mill have?", "How many of them are millers?"}, "Eight"));
}

TEST(Rest, IsWhatAPartLeaves) {
  EXPECT_TRUE(Says({"How many of the workers of the Reed Mill are not millers?"}, "12"));
  EXPECT_FALSE(Says({"How many of the workers of the Reed Mill are outside the office?"}, "20 workers"));
}

TEST(Values, MayHoldANumberBehindAName) {
  const auto brain = BrainOf(
      "source: log\ntitle: Log\n\nentity: Aurora\n\nfact: cargo\nvalue: the mail; 12 million letters\n"
      "says: The Aurora carried the mail and 12 million letters.\n");
  EXPECT_NE(Asked(brain, "How much money did the Aurora carry?").text, "");
}

constexpr const char* kFirms = R"(source: works-news
title: News of the works

type: company
kind: body
also: firm

attribute: workers
kind: count

entity: Aurora
type: company

entity: Nordwind
type: company

fact: workers
of: Aurora
value: 40
says: Aurora has 40 workers.

fact: ships
of: Aurora
value: 7
says: Aurora has 7 ships.

fact: ships
of: Nordwind
value: 12
says: Nordwind has 12 ships.

fact: founding
of: Nordwind
value: 1950
also: founded
says: Nordwind was founded in 1950.
)";

std::string SaidOfFirms(const std::vector<std::string>& turns) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFirms);
  return Said(brain, turns);
}

TEST(Ellipsis, PutsANameInThePlaceOfANameOnly) {
  EXPECT_EQ(SaidOfFirms({"How many ships has Aurora?", "And Nordwind?"}),
            "12. Nordwind has 12 ships. (News of the works)");
  EXPECT_EQ(SaidOfFirms({"How many workers has Aurora?", "And Nordwind?"}), "");
}

TEST(Ellipsis, ByHowMuchIsTheDifferenceOfWhatWasCompared) {
  const std::string compares = "Which has more ships, Aurora or Nordwind?";
  EXPECT_TRUE(SaidOfFirms({compares, "By how much?"}).starts_with("The difference is 5."));
  EXPECT_TRUE(SaidOfFirms({compares, "What is the difference between them?"}).starts_with("The difference is 5."));
  EXPECT_EQ(SaidOfFirms({"How many ships has Aurora?", "What is the gap?"}), "");
  // That of their ships says nothing of which was founded earlier.
  const auto brain =
      BrainOf(std::string(kFirms) +
              "\nfact: founding\nof: Aurora\nvalue: 1960\nalso: founded\nsays: Aurora was founded in 1960.\n");
  const std::string earlier = "Which was founded earlier, Aurora or Nordwind?";
  EXPECT_TRUE(Said(brain, {earlier}).starts_with("Nordwind"));
  EXPECT_EQ(Said(brain, {earlier, "By how much?"}).find("is 5"), std::string::npos);
}

TEST(PointingBack, MeansTheOneThatWasSpokenOf) {
  EXPECT_EQ(SaidOfFirms({"How many workers has Aurora?", "How many ships has that firm?"}),
            "Aurora has 7 ships. (News of the works)");
  EXPECT_EQ(SaidOfFirms({"How many workers has Aurora?", "When was that firm founded?"}), "");
}

constexpr const char* kShelves = R"(source: stock-list
title: List of the stock

type: shelf

entity: top shelf
type: shelf
also: uppermost shelf

entity: bottom shelf
type: shelf
also: lowest shelf

fact: goods
of: top shelf
value: lamps
also: keep, kept, stand
says: Lamps are kept on the top shelf.

fact: goods
of: bottom shelf
value: stoves
also: keep, kept, stand
says: Stoves are kept on the bottom shelf.
)";

TEST(Ellipsis, AnAdjectiveIsOfTheNounSpokenOfWhereThatIsAName) {
  const auto brain = BrainOf(kShelves);
  EXPECT_TRUE(Said(brain, {"what is kept on the top shelf?", "and the lowest?"}).starts_with("Stoves"));
  EXPECT_TRUE(Said(brain, {"what is kept on the bottom shelf?", "ok and the top?"}).starts_with("Lamps"));
}

}  // namespace
}  // namespace docent

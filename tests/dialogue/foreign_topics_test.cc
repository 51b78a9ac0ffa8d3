// What rules and engine make of topics that no rule was written for: a ferry line (tests/ferries) and an observatory
// (tests/observatory).

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "bot/dialogue/responder.h"

namespace docent {
namespace {

std::shared_ptr<const Brain> LoadTopic(const std::string& topic) {
  const std::filesystem::path tree = DOCENT_TREE;
  Diagnostics diagnostics;
  return Brain::Load({{tree / "tests" / topic / "knowledge"}, {tree / "rules"}}, diagnostics);
}

const std::shared_ptr<const Brain>& Ferries() {
  static const std::shared_ptr<const Brain> brain = LoadTopic("ferries");
  return brain;
}

const std::shared_ptr<const Brain>& Observatory() {
  static const std::shared_ptr<const Brain> brain = LoadTopic("observatory");
  return brain;
}

// "answered: ...": the status and the text of the answer to the last of `turns`.
std::string Ask(const std::shared_ptr<const Brain>& brain, const std::vector<std::string>& turns) {
  Responder responder(brain);
  Conversation conversation;
  Answer answer;
  for (const std::string& turn : turns) answer = responder.Respond({turn, {}, false}, conversation);
  return std::string(StatusName(answer.status)) + ": " + answer.text;
}

#define EXPECT_ANSWER(said, part)                                                       \
  do {                                                                                  \
    const std::string text = (said);                                                    \
    EXPECT_TRUE(text.starts_with("answered: ") && text.find(part) != std::string::npos) \
        << text << "\n  lacks: " << (part);                                             \
  } while (false)

TEST(ForeignTopics, FindsTheExtremeOfASetThatIsNamedAtLength) {
  EXPECT_ANSWER(Ask(Ferries(), {"Which of the ferries is the oldest?"}), "Little Venn");
  EXPECT_ANSWER(Ask(Ferries(), {"Of all the ships, which one is the longest?"}), "Brack Trader");
}

TEST(ForeignTopics, ComparesByTheAttributeThatTheComparativeNames) {
  EXPECT_ANSWER(Ask(Ferries(), {"Which is the faster ship, the Morning Tide or the Silver Petrel?"}), "Silver Petrel");
  EXPECT_ANSWER(Ask(Observatory(), {"Is the Pike older than Ember?"}), "No.");
}

TEST(ForeignTopics, AddsUpWhatTheMembersOfASetHave) {
  EXPECT_ANSWER(Ask(Ferries(), {"How many berths do the harbours on the Isle of Venn have altogether?"}),
                "4. The berths");
}

TEST(ForeignTopics, SaysByHowMuchAFigureChangedThatOneFactStates) {
  EXPECT_ANSWER(Ask(Observatory(), {"How many more visitors came in 2023 than in 2022?"}), "1700");
}

TEST(ForeignTopics, ResolvesADescriptionThatDoesNotEndTheQuestion) {
  EXPECT_ANSWER(Ask(Ferries(), {"Where was the captain of the Ailsa Grey born?"}), "Kestle");
  EXPECT_ANSWER(Ask(Ferries(), {"How fast is the ship that rescued the people of the yacht Capella?"}), "34");
}

TEST(ForeignTopics, TakesAYearForADateAndNoSpan) {
  EXPECT_ANSWER(Ask(Observatory(), {"In which year did the Alder Refractor see first light?"}), "1894");
}

TEST(ForeignTopics, AsksHowThoughAnAttributeIsCalledSo) {
  EXPECT_ANSWER(Ask(Observatory(), {"What does the university plan to build by 2029?", "How much will it cost?"}),
                "12 million");
}

TEST(ForeignTopics, TakesWhatWasSaidBeforeAQuestionForAPartOfIt) {
  EXPECT_ANSWER(Ask(Ferries(), {"Somebody told me the strike lasted nine days. Is that correct?"}), "Yes.");
}

TEST(ForeignTopics, SharesTheRestOfADoubleQuestionAndSaysItsFactOnce) {
  EXPECT_EQ(Ask(Ferries(), {"When and where was the Silver Petrel christened?"}),
            Ask(Ferries(), {"Where was the Silver Petrel christened?"}));
}

TEST(ForeignTopics, NamesWhatOneStandsFor) {
  EXPECT_ANSWER(Ask(Ferries(), {"Which is the longest ship?", "And the shortest one?"}), "Little Venn");
}

TEST(ForeignTopics, AsksBackForAPronounThatNothingExplains) {
  EXPECT_TRUE(Ask(Ferries(), {"What does he earn?"}).starts_with("clarify: "));
}

TEST(ForeignTopics, MendsASlipInAWordOfGrammar) {
  EXPECT_ANSWER(Ask(Ferries(), {"hwo many berths does Hollow Bay have"}), "3");
}

TEST(ForeignTopics, DoesNotTakeLengthForTheLongest) {
  EXPECT_FALSE(Ask(Observatory(), {"What is the longest telescope they ever bought?"}).starts_with("answered: "));
  EXPECT_ANSWER(Ask(Observatory(), {"What is the cheapest telescope they ever bought?"}), "Alder Refractor");
}

}  // namespace
}  // namespace docent

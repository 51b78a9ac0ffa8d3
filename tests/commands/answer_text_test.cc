#include "bot/commands/answer_text.h"

#include <gtest/gtest.h>

namespace docent {
namespace {

AnswerFact FactOf(const std::string& says, int paragraph) {
  return {"a.facts:1", "Ship", "guns", says, "guide", "A guide", paragraph, {}};
}

TEST(ToPlainText, NamesTheSourceOfEachFact) {
  Answer answer;
  answer.text = "Sixty.";
  answer.facts = {FactOf("The ship has 60 guns.", 3), FactOf("Sixty.", 0)};
  EXPECT_EQ(ToPlainText(answer),
            "Sixty.\n"
            "  * The ship has 60 guns. [A guide, paragraph 3]\n"
            "  * [A guide]\n");
}

TEST(ToPlainText, DoesNotSayTwiceWhatTheWordsSay) {
  Answer answer;
  answer.text = "The ship has 60 guns. (A guide, paragraph 3)";
  answer.facts = {FactOf("The ship has 60 guns.", 3)};
  EXPECT_EQ(ToPlainText(answer), "The ship has 60 guns. (A guide, paragraph 3)\n");
}

TEST(ToPlainText, DoesNotNameTwiceASourceThatTheWordsNameForSeveralFacts) {
  Answer answer;
  answer.text = "The ship has 60 guns. She is old. (A guide, paragraphs 3, 4)";
  answer.facts = {FactOf("The ship has 60 guns.", 3), FactOf("She is old.", 4)};
  EXPECT_EQ(ToPlainText(answer), "The ship has 60 guns. She is old. (A guide, paragraphs 3, 4)\n");
}

TEST(ToPlainText, ListsWhatWasMendedAndWhatCanBeAsked) {
  Answer answer;
  answer.text = "Which?";
  answer.corrections = {{"shp", "ship"}};
  answer.choices = {"one", "other"};
  answer.suggestions = {"who built it"};
  EXPECT_EQ(ToPlainText(answer),
            "Which?\n"
            "  (shp was read as ship)\n"
            "  Do you mean:\n    - one\n    - other\n"
            "  You can ask:\n    - who built it\n");
}

TEST(StepsText, AlignsNamesAndLines) {
  Answer answer;
  answer.steps = {{"words", "[ship]"}, {"rule", "a\nb"}};
  EXPECT_EQ(StepsText(answer),
            "words  [ship]\n"
            "rule   a\n"
            "       b\n");
}

}  // namespace
}  // namespace docent

#include "bot/rules/template.h"

#include <gtest/gtest.h>

#include "bot/rules/pattern.h"

namespace docent {
namespace {

const TemplateNode* NoExpansions(std::string_view) { return nullptr; }

// The template of `text` printed, or its error as `offset+length: message`.
std::string Parsed(std::string_view text, const ExpansionLookup& expansions = NoExpansions) {
  const auto parsed = ParseTemplate(text, expansions);
  if (const auto* node = std::get_if<TemplateNode>(&parsed)) return ToString(*node);
  const TemplateError& error = std::get<TemplateError>(parsed);
  return std::to_string(error.offset) + "+" + std::to_string(error.length) + ": " + error.message;
}

TemplateNode Template(std::string_view text) { return std::get<TemplateNode>(ParseTemplate(text, NoExpansions)); }

TEST(ParseTemplate, ReadsAlternativesOptionsAndSlots) {
  EXPECT_EQ(Parsed("what (is|are) [the] {attribute} of {entity|set:thing}"),
            "what (is|are) [the] {attribute} of {entity|set:thing}");
}

TEST(ParseTemplate, TakesABracketThatTouchesAWordForAPartOfIt) {
  EXPECT_EQ(Parsed("the light[s]"), "the (lights|light)");
}

TEST(ParseTemplate, TakesAnOptionalWordWithItsOwnSpace) {
  EXPECT_EQ(Parsed("what's[ the] name"), "what 's [the] name");
}

TEST(ParseTemplate, PermutesPartsBetweenSemicolons) {
  EXPECT_EQ(Parsed("({entity}; in {when})"), "({entity} in {when}|in {when} {entity})");
}

TEST(ParseTemplate, KeepsQuotedWordsAsTheyStand) { EXPECT_EQ(Parsed("which \"one\""), "which \"one\""); }

TEST(ParseTemplate, NamesWildcards) { EXPECT_EQ(Parsed("* {entity} {*:rest}"), "* {entity} {*:rest}"); }

TEST(ParseTemplate, ReadsChineseWithoutSpaces) {
  EXPECT_EQ(Parsed("{entity}有多少[名]员工"), "{entity} 有 多 少 [名] 员 工");
}

TEST(ParseTemplate, PutsExpansionsIn) {
  const TemplateNode much = Template("how much [money]");
  EXPECT_EQ(Parsed("<how much> is it", [&](std::string_view) { return &much; }), "how much [money] is it");
}

TEST(ParseTemplate, PointsAtWhatIsWrong) {
  EXPECT_EQ(Parsed("what (is {entity}"), "5+1: this bracket is never closed");
  EXPECT_EQ(Parsed("what {entity"), "5+1: this slot is never closed");
  EXPECT_EQ(Parsed("what is) it"), "7+1: nothing is open that this could close");
  EXPECT_EQ(Parsed("(a [b)"), "5+1: this closes another kind of bracket");
  EXPECT_EQ(Parsed("(a|b;c)"), "4+1: | and ; in one bracket");
  EXPECT_EQ(Parsed("of <nothing>"), "3+9: no expansion <nothing>");
  EXPECT_EQ(Parsed("{}"), "0+2: a slot needs a kind");
  EXPECT_EQ(Parsed("(a;b;c;d;e)"), "0+1: more than four parts in any order");
}

TEST(ParseTemplate, BoundsWhatOrdersAndExpansionsMultiply) {
  EXPECT_EQ(Parsed("(a;b;c;(a;b;c;(a;b;c;(a;b;c;(a;b;c;d)))))"), "14+1: this makes the template too large");
  const TemplateNode wide = Template("(a;b;c;(a;b;c;(a;b;c)))");
  const ExpansionLookup doubled = [&](std::string_view) { return &wide; };
  EXPECT_EQ(Parsed("<a> <a> <a> <a> <a>", doubled), "8+1: this makes the template too large");
}

TEST(CountVariants, MultipliesAndAdds) { EXPECT_EQ(CountVariants(Template("(a|b|c) [d] {e} (f; g)")), 3u * 2u * 2u); }

TEST(CompileTemplate, TellsWhatMustStandInAQuestion) {
  const TemplatePattern pattern = CompileTemplate(Template("[the] (big|large) {entity} * of {state|city:place}"));
  EXPECT_EQ(pattern.first, (AnyFeature{"word:the", "word:big", "word:larg"}));
  EXPECT_EQ(
      pattern.required,
      (std::vector<AnyFeature>{{"word:big", "word:larg"}, {"kind:entity"}, {"word:of"}, {"kind:state", "kind:city"}}));
}

TEST(CompileTemplate, SaysWhenATemplateNeedsNoWord) { EXPECT_TRUE(CompileTemplate(Template("[the] *")).may_be_empty); }

}  // namespace
}  // namespace docent

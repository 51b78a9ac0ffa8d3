#include "bot/rules/formula.h"

#include <gtest/gtest.h>

namespace docent {
namespace {

// The formula of `text` printed, or its error as `offset+length: message`.
std::string Parsed(std::string_view text) {
  const auto parsed = ParseFormula(text);
  if (const auto* formula = std::get_if<Formula>(&parsed)) return ToString(*formula);
  const TemplateError& error = std::get<TemplateError>(parsed);
  return std::to_string(error.offset) + "+" + std::to_string(error.length) + ": " + error.message;
}

TEST(ParseFormula, ReadsValuesWithQualifiers) {
  EXPECT_EQ(Parsed("{attribute} of {entity} at {when}"), "({attribute} of {entity} at {when})");
  EXPECT_EQ(Parsed("place of {thing}"), "(place of {thing})");
  EXPECT_EQ(Parsed("what has {attribute} {thing}"), "(what has {attribute} {thing})");
}

TEST(ParseFormula, ReadsSets) {
  EXPECT_EQ(Parsed("{set} except ({set} related to {thing} by {relation})"),
            "({set} except ({set} related to {thing} by {relation}))");
  EXPECT_EQ(Parsed("{set} inside {thing} as {type}"), "(({set} inside {thing}) as {type})");
  EXPECT_EQ(Parsed("{a} and {b} or {c}"), "(({a} and {b}) or {c})");
}

TEST(ParseFormula, TellsAComparisonFromItsBound) {
  EXPECT_EQ(Parsed("{set} where {attribute} {comparative} {number}"),
            "({set} where {attribute} {comparative} {number})");
  EXPECT_EQ(Parsed("{set} where {comparative} {number}"), "({set} where {comparative} {number})");
  EXPECT_EQ(Parsed("{set} where {attribute} above 150000"), "({set} where {attribute} above 150000)");
}

TEST(ParseFormula, ReadsExtremes) {
  EXPECT_EQ(Parsed("{set} with {superlative} {figure} rank {ordinal}"),
            "({set} with {superlative} {figure} rank {ordinal})");
  EXPECT_EQ(Parsed("{set} with most {other} by {relation}"), "({set} with most {other} by {relation})");
  EXPECT_EQ(Parsed("{set} with {degree} of {other}"), "({set} with {degree} of {other})");
  EXPECT_EQ(Parsed("{set} with number {number} of {other}"), "({set} with number {number} of {other})");
}

TEST(ParseFormula, ReadsFigures) {
  EXPECT_EQ(Parsed("difference ({a} of {one}) and ({a} of {other})"),
            "(difference ({a} of {one}) and ({a} of {other}))");
  EXPECT_EQ(Parsed("whether (count {set} and {other})"), "(whether ((count {set}) and {other}))");
}

// A slot and a word of the language stand in the same place: "where {size} from {bound}".
TEST(ParseFormula, KeepsItsWordsFromBeingNamesOfSlots) {
  EXPECT_EQ(Parsed("{crew} of {ship} at {from}"), "20+6: \"from\" is a word of find: and no name for a slot");
  EXPECT_EQ(Parsed("{set} with {most} {size}"), "11+6: \"most\" is a word of find: and no name for a slot");
}

TEST(ParseFormula, KeepsTheNameOfASlotWhenPrinted) {
  const std::string printed = Parsed("{crew -2} of {ship}");
  EXPECT_EQ(Parsed(printed), printed);
}

TEST(ParseFormula, PointsAtWhatIsWrong) {
  EXPECT_EQ(Parsed("{a} of"), "6+1: a {slot} or an operation is expected here");
  EXPECT_EQ(Parsed("{a of {b}"), "0+1: this slot is never closed");
  EXPECT_EQ(Parsed("({a}"), "4+1: a closing parenthesis is expected here");
  EXPECT_EQ(Parsed("{a} {b}"), "4+3: nothing is expected here");
  EXPECT_EQ(Parsed("add {a}"), "0+3: no operation \"add\"");
}

}  // namespace
}  // namespace docent

#include "bot/rules/rule_set.h"

#include <gtest/gtest.h>

#include <random>

namespace docent {
namespace {

Knowledge SmallKnowledge() {
  Knowledge knowledge;
  knowledge.types.resize(1);
  knowledge.types[0].name = "state";
  knowledge.attributes.resize(2);
  knowledge.attributes[0].name = "length";
  knowledge.attributes[0].high = {{"en", "longest"}};
  knowledge.attributes[0].low = {{"en", "least lengthy"}};
  knowledge.attributes[1].name = "area";
  return knowledge;
}

struct Loaded {
  RuleSet rules;
  std::string diagnostics;
};

Loaded Load(std::string_view text) {
  Diagnostics diagnostics;
  const std::vector<Block> blocks = ParseBlocks("a.rules", text, diagnostics);
  RuleSet rules = LoadRules(blocks, SmallKnowledge(), diagnostics);
  return {std::move(rules), diagnostics.Render()};
}

// A question of words and marks: `what is the <attribute> of <entity,state>`.
std::vector<Token> Tokens(std::string_view text) {
  std::vector<Token> tokens;
  for (const std::string& part : SplitList(text, " ")) {
    Token token;
    token.span = {tokens.size(), tokens.size() + 1};
    if (part.front() == '<') {
      token.kinds = SplitList(part.substr(1, part.size() - 2), ",");
      token.mention = tokens.size();
    } else {
      token.word = part;
      token.stem = Stem(part);
    }
    tokens.push_back(std::move(token));
  }
  return tokens;
}

std::string Matched(const Loaded& loaded, std::string_view question) {
  const EncodedQuestion encoded = loaded.rules.Encode(Tokens(question));
  std::string text;
  for (const RuleMatch& match : loaded.rules.Match(encoded)) {
    text += (text.empty() ? "" : " / ") + ToString(match, SplitWords(question));
  }
  return text;
}

constexpr const char* kAmount = R"(
expansion: how much
means: (how much [money]|what amount [of money])

rule: amount of an attribute
ask: <how much> (did|has) {entity} {attribute} [in {when}]
ask: [the] {attribute} of {entity} [in {when}]
find: {attribute} of {entity} at {when}
test: how much did Shanghai AI raise in 2018 => 60 billion
never: how much did Shanghai AI raise in 2017

rule: anything of an entity
ask: * {entity} {*:rest}
find: facts
kind: yesno

pass: articles
words: the, a
)";

TEST(RuleSet, PutsTheMoreSpecificRuleFirst) {
  const Loaded loaded = Load(kAmount);
  EXPECT_EQ(loaded.diagnostics, "");
  const EncodedQuestion encoded = loaded.rules.Encode(Tokens("how much did <entity> <attribute>"));
  const std::vector<RuleMatch> matches = loaded.rules.Match(encoded);
  ASSERT_EQ(matches.size(), 2u);
  EXPECT_EQ(matches[0].rule->name, "amount of an attribute");
  EXPECT_EQ(ToString(*matches[0].rule->find), "({attribute} of {entity} at {when})");
  EXPECT_EQ(matches[0].literal_tokens, (std::vector<size_t>{0, 1, 2}));
  EXPECT_EQ(matches[1].rule->kind, Kind::kFlag);
  EXPECT_EQ(matches[1].wildcard_words, 4u);
  EXPECT_FALSE(matches[1].rule->find);
}

std::string WhySecond(const Loaded& loaded, std::string_view question) {
  const EncodedQuestion encoded = loaded.rules.Encode(Tokens(question));
  const std::vector<RuleMatch> matches = loaded.rules.Match(encoded);
  return matches.size() < 2 ? "there is none" : WhyBeaten(matches[1], matches[0]);
}

TEST(RuleSet, SaysWhyTheSecondRuleLost) {
  EXPECT_EQ(WhySecond(Load(kAmount), "how much did <entity> <attribute>"), "it names 0 of the words, the winner 3");
  const std::string one = "rule: one\nask: what {entity}\nfind: {entity}\n\nrule: two\nfind: facts\nask: ";
  EXPECT_EQ(WhySecond(Load(one + "what *\npriority: -1\n"), "what <entity>"), "its priority is -1, the winner's 0");
  EXPECT_EQ(WhySecond(Load(one + "what {*:rest}\n"), "what <entity>"), "it leaves 1 words to *, the winner 0");
  EXPECT_EQ(WhySecond(Load(one + "what {entity:it}\n"), "what <entity>"), "it is as good, and its name comes later");
}

TEST(RuleSet, CatchesMarksAndWildcards) {
  const Loaded loaded = Load(kAmount);
  const std::string question = "has the <name,entity> money now";
  const EncodedQuestion encoded = loaded.rules.Encode(Tokens(question));
  const std::vector<RuleMatch> matches = loaded.rules.Match(encoded);
  ASSERT_EQ(matches.size(), 1u);
  ASSERT_EQ(matches[0].captures.size(), 3u);
  EXPECT_EQ(matches[0].captures[0].span, (WordSpan{0, 1}));
  EXPECT_EQ(matches[0].captures[1].mention, 2u);
  EXPECT_EQ(matches[0].captures[2].span, (WordSpan{3, 5}));
}

TEST(RuleSet, PassesOverWordsWithoutContent) {
  EXPECT_EQ(Matched(Load(kAmount), "a <attribute> of the <entity>"),
            "amount of an attribute: attribute=[attribute] entity=[entity] / anything of an entity: *=[a attribute of] "
            "entity=[entity]");
}

TEST(RuleSet, LetsAPriorityWin) {
  const Loaded loaded = Load(
      "rule: one\nask: what is {entity}\nfind: {entity}\n\nrule: two\nask: what {*:rest}\nfind: facts\npriority: 3\n");
  EXPECT_EQ(Matched(loaded, "what is <entity>"), "two: rest=[is entity] / one: entity=[entity]");
}

TEST(RuleSet, MatchesALiteralWordUnderAMark) {
  Loaded loaded = Load("rule: list\nask: list \"states\" {*:rest}\nfind: facts\n");
  std::vector<Token> tokens = Tokens("list <type> now");
  tokens[1].word = "states";
  tokens[1].stem = "state";
  EXPECT_EQ(loaded.rules.Match(loaded.rules.Encode(tokens)).size(), 1u);
  tokens[1].word = "state";
  EXPECT_EQ(loaded.rules.Match(loaded.rules.Encode(tokens)).size(), 0u);
}

TEST(RuleSet, MatchesPhrasesFromAToken) {
  const Loaded loaded =
      Load("phrase: the largest\nmatch: {superlative} {set}\nmakes: entity\nfind: {set} with {superlative}\n");
  const EncodedQuestion encoded = loaded.rules.Encode(Tokens("what is the <superlative> <set,state>"));
  EXPECT_EQ(loaded.rules.MatchPhrases(encoded, 0).size(), 0u);
  ASSERT_EQ(loaded.rules.MatchPhrases(encoded, 3).size(), 1u);
  EXPECT_EQ(loaded.rules.MatchPhrases(encoded, 3)[0].last_token, 5u);
}

TEST(RuleSet, DerivesComparativesFromSuperlatives) {
  const Loaded loaded = Load("");
  ASSERT_EQ(loaded.rules.marks().size(), 2u);
  EXPECT_EQ(loaded.rules.marks()[0].words, std::vector<std::string>{"longer"});
  EXPECT_EQ(loaded.rules.marks()[1].words, std::vector<std::string>{"less lengthy"});
}

TEST(RuleSet, KnowsAttributesAndTypesThatFindNames) {
  const Loaded loaded = Load("phrase: major\nmatch: major {state}\nfind: {state} where {area} above {number}\n");
  EXPECT_EQ(loaded.diagnostics,
            "a.rules:3:7: error[unknown-slot]: nothing catches {number}\n"
            "   3 | find: {state} where {area} above {number}\n"
            "     |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
            "     = name a slot of the rule, an attribute or a type\n");
}

TEST(LoadRules, ShowsABadTemplateAtItsPlace) {
  EXPECT_EQ(Load("rule: one\nask: what (is {entity}\nfind: facts\n").diagnostics,
            "a.rules:2:11: error[bad-template]: this bracket is never closed\n"
            "   2 | ask: what (is {entity}\n"
            "     |           ^\n"
            "     = close it with )\n");
}

TEST(LoadRules, NamesTheRuleThatIsTooWide) {
  std::string wide = "rule: flood\nask: what";
  for (int i = 0; i < 27; ++i) wide += " (a|b)";
  EXPECT_EQ(
      Load(wide + "\nfind: facts\n").diagnostics.substr(0, 106),
      "a.rules:2:6: error[too-wide]: the template of \"flood\" stands for more than a hundred million sentences\n   ");
}

TEST(LoadRules, RefusesExpansionsInACircle) {
  EXPECT_EQ(Load("expansion: a\nmeans: to <b>\n\nexpansion: b\nmeans: to <a>\n").diagnostics,
            "a.rules:2:8: error[circular]: the expansion <a> holds itself\n"
            "   2 | means: to <b>\n"
            "     |        ^^^^^^\n"
            "     = write out what it stands for\n");
}

TEST(LoadRules, NamesTheNearestKey) {
  EXPECT_EQ(Load("rule: one\nasks: what\nfind: facts\n").diagnostics.substr(0, 61),
            "a.rules:2:1: error[unknown-key]: no key \"asks\" in a rule\n   2");
}

// The index against trying every rule, on questions made of random words.
TEST(RuleSet, FindsThroughItsIndexWhatTryingEveryRuleFinds) {
  std::string text = kAmount;
  const std::vector<std::string> words = {"what",     "is",           "of",          "in", "big",
                                          "<entity>", "<set,entity>", "<attribute>", "the"};
  const std::vector<std::string> parts = {"what",  "is",          "of",  "in", "big",     "{entity}",
                                          "{set}", "{attribute}", "the", "*",  "[is|of]", "(in|big)"};
  std::mt19937 random(7);
  for (int i = 0; i < 200; ++i) {
    text += "\nrule: made " + std::to_string(i) + "\nfind: facts\nask: " + parts[random() % 7];
    for (size_t length = random() % 4; length > 0; --length) text += " " + parts[random() % parts.size()];
    text += "\n";
  }
  const Loaded loaded = Load(text);
  ASSERT_EQ(loaded.diagnostics, "");
  size_t found = 0;
  for (int i = 0; i < 500; ++i) {
    std::string question = words[random() % words.size()];
    for (size_t length = random() % 5; length > 0; --length) question += " " + words[random() % words.size()];
    const EncodedQuestion encoded = loaded.rules.Encode(Tokens(question));
    std::string fast;
    std::string slow;
    for (const RuleMatch& match : loaded.rules.Match(encoded)) fast += match.rule->name + ";";
    for (const RuleMatch& match : loaded.rules.MatchWithoutIndex(encoded)) slow += match.rule->name + ";";
    EXPECT_EQ(fast, slow) << question;
    found += !slow.empty();
  }
  EXPECT_GT(found, 100u);
}

}  // namespace
}  // namespace docent

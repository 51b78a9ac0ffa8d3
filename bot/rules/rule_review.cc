#include "bot/rules/rule_review.h"

#include <re2/re2.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "bot/knowledge/kind_fit.h"
#include "bot/rules/compiled.h"
#include "bot/text/words.h"

namespace docent {
namespace {

constexpr size_t kMostSentences = 256;  // of one template
constexpr char kAnyWord[] = "zzz";      // what stands for a wildcard: a word that no template names

// The `number`th of the sentences that a template stands for, as tokens.
class SentenceMaker {
 public:
  explicit SentenceMaker(size_t number) : number_(number) {}

  void operator()(const TemplateWord& word) { Add(word.text, word.stem, {}); }
  void operator()(const TemplateSlot& slot) { Add({}, {}, {slot.kinds.front()}); }
  void operator()(const TemplateAny&) { Add(kAnyWord, kAnyWord, {}); }
  void operator()(const TemplateSequence& sequence) {
    for (const TemplateNode& part : sequence.parts) std::visit(*this, part.node);
  }
  void operator()(const TemplateChoice& choice) {
    size_t left = number_ % CountVariants({choice});
    number_ /= CountVariants({choice});
    for (const TemplateNode& part : choice.parts) {
      const size_t variants = CountVariants(part);
      if (left < variants) {
        SentenceMaker inner(left);
        std::visit(inner, part.node);
        for (Token& token : inner.tokens_) Add(token.word, token.stem, token.kinds);
        return;
      }
      left -= variants;
    }
  }

  std::vector<Token> Take() { return std::move(tokens_); }

 private:
  void Add(std::string word, std::string stem, std::vector<std::string> kinds) {
    Token token;
    token.span = {tokens_.size(), tokens_.size() + 1};
    token.word = std::move(word);
    token.stem = std::move(stem);
    token.kinds = std::move(kinds);
    if (!token.kinds.empty()) token.mention = tokens_.size();
    tokens_.push_back(std::move(token));
  }

  size_t number_;
  std::vector<Token> tokens_;
};

// Whether both do the same with what they match, so that only the better one is ever seen. Where it finds no answer,
// the question is read by the next form whose kind may tell it too.
bool DoTheSame(const Rule& one, const Rule& other) {
  if (KindThatTellsToo(one.kind) == other.kind) return false;
  if (!one.find || !other.find) return !one.find && !other.find;
  return ToString(*one.find) == ToString(*other.find) && one.makes == other.makes;
}

}  // namespace

class RuleReviewer {
 public:
  RuleReviewer(const RuleSet& rules, Diagnostics& diagnostics) : rules_(rules), diagnostics_(diagnostics) {}

  void Review() {
    ReviewTemplates();
    std::map<const Rule*, std::vector<const RuleSet::Compiled*>> templates;
    for (const auto& compiled : rules_.compiled_) templates[compiled->rule].push_back(compiled.get());
    for (const auto& rule : rules_.rules_) {
      if (!told_.contains(rule.get())) ReviewRule(*rule, templates[rule.get()]);
    }
  }

 private:
  void ReviewTemplates() {
    std::map<std::pair<Rule::Scope, std::string>, const RuleSet::Compiled*> seen;
    for (const auto& compiled : rules_.compiled_) {
      std::string key = compiled->regex->pattern();
      for (const TemplatePattern::Group& group : compiled->captures) key += " " + group.name;
      const auto [first, fresh] = seen.emplace(std::pair{compiled->rule->scope, std::move(key)}, compiled.get());
      if (fresh || !DoTheSame(*first->second->rule, *compiled->rule)) continue;
      const RuleSet::Compiled& other = *first->second;
      told_.insert(compiled->rule);
      if (other.rule == compiled->rule) {
        diagnostics_.Warn(compiled->place, "same-template",
                          "this template says what the one in line " + std::to_string(other.place.line) + " says",
                          "take one of them out");
      } else {
        diagnostics_.Warn(
            compiled->place, "same-template",
            "the rule \"" + other.rule->name + "\" at " + other.place.ToString() + " has the same template",
            "take it out of one of them: only one can win");
      }
    }
  }

  void ReviewRule(const Rule& rule, const std::vector<const RuleSet::Compiled*>& templates) {
    const Rule* winner = nullptr;
    for (const RuleSet::Compiled* compiled : templates) {
      const size_t variants = CountVariants(compiled->node);
      const size_t tried = std::min(variants, kMostSentences);
      for (size_t i = 0; i < tried; ++i) {
        const Rule* first = WinnerOf(rule, *compiled, variants / tried * i);
        if (first == nullptr || first == &rule) return;
        if (winner == nullptr) winner = first;
      }
    }
    if (winner == nullptr) return;
    diagnostics_.Warn(
        rule.place, "beaten-rule",
        "another rule always wins over \"" + rule.name + "\": \"" + winner->name + "\" at " + winner->place.ToString(),
        "take it out, give it a \"priority:\", or add words that the other does not have");
  }

  // The rule that wins a sentence of `compiled`, of those that do what `rule` does; nullptr if `rule` is not among
  // them, so that nothing can be said.
  const Rule* WinnerOf(const Rule& rule, const RuleSet::Compiled& compiled, size_t number) const {
    SentenceMaker maker(number);
    std::visit(maker, compiled.node.node);
    const EncodedQuestion question = rules_.Encode(maker.Take());
    if (question.tokens.empty()) return nullptr;
    const std::vector<RuleMatch> matches =
        rule.scope == Rule::Scope::kQuestion ? rules_.Match(question) : rules_.MatchPhrases(question, 0);
    const auto is_there = [&](const RuleMatch& match) { return match.rule == &rule; };
    if (std::none_of(matches.begin(), matches.end(), is_there)) return nullptr;
    for (const RuleMatch& match : matches) {
      if (match.rule == &rule || DoTheSame(*match.rule, rule)) return match.rule;
    }
    return nullptr;
  }

  const RuleSet& rules_;
  Diagnostics& diagnostics_;
  std::set<const Rule*> told_;
};

namespace {

void ReviewExpansions(const std::vector<Block>& blocks, Diagnostics& diagnostics) {
  std::string used;
  for (const Block& block : blocks) {
    for (const Entry& entry : block.entries) {
      if (&entry != &block.head()) used += entry.value + "\n";
    }
  }
  for (const Block& block : blocks) {
    if (block.head().key != "expansion" || used.find("<" + block.head().value + ">") != std::string::npos) continue;
    diagnostics.Warn(block.head().place, "unused-expansion", "no template uses <" + block.head().value + ">",
                     "take it out, or look whether templates spell it otherwise");
  }
}

bool MeansAny(const Vocabulary& vocabulary, const std::vector<Word>& words, size_t at,
              std::initializer_list<MeaningKind> kinds) {
  for (const Vocabulary::Match& match : vocabulary.MatchesAt(words, at)) {
    for (const Meaning& meaning : match.meanings) {
      if (std::find(kinds.begin(), kinds.end(), meaning.kind) != kinds.end()) return true;
    }
  }
  return false;
}

// A word that stands in any question, whatever it is about.
bool IsEverydayWord(const Vocabulary& vocabulary, const std::string& name) {
  const std::vector<Word> words = SplitWords(name);
  return words.size() == 1 &&
         MeansAny(vocabulary, words, 0,
                  {MeaningKind::kFunction, MeaningKind::kFiller, MeaningKind::kLight, MeaningKind::kKindNoun});
}

// "How many", "more than", "where": words of grammar, and none with a content of its own, as "how big" has.
bool IsOnlyGrammar(const Vocabulary& vocabulary, const std::string& name) {
  const std::vector<Word> words = SplitWords(name);
  bool holds_grammar = false;
  for (size_t i = 0; i < words.size(); ++i) {
    const bool is_grammar = MeansAny(vocabulary, words, i, {MeaningKind::kFunction});
    const bool is_light =
        MeansAny(vocabulary, words, i, {MeaningKind::kLight}) && !MeansAny(vocabulary, words, i, {MeaningKind::kClass});
    if (!is_grammar && !is_light) return false;
    holds_grammar = holds_grammar || is_grammar;
  }
  return holds_grammar;
}

}  // namespace

void ReviewRules(const std::vector<Block>& blocks, const RuleSet& rules, Diagnostics& diagnostics) {
  RuleReviewer(rules, diagnostics).Review();
  ReviewExpansions(blocks, diagnostics);
}

void ReviewNames(const std::vector<Block>& blocks, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  for (const Block& block : blocks) {
    if (block.head().key != "entity") continue;
    for (const Entry& entry : block.entries) {
      if (entry.key != "entity" && entry.key != "also") continue;
      const std::vector<std::string> names =
          entry.key == "also" ? SplitList(entry.value, ",;") : std::vector<std::string>{entry.value};
      for (const std::string& name : names) {
        if (!IsEverydayWord(vocabulary, name)) continue;
        diagnostics.Warn(PlaceOfPart(entry, name), "everyday-name",
                         "\"" + name + "\" is an everyday word, and is a name here in every question",
                         "use a longer name, or put the word under \"also:\" of the facts it asks for");
      }
    }
  }
}

void ReviewAttributeWords(const std::vector<Block>& blocks, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  for (const Block& block : blocks) {
    if (block.head().key != "attribute") continue;
    for (const Entry& entry : block.entries) {
      if (entry.key != "also" || entry.language != "en") continue;
      for (const std::string& name : SplitList(entry.value, ",;")) {
        if (!IsOnlyGrammar(vocabulary, name)) continue;
        diagnostics.Warn(
            PlaceOfPart(entry, name), "grammar-words",
            "\"" + name + "\" is only grammar, and means this attribute in every question that holds it",
            "take it out: the attribute's \"kind:\" says what questions ask for it; \"also:\" is for nouns, "
            "verbs and adjectives");
      }
    }
  }
}

}  // namespace docent

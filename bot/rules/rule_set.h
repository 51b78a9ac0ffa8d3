// bot/rules/rule_set.h
// The ways of asking that rule files teach, compiled. A phrase rule builds a bigger mark out of smaller ones; a
// question rule covers a whole question and says what to look up. Rules are found through an index of what must
// stand in a question for them to match, and ordered so that who wins is predictable: a higher priority, then a longer
// match, then more literal words, then fewer words under wildcards, then fewer slots, then the name.
//
// Immutable once loaded; safe to share between threads.

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "bot/knowledge/block.h"
#include "bot/knowledge/diagnostic.h"
#include "bot/knowledge/fact.h"
#include "bot/knowledge/schema.h"
#include "bot/rules/formula.h"
#include "bot/rules/template.h"
#include "bot/rules/token.h"
#include "bot/rules/vocabulary.h"

namespace docent {

enum class Direction { kHigh, kLow };

// Words for an operation: `mark: largest`. Comparatives and superlatives have a direction; those that only one
// attribute has ("longer") name it, others ("larger") mean what their type is measured by.
struct Mark {
  std::string name;
  std::vector<std::string> words;
  std::optional<Direction> direction;
  bool is_comparative = false;
  bool is_empty = false;         // says nothing of what is asked for: a pronoun, "already"
  bool is_measure = false;       // asks for what a type is measured by: "how big", "size"
  bool needs_attribute = false;  // "highest" says nothing of a type's own measure, "largest" does
  AttributeId attribute = kNone;
};

// What "large", "how big" and "size" mean for a type: `measure: area`, `of: lake`.
struct Measure {
  AttributeId attribute = kNone;
  std::vector<TypeId> of;
  TypeId adds = kNone;  // `adds: state`: a whole has as much as all its parts of this type together
};

struct Rule {
  enum class Scope { kPhrase, kQuestion };
  Scope scope = Scope::kQuestion;
  std::string name;
  std::optional<Formula> find;           // none: `find: facts`, a form of question for matching with facts
  std::map<std::string, Meaning> named;  // attributes and types that `find` names without a slot that catches them
  Kind kind = Kind::kOpen;               // what is asked for, if the rule says so
  std::optional<Role> role;
  std::string act;    // of a form: what is done with the facts; empty: one is looked up
  std::string say;    // answered by this `say:` block, without facts
  std::string makes;  // of a phrase: the kind of its mark; empty: as its query says
  int priority = 0;
  std::vector<ContentTest> tests;
  Place place;
};

// What one slot or wildcard caught.
struct Capture {
  std::string_view slot;   // its name; lives as long as the RuleSet
  WordSpan span;           // in words of the question
  size_t first_token = 0;  // half-open, in tokens
  size_t last_token = 0;
  size_t mention = kNoIndex;  // of the one token that a slot caught; none for wildcards and what phrases built
};

struct RuleMatch {
  const Rule* rule = nullptr;
  size_t first_token = 0;  // half-open
  size_t last_token = 0;
  std::vector<Capture> captures;       // in the order of the template; without those that caught nothing
  std::vector<size_t> literal_tokens;  // matched by the template's own words
  size_t wildcard_words = 0;           // words that wildcards caught and that are not passed over
  size_t slots = 0;
};

// One line: `population of a place: attribute=[how many people] entity=[norland]`.
std::string ToString(const RuleMatch& match, const std::vector<Word>& words);

// Why `loser` comes after `winner`, of two that match from the same token on: "its priority is 0, the winner's 3".
std::string WhyBeaten(const RuleMatch& loser, const RuleMatch& winner);

class RuleSet {
 public:
  RuleSet();
  ~RuleSet();
  RuleSet(RuleSet&&) noexcept;
  RuleSet& operator=(RuleSet&&) noexcept;

  // Adds the words of all marks, and the comparatives of all attributes' superlatives, to `vocabulary`, as
  // MeaningKind::kMark with the index of the mark.
  void AddMarks(Vocabulary& vocabulary) const;

  // Tokens with their encoding; sets passed_over of those whose word is passed over everywhere ("the").
  EncodedQuestion Encode(std::vector<Token> tokens) const;

  // The question rules that match the whole of `question`, best first.
  std::vector<RuleMatch> Match(const EncodedQuestion& question) const;

  // The phrase rules that match from `first_token` on, best first.
  std::vector<RuleMatch> MatchPhrases(const EncodedQuestion& question, size_t first_token) const;

  // Whether some template has a slot of this kind.
  bool HasSlot(const std::string& kind) const;

  // As Match, by trying every rule: what tests hold Match against.
  std::vector<RuleMatch> MatchWithoutIndex(const EncodedQuestion& question) const;

  const std::vector<Mark>& marks() const { return marks_; }
  const std::vector<Measure>& measures() const { return measures_; }
  const Schema& schema() const { return schema_; }
  const std::vector<std::unique_ptr<Rule>>& rules() const { return rules_; }

 private:
  friend class RuleLoader;
  friend class RuleReviewer;
  struct Compiled;  // one template of one rule
  using FeatureId = uint32_t;

  std::optional<RuleMatch> Try(const Compiled& compiled, const EncodedQuestion& question, size_t first_token) const;
  std::vector<const Compiled*> Candidates(const EncodedQuestion& question, Rule::Scope scope) const;
  void Index(Compiled& compiled, Rule::Scope scope);

  std::vector<std::unique_ptr<Rule>> rules_;
  std::vector<std::unique_ptr<Compiled>> compiled_;
  std::vector<Mark> marks_;
  std::vector<Measure> measures_;
  Schema schema_;
  std::unordered_set<std::string> passed_over_;
  std::unordered_map<std::string, FeatureId> features_;
  std::vector<std::vector<const Compiled*>> phrases_by_feature_;    // by FeatureId
  std::vector<std::vector<const Compiled*>> questions_by_feature_;  // by FeatureId
  std::vector<const Compiled*> unindexed_phrases_;
  std::vector<const Compiled*> unindexed_questions_;
};

// Whether LoadRules reads it.
bool IsRuleBlock(const Block& block);

// Reads the rule blocks among `blocks`; `knowledge` tells which attributes and types there are.
RuleSet LoadRules(const std::vector<Block>& blocks, const Knowledge& knowledge, Diagnostics& diagnostics);
// The same with the schema of `knowledge`, which takes a look at every fact.
RuleSet LoadRules(const std::vector<Block>& blocks, const Knowledge& knowledge, Schema schema,
                  Diagnostics& diagnostics);

}  // namespace docent

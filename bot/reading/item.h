// bot/reading/item.h
// What a token of a marked question stands for: everything its mention may mean, until a rule's slot decides.
//
// Values; queries are shared and immutable.

#pragma once

#include <vector>

#include "bot/knowledge/fact.h"
#include "bot/knowledge/schema.h"
#include "bot/reading/mention.h"
#include "bot/reading/query.h"
#include "bot/rules/rule_set.h"
#include "bot/rules/token.h"
#include "bot/rules/vocabulary.h"

namespace docent {

// "largest", "longer": a direction, along an attribute of its own or along what a type is measured by.
struct Degree {
  Direction direction = Direction::kHigh;
  AttributeId attribute = kNone;
  bool needs_attribute = false;
};

struct Item {
  QueryPtr named;     // the entities of this name
  QueryPtr members;   // all entities of this type
  QueryPtr quantity;  // a number, a date, ... said in the question
  QueryPtr built;     // by a phrase rule
  std::vector<AttributeId> attributes;
  std::vector<AttributeId> reverse;  // asked from their values
  std::vector<Degree> superlatives;
  std::vector<Degree> comparatives;
  bool is_measure = false;  // "size", "how big"
};

// A question as tokens with what each stands for.
struct TokenRow {
  std::vector<Token> tokens;
  std::vector<Item> items;  // of each token
};

// The tokens of `question`: mentions that queries can be made of, each with all its kinds, and the words between them.
// Marks anew with `vocabulary`, because a phrase that only facts know hides words that rules name.
TokenRow TokensOf(const MarkedQuestion& question, const Vocabulary& vocabulary, const Knowledge& knowledge,
                  const RuleSet& rules);

// The same for the forms of questions: a phrase by which an attribute is called ("how fast", "make up") stays the words
// that it is, since a form names words and no attributes.
TokenRow FormTokensOf(const MarkedQuestion& question, const Vocabulary& vocabulary, const Knowledge& knowledge,
                      const RuleSet& rules);

// The kinds of a token that stands for the result of `query`; `makes` is what its rule calls it, or empty. The value of
// an attribute is also of the kind `<attribute>_value`.
std::vector<std::string> KindsOfResult(const Query& query, const std::string& makes, const Knowledge& knowledge);

}  // namespace docent

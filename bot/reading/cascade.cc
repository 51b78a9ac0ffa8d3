#include "bot/reading/cascade.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "bot/reading/compose.h"

namespace docent {
namespace {

constexpr size_t kMostSteps = 24;

Token TokenOf(const RuleMatch& match, const Item& item, const TokenRow& row, const Knowledge& knowledge) {
  Token token;
  token.span = {row.tokens[match.first_token].span.begin, row.tokens[match.last_token - 1].span.end};
  if (item.built != nullptr) token.kinds = KindsOfResult(*item.built, match.rule->makes, knowledge);
  if (item.built == nullptr) {
    // The phrase is just one of its slots: what that was, and what the rule calls it.
    for (const Capture& capture : match.captures) {
      const Token& caught = row.tokens[capture.first_token];
      if (capture.slot == match.rule->find->slots.front()) token.kinds = caught.kinds;
    }
    if (!match.rule->makes.empty() &&
        std::find(token.kinds.begin(), token.kinds.end(), match.rule->makes) == token.kinds.end()) {
      token.kinds.insert(token.kinds.begin(), match.rule->makes);
    }
  }
  return token;
}

// A step must lead on: fewer tokens, or one that is something else than before.
bool LeadsOn(const RuleMatch& match, const Token& token, const TokenRow& row) {
  return match.last_token - match.first_token > 1 || token.kinds != row.tokens[match.first_token].kinds;
}

void Replace(const RuleMatch& match, Token token, Item item, TokenRow& row) {
  const auto first = static_cast<long>(match.first_token);
  const auto last = static_cast<long>(match.last_token);
  row.tokens.erase(row.tokens.begin() + first + 1, row.tokens.begin() + last);
  row.items.erase(row.items.begin() + first + 1, row.items.begin() + last);
  row.tokens[match.first_token] = std::move(token);
  row.items[match.first_token] = std::move(item);
}

// The matches of each token that a phrase begins with, read once for a row.
class MatchTable {
 public:
  MatchTable(const TokenRow& row, const RuleSet& rules)
      : encoded_(rules.Encode(row.tokens)), matches_(row.tokens.size()) {
    for (size_t first = 0; first < matches_.size(); ++first) {
      matches_[first] = rules.MatchPhrases(encoded_, first);
      for (const RuleMatch& match : matches_[first]) priorities_.insert(match.rule->priority);
    }
  }

  // A higher priority first, then what begins further to the right, then as the rule set orders them.
  std::vector<const RuleMatch*> InOrder() const {
    std::vector<const RuleMatch*> ordered;
    for (const int priority : priorities_) {
      for (size_t first = matches_.size(); first-- > 0;) {
        for (const RuleMatch& match : matches_[first]) {
          if (match.rule->priority == priority) ordered.push_back(&match);
        }
      }
    }
    return ordered;
  }

 private:
  EncodedQuestion encoded_;
  std::vector<std::vector<RuleMatch>> matches_;
  std::set<int, std::greater<>> priorities_;
};

bool ApplyOne(Cascade& cascade, const Knowledge& knowledge, const RuleSet& rules) {
  const MatchTable table(cascade.row, rules);
  for (const RuleMatch* match : table.InOrder()) {
    std::optional<Item> item = ComposeMatch(*match, cascade.row, knowledge, rules);
    if (!item) continue;
    Token token = TokenOf(*match, *item, cascade.row, knowledge);
    if (!LeadsOn(*match, token, cascade.row)) continue;
    cascade.steps.push_back({match->rule, token.span, item->built, cascade.row});
    Replace(*match, std::move(token), *std::move(item), cascade.row);
    return true;
  }
  return false;
}

}  // namespace

std::optional<Item> ComposeMatch(const RuleMatch& match, const TokenRow& row, const Knowledge& knowledge,
                                 const RuleSet& rules) {
  Bindings bindings;
  for (const Capture& capture : match.captures) {
    if (capture.last_token - capture.first_token == 1) bindings[capture.slot] = &row.items[capture.first_token];
  }
  return Compose(*match.rule, bindings, knowledge, rules);
}

Cascade ApplyPhrases(TokenRow row, const Knowledge& knowledge, const RuleSet& rules) {
  Cascade cascade;
  cascade.row = std::move(row);
  while (cascade.steps.size() < kMostSteps && ApplyOne(cascade, knowledge, rules)) {
  }
  return cascade;
}

std::string ToString(const CascadeStep& step, const std::vector<Word>& words, const Knowledge& knowledge) {
  std::string text = step.rule->name + ":";
  for (size_t i = step.span.begin; i < step.span.end; ++i) text += " " + words[i].text;
  return step.query == nullptr ? text : text + " = " + ToString(*step.query, knowledge);
}

}  // namespace docent

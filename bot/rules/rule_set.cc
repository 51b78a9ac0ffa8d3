#include "bot/rules/rule_set.h"

#include <re2/re2.h>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "bot/rules/compiled.h"
#include "bot/text/words.h"

namespace docent {
namespace {

bool Intersects(const std::vector<uint32_t>& one, const std::vector<uint32_t>& other) {
  for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
    if (*a == *b) return true;
    *a < *b ? ++a : ++b;
  }
  return false;
}

size_t TokenAt(const EncodedQuestion& question, size_t offset) {
  return static_cast<size_t>(std::lower_bound(question.offsets.begin(), question.offsets.end(), offset) -
                             question.offsets.begin());
}

WordSpan SpanOf(const EncodedQuestion& question, size_t first, size_t last) {
  if (first == last) return {0, 0};
  return {question.tokens[first].span.begin, question.tokens[last - 1].span.end};
}

bool Better(const RuleMatch& one, const RuleMatch& other) {
  const auto rank = [](const RuleMatch& match) {
    return std::make_tuple(-match.rule->priority, -static_cast<long>(match.last_token),
                           -static_cast<long>(match.literal_tokens.size()), match.wildcard_words, match.slots);
  };
  const auto ranks = std::make_pair(rank(one), rank(other));
  return ranks.first != ranks.second ? ranks.first < ranks.second : one.rule->name < other.rule->name;
}

// One match of each rule, the best, best rule first.
std::vector<RuleMatch> Ordered(std::vector<RuleMatch> matches) {
  std::stable_sort(matches.begin(), matches.end(), Better);
  std::vector<RuleMatch> ordered;
  for (RuleMatch& match : matches) {
    const bool known = std::any_of(ordered.begin(), ordered.end(), [&](const RuleMatch& other) {
      return other.rule == match.rule && other.last_token == match.last_token;
    });
    if (!known) ordered.push_back(std::move(match));
  }
  return ordered;
}

}  // namespace

RuleSet::RuleSet() = default;
RuleSet::~RuleSet() = default;
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;

void RuleSet::AddMarks(Vocabulary& vocabulary) const {
  for (uint32_t id = 0; id < marks_.size(); ++id) {
    for (const std::string& text : marks_[id].words) {
      const std::vector<Word> words = SplitWords(text);
      if (words.empty()) continue;
      vocabulary.Add(words, {MeaningKind::kMark, id}, marks_[id].is_empty);
      if (marks_[id].is_empty) vocabulary.Add(words, {MeaningKind::kFunction, 0}, true);
    }
  }
}

bool RuleSet::HasSlot(const std::string& kind) const { return features_.contains(KindFeature(kind)); }

EncodedQuestion RuleSet::Encode(std::vector<Token> tokens) const {
  EncodedQuestion question;
  std::vector<FeatureId> all;
  const auto add = [&](std::vector<FeatureId>& features, const Feature& feature) {
    const auto found = features_.find(feature);
    if (found != features_.end()) features.push_back(found->second);
  };
  for (Token& token : tokens) {
    if (token.kinds.empty() && passed_over_.contains(token.word)) token.passed_over = true;
    question.offsets.push_back(question.text.size());
    question.text += docent::Encode(token);
    std::vector<FeatureId>& features = question.features.emplace_back();
    if (!token.stem.empty()) {
      add(features, WordFeature(token.stem));
      add(features, FormFeature(token.word));
    }
    if (!token.passed_over) {
      for (const std::string& kind : token.kinds) add(features, KindFeature(kind));
    }
    std::sort(features.begin(), features.end());
    all.insert(all.end(), features.begin(), features.end());
  }
  question.offsets.push_back(question.text.size());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  question.all_features = std::move(all);
  question.tokens = std::move(tokens);
  return question;
}

std::vector<const RuleSet::Compiled*> RuleSet::Candidates(const EncodedQuestion& question, Rule::Scope scope) const {
  const bool phrases = scope == Rule::Scope::kPhrase;
  const auto& postings = phrases ? phrases_by_feature_ : questions_by_feature_;
  std::vector<const Compiled*> candidates = phrases ? unindexed_phrases_ : unindexed_questions_;
  for (const FeatureId feature : question.all_features) {
    for (const Compiled* compiled : postings[feature]) {
      const bool possible = std::all_of(compiled->required.begin(), compiled->required.end(),
                                        [&](const auto& any) { return Intersects(any, question.all_features); });
      if (possible) candidates.push_back(compiled);
    }
  }
  std::sort(candidates.begin(), candidates.end(),
            [](const Compiled* one, const Compiled* other) { return one->number < other->number; });
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  return candidates;
}

std::optional<RuleMatch> RuleSet::Try(const Compiled& compiled, const EncodedQuestion& question,
                                      size_t first_token) const {
  const bool whole = compiled.rule->scope == Rule::Scope::kQuestion;
  std::vector<re2::StringPiece> groups(compiled.captures.size() + 1);
  const bool matches = compiled.regex->Match(question.text, question.offsets[first_token], question.text.size(),
                                             whole ? RE2::ANCHOR_BOTH : RE2::ANCHOR_START, groups.data(),
                                             static_cast<int>(groups.size()));
  if (!matches || groups[0].empty()) return std::nullopt;
  RuleMatch match;
  match.rule = compiled.rule;
  match.first_token = first_token;
  match.last_token = TokenAt(question, static_cast<size_t>(groups[0].data() - question.text.data()) + groups[0].size());
  std::vector<bool> caught(question.tokens.size());
  for (size_t i = 0; i < compiled.captures.size(); ++i) {
    const re2::StringPiece& group = groups[i + 1];
    if (group.data() == nullptr || group.empty()) continue;
    const size_t begin = static_cast<size_t>(group.data() - question.text.data());
    Capture capture;
    capture.slot = compiled.captures[i].name;
    capture.first_token = TokenAt(question, begin);
    capture.last_token = TokenAt(question, begin + group.size());
    capture.span = SpanOf(question, capture.first_token, capture.last_token);
    for (size_t token = capture.first_token; token < capture.last_token; ++token) {
      caught[token] = true;
      if (compiled.captures[i].is_wildcard && !question.tokens[token].passed_over)
        match.wildcard_words += question.tokens[token].span.size();
    }
    if (!compiled.captures[i].is_wildcard) {
      capture.mention = question.tokens[capture.first_token].mention;
      ++match.slots;
    }
    match.captures.push_back(capture);
  }
  for (size_t token = match.first_token; token < match.last_token; ++token) {
    if (!caught[token] && !question.tokens[token].passed_over) match.literal_tokens.push_back(token);
  }
  return match;
}

std::vector<RuleMatch> RuleSet::Match(const EncodedQuestion& question) const {
  std::vector<RuleMatch> matches;
  for (const Compiled* compiled : Candidates(question, Rule::Scope::kQuestion)) {
    if (std::optional<RuleMatch> match = Try(*compiled, question, 0)) matches.push_back(*std::move(match));
  }
  return Ordered(std::move(matches));
}

std::vector<RuleMatch> RuleSet::MatchWithoutIndex(const EncodedQuestion& question) const {
  std::vector<RuleMatch> matches;
  for (const auto& compiled : compiled_) {
    if (compiled->rule->scope != Rule::Scope::kQuestion) continue;
    if (std::optional<RuleMatch> match = Try(*compiled, question, 0)) matches.push_back(*std::move(match));
  }
  return Ordered(std::move(matches));
}

std::vector<RuleMatch> RuleSet::MatchPhrases(const EncodedQuestion& question, size_t first_token) const {
  std::vector<RuleMatch> matches;
  const std::vector<FeatureId>& here = question.features[first_token];
  const auto try_all = [&](const std::vector<const Compiled*>& candidates) {
    for (const Compiled* compiled : candidates) {
      const bool possible = std::all_of(compiled->required.begin(), compiled->required.end(),
                                        [&](const auto& any) { return Intersects(any, question.all_features); });
      if (!possible) continue;
      if (std::optional<RuleMatch> match = Try(*compiled, question, first_token)) matches.push_back(*std::move(match));
    }
  };
  for (const FeatureId feature : here) try_all(phrases_by_feature_[feature]);
  try_all(unindexed_phrases_);
  return Ordered(std::move(matches));
}

void RuleSet::Index(Compiled& compiled, Rule::Scope scope) {
  auto& postings = scope == Rule::Scope::kPhrase ? phrases_by_feature_ : questions_by_feature_;
  const std::vector<FeatureId>* key = compiled.first.empty() ? nullptr : &compiled.first;
  if (scope == Rule::Scope::kQuestion) {
    // Any requirement will do for a whole question: the one that leads to the fewest rules so far, so that ten thousand
    // rules that begin with "what is" are found by the words that tell them apart.
    const auto load = [&](const std::vector<FeatureId>& any) {
      size_t rules = any.size();
      for (const FeatureId feature : any) rules += postings[feature].size();
      return rules;
    };
    for (const std::vector<FeatureId>& any : compiled.required) {
      if (key == nullptr || load(any) < load(*key)) key = &any;
    }
  }
  auto& unindexed = scope == Rule::Scope::kPhrase ? unindexed_phrases_ : unindexed_questions_;
  if (key == nullptr) {
    unindexed.push_back(&compiled);
    return;
  }
  for (const FeatureId feature : *key) postings[feature].push_back(&compiled);
}

std::string WhyBeaten(const RuleMatch& loser, const RuleMatch& winner) {
  if (loser.rule->priority != winner.rule->priority)
    return "its priority is " + std::to_string(loser.rule->priority) + ", the winner's " +
           std::to_string(winner.rule->priority);
  const auto against = [](const std::string& verb, size_t mine, const std::string& what, size_t other) {
    return "it " + verb + " " + std::to_string(mine) + " " + what + ", the winner " + std::to_string(other);
  };
  if (loser.last_token != winner.last_token)
    return against("covers", loser.last_token - loser.first_token, "words and marks",
                   winner.last_token - winner.first_token);
  if (loser.literal_tokens.size() != winner.literal_tokens.size())
    return against("names", loser.literal_tokens.size(), "of the words", winner.literal_tokens.size());
  if (loser.wildcard_words != winner.wildcard_words)
    return against("leaves", loser.wildcard_words, "words to *", winner.wildcard_words);
  if (loser.slots != winner.slots) return against("has", loser.slots, "slots", winner.slots);
  return "it is as good, and its name comes later";
}

std::string ToString(const RuleMatch& match, const std::vector<Word>& words) {
  std::string text = match.rule->name + ":";
  for (const Capture& capture : match.captures) {
    text += " " + std::string(capture.slot) + "=[";
    for (size_t i = capture.span.begin; i < capture.span.end; ++i) {
      text += (i == capture.span.begin ? "" : " ") + words[i].text;
    }
    text += "]";
  }
  return text;
}

}  // namespace docent

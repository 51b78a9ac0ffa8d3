#include "bot/answering/value_ties.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "bot/reading/mention.h"
#include "bot/reading/term.h"

namespace docent {
namespace {

constexpr float kCovered = 0.5F;

bool Holds(const std::vector<TermKey>& terms, TermKey key) {
  return std::find(terms.begin(), terms.end(), key) != terms.end();
}

bool HoldsUnit(const std::vector<TermKey>& terms, const Unit& unit) {
  return std::any_of(unit.terms.begin(), unit.terms.end(),
                     [&](const UnitTerm& term) { return Holds(terms, term.key); });
}

std::vector<TermKey> TermsOf(const MarkedQuestion& text) {
  std::vector<TermKey> terms;
  for (const Mention& mention : text.mentions) {
    const std::vector<TermKey> own = TermsOfMention(text, mention);
    terms.insert(terms.end(), own.begin(), own.end());
  }
  AppendWordTerms(text.words, {0, text.words.size()}, terms);
  return terms;
}

// The words of the value, of all names of the thing that it is ("the bottom layer"), and the types that it is of.
std::vector<TermKey> TermsOfValue(const Brain& brain, const Value& value) {
  std::vector<TermKey> terms = TermsOf(MarkText(brain.vocabulary(), value.text));
  if (value.entity == kNone) return terms;
  terms.push_back(KeyOf(TermSort::kEntity, value.entity));
  for (TypeId type = 0; type < brain.knowledge().types.size(); ++type) {
    if (brain.knowledge().IsA(value.entity, type)) terms.push_back(KeyOf(TermSort::kType, type));
  }
  for (const Phrase& name : brain.knowledge().entities[value.entity].also) {
    const std::vector<Word> words = SplitWords(name.text);
    AppendWordTerms(words, {0, words.size()}, terms);
  }
  return terms;
}

// The values of one slot, and where the fact's sentence speaks of each of them.
class Values {
 public:
  Values(const Brain& brain, const Few<Value>& values, const MarkedQuestion& sentence, uint32_t place)
      : sentence_(sentence), place_(place) {
    for (const Value& value : values) terms_.push_back(TermsOfValue(brain, value));
    FindClauses();
  }

  // Which of the values the unit, which the fact holds at `places`, is said of; empty if of none, or of all of them.
  std::vector<bool> SaidOf(const Unit& unit, uint32_t places) const {
    std::vector<bool> of(terms_.size());
    if ((places & place_) != 0) {
      std::transform(terms_.begin(), terms_.end(), of.begin(),
                     [&](const std::vector<TermKey>& terms) { return HoldsUnit(terms, unit); });
    } else if ((places & ~kInFurtherWords) == kInSentence) {
      const std::optional<size_t> value = ClauseOf(unit);
      if (value) of[*value] = true;
    }
    const auto said = std::count(of.begin(), of.end(), true);
    if (said == 0 || said == static_cast<std::ptrdiff_t>(of.size())) return {};
    return of;
  }

 private:
  // A value's clause begins with the first word that only this value has, and ends where another's begins.
  void FindClauses() {
    for (size_t value = 0; value < terms_.size(); ++value) {
      const std::optional<size_t> begin = FirstOwnWord(value);
      if (!begin) {
        clauses_.clear();
        return;
      }
      clauses_.emplace_back(*begin, value);
    }
    std::sort(clauses_.begin(), clauses_.end());
  }

  // By its words, or by what they mean: a value may be written in another language than the sentence.
  std::optional<size_t> FirstOwnWord(size_t value) const {
    const auto is_own = [&](TermKey term) {
      return Holds(terms_[value], term) &&
             std::count_if(terms_.begin(), terms_.end(), [&](const auto& terms) { return Holds(terms, term); }) == 1;
    };
    for (size_t word = 0; word < sentence_.words.size(); ++word) {
      std::vector<TermKey> stems;
      AppendWordTerms(sentence_.words, {word, word + 1}, stems);
      if (std::any_of(stems.begin(), stems.end(), is_own)) return word;
    }
    for (const Mention& mention : sentence_.mentions) {
      const std::vector<TermKey> terms = TermsOfMention(sentence_, mention);
      if (std::any_of(terms.begin(), terms.end(), is_own)) return mention.span.begin;
    }
    return std::nullopt;
  }

  std::optional<size_t> ClauseOf(const Unit& unit) const {
    for (const Mention& mention : sentence_.mentions) {
      if (HoldsUnit(TermsOfMention(sentence_, mention), unit)) return ClauseAt(mention.span.begin);
    }
    for (size_t word = 0; word < sentence_.words.size(); ++word) {
      std::vector<TermKey> stems;
      AppendWordTerms(sentence_.words, {word, word + 1}, stems);
      if (HoldsUnit(stems, unit)) return ClauseAt(word);
    }
    return std::nullopt;
  }

  std::optional<size_t> ClauseAt(size_t word) const {
    std::optional<size_t> clause;
    for (const auto& [begin, value] : clauses_) {
      if (begin <= word) clause = value;
    }
    return clause;
  }

  const MarkedQuestion& sentence_;
  uint32_t place_;
  std::vector<std::vector<TermKey>> terms_;         // of each value
  std::vector<std::pair<size_t, size_t>> clauses_;  // the word at which one begins, and the value; none if one has none
};

}  // namespace

bool TiesValuesTogether(const Brain& brain, const std::vector<Unit>& units, const FrameMatch& match,
                        std::string_view language) {
  const Fact& fact = brain.knowledge().facts[match.fact];
  const MarkedQuestion sentence = MarkText(brain.vocabulary(), fact.Says(language));
  for (size_t s = 0; s < fact.slots.size() && s < kMaxSlots; ++s) {
    if (fact.slots[s].values.size() < 2) continue;
    const Values values(brain, fact.slots[s].values, sentence, uint32_t{1} << s);
    const Unit* last = nullptr;  // that is said of some of the values
    std::vector<bool> of_last;
    for (size_t i = 0; i < units.size(); ++i) {
      const bool is_of_all = (match.places[i] & (kInPredicate | uint32_t{1})) != 0;
      if (match.covers[i] < kCovered || is_of_all) continue;
      std::vector<bool> of = values.SaidOf(units[i], match.places[i]);
      if (of.empty()) continue;
      std::vector<bool> of_both = of;
      for (size_t v = 0; last != nullptr && v < of.size(); ++v) of_both[v] = of[v] && of_last[v];
      const bool is_shared = std::find(of_both.begin(), of_both.end(), true) != of_both.end();
      // "Chess and cards"; and of two things with names each may be meant: "did the mill sign with the inn".
      const bool are_listed =
          last == nullptr || units[i].span.begin <= last->span.end + 1 || (units[i].is_name && last->is_name);
      if (!is_shared && !are_listed) return true;
      // "Ada of the AI team": a name that all of these share tells nothing apart, and what stands next to it is not
      // next to hers.
      if (last != nullptr && units[i].is_name && of_both == of_last) continue;
      last = &units[i];
      of_last = is_shared ? std::move(of_both) : std::move(of);
    }
  }
  return false;
}

}  // namespace docent

#include "bot/answering/echo.h"

#include <algorithm>
#include <functional>

#include "bot/answering/slot_fit.h"
#include "bot/reading/marks.h"
#include "bot/reading/mention.h"
#include "bot/reading/term.h"

namespace docent {
namespace {

bool IsAsked(const std::vector<TermKey>& terms, const std::vector<Unit>& units, const Asked& asked) {
  return std::any_of(terms.begin(), terms.end(), [&](TermKey key) {
    if (SortOf(key) == TermSort::kAttribute) return false;  // a value may be what its attribute is known by
    if (std::find(asked.words.begin(), asked.words.end(), key) != asked.words.end()) return true;
    return std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
      const bool in_parts = std::find(unit.parts.begin(), unit.parts.end(), key) != unit.parts.end();
      return in_parts || std::any_of(unit.terms.begin(), unit.terms.end(),
                                     [&](const UnitTerm& term) { return term.key == key && term.quality >= 0.9F; });
    });
  });
}

// Of a name, only what it names: that a city is a city does not make it the one that was asked for.
std::vector<TermKey> TermsOf(const MarkedQuestion& marked, const Mention& mention) {
  std::vector<TermKey> terms = TermsOfMention(marked, mention);
  const auto is_name = [](TermKey key) { return SortOf(key) == TermSort::kEntity; };
  if (std::any_of(terms.begin(), terms.end(), is_name)) std::erase_if(terms, std::not_fn(is_name));
  return terms;
}

// Whether a word of the text tells something that the question has not said.
bool Tells(const Brain& brain, std::string_view text, const std::vector<Unit>& units, const Asked& asked) {
  const MarkedQuestion marked = MarkText(brain.vocabulary(), text);
  size_t position = 0;
  const auto tells_word = [&](size_t end) {
    for (; position < end; ++position) {
      std::vector<TermKey> terms;
      AppendWordTerms(marked.words, {position, position + 1}, terms);
      if (!IsAsked(terms, units, asked)) return true;
    }
    return false;
  };
  for (const Mention& mention : marked.mentions) {
    if (tells_word(mention.span.begin)) return true;
    position = mention.span.end;
    if (IsGrammar(mention) || IsMarked(mention, "vague", brain.rules())) continue;
    if (!IsAsked(TermsOf(marked, mention), units, asked)) return true;
  }
  return tells_word(marked.words.size());
}

bool TellNothing(const Brain& brain, const Few<Value>& values, const std::vector<Unit>& units, const Asked& asked) {
  return std::none_of(values.begin(), values.end(), [&](const Value& value) {
    return value.entity != kNone || value.quantity || Tells(brain, value.text, units, asked);
  });
}

}  // namespace

bool OnlyRepeats(const Brain& brain, const std::vector<Unit>& units, const Asked& asked, const FrameMatch& match) {
  const Fact& fact = brain.knowledge().facts[match.fact];
  // "What kind of" may be answered by an adjective, however common.
  if (asked.sort || asked.head.empty() || IsFigure(asked.kind) || match.slot >= fact.slots.size()) return false;
  const bool repeats_head = std::any_of(asked.head.begin(), asked.head.end(), [&](TermKey key) {
    const std::optional<FrameTerm> term = brain.frames().Find(match.fact, key);
    return term && match.slot < kMaxSlots && (term->places & (uint32_t{1} << match.slot)) != 0;
  });
  if (!repeats_head || !asked.simple_head) return false;
  return TellNothing(brain, fact.slots[match.slot].values, units, asked);
}

bool OnlyEchoes(const Brain& brain, const std::vector<Unit>& units, const Asked& asked, const FrameMatch& match) {
  const Fact& fact = brain.knowledge().facts[match.fact];
  if (match.slot >= fact.slots.size()) return false;
  const Slot* slot = &fact.slots[match.slot];
  // Who has the post is not asked for by "what is".
  const bool asks_what = asked.kind == Kind::kOpen && asked.types.empty();
  if (slot->role == Role::kSubject && asks_what && fact.Find(Role::kValue) != nullptr) slot = fact.Find(Role::kValue);
  return TellNothing(brain, slot->values, units, asked);
}

}  // namespace docent

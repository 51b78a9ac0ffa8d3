#include "bot/answering/extreme_reference.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "bot/answering/evaluate.h"
#include "bot/answering/nested.h"
#include "bot/answering/ranking.h"
#include "bot/answering/superlative.h"
#include "bot/answering/time_order.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr size_t kMostTried = 8;

std::optional<WordSpan> FindExtreme(const Brain& brain, const MarkedQuestion& marked) {
  if (const std::optional<PlaceInTime> place = FindPlaceInTime(brain, marked)) return place->span;
  const std::optional<Superlative> superlative = FindSuperlative(marked, brain.rules());
  return superlative ? std::optional(superlative->span) : std::nullopt;
}

TypeId TypeOf(const Unit& unit) {
  if (unit.is_name || unit.from_context) return kNone;
  for (const UnitTerm& term : unit.terms) {
    if (SortOf(term.key) == TermSort::kType) return static_cast<TypeId>(term.key & 0xFFFFFFFF);
  }
  return kNone;
}

// Whether the units ask anything of the thing; of "what did it cost" the form asks all there is.
bool Ask(const std::vector<Unit>& units, Kind kind) {
  constexpr double kTelling = 0.2;
  const bool is_asked_by_form = kind == Kind::kMoney || kind == Kind::kSpan;
  return is_asked_by_form || std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
           return !unit.is_name && !unit.from_context && !unit.quantity && unit.weight >= kTelling;
         });
}

// The thing that stands first by `said`, the units of its description.
std::optional<FoundValue> Evaluated(const Brain& brain, StoreConnection& store, const Inquiry& inquiry, TypeId type,
                                    std::vector<Unit> said) {
  Inquiry of_it = inquiry;
  of_it.units = std::move(said);
  of_it.form.asked = Asked();
  of_it.form.asked.language = inquiry.form.asked.language;
  of_it.form.asked.types = {type};
  QueryPtr query = ReadRanking(brain, store, of_it);
  if (query == nullptr) query = ReadTimeOrder(brain, store, of_it);
  if (query == nullptr) return std::nullopt;
  Findings found = Evaluate(*query, brain.knowledge(), brain.schema(), brain.rows());
  if (found.too_much || found.values.size() != 1 || found.values.front().value.entity == kNone) return std::nullopt;
  return std::move(found.values.front());
}

}  // namespace

std::vector<ExtremeReference> ResolveExtremes(const Brain& brain, StoreConnection& store, const Inquiry& inquiry) {
  std::vector<ExtremeReference> references;
  const std::optional<WordSpan> extreme = FindExtreme(brain, inquiry.marked);
  if (!extreme) return references;
  const std::vector<Unit>& units = inquiry.units;
  const auto noun = std::find_if(units.begin(), units.end(),
                                 [&](const Unit& unit) { return !unit.is_head && TypeOf(unit) != kNone; });
  if (noun == units.end()) return references;
  // "Which of the ships is the oldest" asks for it, and nothing of it.
  const std::vector<TypeId>& types = inquiry.form.asked.types;
  const bool is_asked_for = std::find(types.begin(), types.end(), TypeOf(*noun)) != types.end() ||
                            BeginsMark(inquiry.marked, 0, "begins a whole", brain.vocabulary(), brain.rules());
  if (is_asked_for) return references;
  // "The oldest ship", "the ship with the most cabins".
  const auto is_within = [&](const Unit& unit, size_t end) {
    const size_t begin = std::min(noun->span.begin, extreme->begin);
    return !unit.from_context && unit.span.begin >= begin && unit.span.end <= end;
  };
  const size_t least = std::max(noun->span.end, extreme->end);
  size_t tried = 0;
  for (auto last = units.rbegin(); last != units.rend() && tried < kMostTried; ++last) {
    if (last->from_context) continue;
    const size_t end = std::max(last->span.end, least);
    if (end == least && last->span.end != least) break;
    ++tried;
    std::vector<Unit> said;
    std::vector<Unit> asked;
    for (const Unit& unit : units) (is_within(unit, end) ? said : asked).push_back(unit);
    if (!Ask(asked, inquiry.form.asked.kind)) continue;
    const std::optional<FoundValue> thing = Evaluated(brain, store, inquiry, TypeOf(*noun), said);
    if (!thing) continue;
    asked.push_back(NameUnit(brain, thing->value.entity, noun->span));
    references.push_back({std::move(asked), thing->value.entity, thing->facts});
  }
  return references;
}

bool PassesOverPlaceInTime(const Brain& brain, const Inquiry& inquiry, const std::vector<FactId>& facts) {
  const std::optional<PlaceInTime> place = FindPlaceInTime(brain, inquiry.marked);
  if (!place) return false;
  std::vector<TermKey> words;
  AppendWordTerms(inquiry.marked.words, place->span, words);
  return std::none_of(facts.begin(), facts.end(), [&](FactId fact) {
    return std::any_of(words.begin(), words.end(),
                       [&](TermKey key) { return brain.frames().Find(fact, key).has_value(); });
  });
}

}  // namespace docent

#include "bot/answering/match.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "bot/answering/frame_matcher.h"
#include "bot/answering/interval.h"
#include "bot/answering/propose.h"
#include "bot/text/scales.h"

namespace docent {
namespace {

constexpr double kOfAll = 0.205;  // a name of less weight stands in three of ten facts, of 200: the topic itself

}  // namespace

bool IsOfAnotherTopic(FactId fact, const Asked& asked, const Knowledge& knowledge, const FrameIndex& index) {
  const std::vector<EntityId>& spoken_of = asked.context.spoken_of;
  if (spoken_of.empty()) return false;
  const auto holds = [&](EntityId entity) { return index.Find(fact, KeyOf(TermSort::kEntity, entity)).has_value(); };
  if (asked.context.is_of_topic) return std::none_of(spoken_of.begin(), spoken_of.end(), holds);
  const EntityId subject = knowledge.facts[fact].subject;
  // Each event is a thing of its own: the breakdown was spoken of, and its repair is asked for.
  if (subject == kNone || knowledge.facts[fact].is_event) return false;
  const std::vector<TypeId>& types = knowledge.entities[subject].types;
  const auto is_alike = [&](EntityId entity) { return !types.empty() && knowledge.entities[entity].types == types; };
  return std::any_of(spoken_of.begin(), spoken_of.end(), is_alike) &&
         std::none_of(spoken_of.begin(), spoken_of.end(),
                      [&](EntityId entity) { return is_alike(entity) && holds(entity); });
}

bool IsPronoun(const Unit& unit) {
  return !unit.is_name && !unit.terms.empty() &&
         std::all_of(unit.terms.begin(), unit.terms.end(),
                     [](const UnitTerm& term) { return SortOf(term.key) == TermSort::kEntity; });
}

bool IsOfAll(const Unit& unit) { return unit.is_name && unit.weight < kOfAll; }

bool StandsOnlyIn(const Fact& fact, Role role, const FrameMatch& match, size_t unit) {
  for (size_t slot = 0; slot < fact.slots.size() && slot < kMaxSlots; ++slot) {
    if (fact.slots[slot].role == role && (match.places[unit] & ~kInSentence) == uint32_t{1} << slot) return true;
  }
  return false;
}

bool IsNamedInPassing(const Knowledge& knowledge, const std::vector<Unit>& units, const FrameMatch& match, Kind kind) {
  const std::vector<Slot>& slots = knowledge.facts[match.fact].slots;
  uint32_t passing = kind == Kind::kPlace ? kInSentence : 0;
  for (size_t i = 0; i < slots.size() && i < kMaxSlots; ++i) {
    if (slots[i].role == Role::kWhy || slots[i].role == Role::kBy || slots[i].role == Role::kTold)
      passing |= uint32_t{1} << i;
  }
  bool is_any = false;
  for (size_t i = 0; i < units.size(); ++i) {
    if (!units[i].is_name || units[i].from_context || match.places[i] == 0) continue;
    if ((match.places[i] & passing) == 0 || (match.places[i] & ~(passing | kInSentence | kInFurtherWords)) != 0)
      return false;
    is_any = true;
  }
  return is_any;
}

bool IsUnsaid(const std::vector<Unit>& units, size_t unit, const std::vector<FrameMatch>& matches) {
  constexpr float kCovered = 0.5F;
  if (!units[unit].quantity) return units[unit].is_absent || units[unit].is_unknown;
  return std::none_of(matches.begin(), matches.end(),
                      [unit](const FrameMatch& match) { return match.covers[unit] >= kCovered; });
}

bool Agrees(const Quantity& asked, const Quantity& stated) {
  if (asked.kind == QuantityKind::kDate || stated.kind == QuantityKind::kDate) {
    if (asked.kind != stated.kind) return false;
    if (asked.bound != Bound::kExactly) return Decide(asked, stated) == Verdict::kTrue;
    // What was so in a year need not have been so in each month of it.
    if (stated.date.year != 0 && !NamesPartOfYear(stated.date) && NamesPartOfYear(asked.date)) return false;
    if (!MayMeet(asked.date, stated.date)) return false;
    const auto fits = [](int one, int other) { return one == 0 || other == 0 || one == other; };
    // They must have a part in common: 24 May lies in no half of a year that a fact speaks of.
    const auto shared = [](int one, int other) { return one != 0 && one == other; };
    return fits(asked.date.year, stated.date.year) && fits(asked.date.month, stated.date.month) &&
           fits(asked.date.day, stated.date.day) && fits(asked.date.half, stated.date.half) &&
           fits(asked.date.season, stated.date.season) && fits(asked.date.stage, stated.date.stage) &&
           (shared(asked.date.year, stated.date.year) || shared(asked.date.month, stated.date.month) ||
            shared(asked.date.half, stated.date.half));
  }
  // Who came third is not told by who trains three evenings.
  if (asked.kind == QuantityKind::kOrdinal && stated.kind != QuantityKind::kOrdinal) return false;
  const bool both_money = asked.kind == QuantityKind::kMoney && stated.kind == QuantityKind::kMoney;
  if (both_money && !asked.unit.empty() && !stated.unit.empty() && asked.unit != stated.unit) return false;
  // Sixty metres are not sixty minutes.
  const bool is_number = asked.kind == QuantityKind::kNumber || stated.kind == QuantityKind::kNumber;
  if (is_number && !AreOfOneScale(asked, stated)) return false;
  const bool are_spans = asked.kind == QuantityKind::kSpan && stated.kind == QuantityKind::kSpan;
  const bool are_numbers = asked.kind == QuantityKind::kNumber && stated.kind == QuantityKind::kNumber;
  const std::optional<double> held = are_spans || are_numbers ? NumberIn(stated, asked.unit) : stated.number;
  if (!held) return false;
  // "A maximum of 6 billion" is not "no less than 6 billion".
  const bool is_bounded = asked.bound == Bound::kAtMost || asked.bound == Bound::kLessThan ||
                          asked.bound == Bound::kAtLeast || asked.bound == Bound::kMoreThan;
  if (is_bounded && AreComparable(asked, stated) && Decide(asked, stated) == Verdict::kFalse) return false;
  const bool comparable =
      asked.kind == stated.kind || asked.kind == QuantityKind::kNumber || stated.kind == QuantityKind::kNumber;
  const double scale = std::max({std::fabs(asked.number), std::fabs(*held), 1.0});
  const double tolerance = asked.kind == QuantityKind::kShare ? 0.01 : 1e-9;
  return comparable && std::fabs(asked.number - *held) <= tolerance * scale;
}

FrameMatch MatchFrame(FactId fact, const std::vector<Unit>& units, const Asked& asked, const Knowledge& knowledge,
                      const FrameIndex& index) {
  return FrameMatcher(units, asked, knowledge, index).Match(fact);
}

std::vector<FrameMatch> MatchFrames(const std::vector<Unit>& units, const Asked& asked, const Knowledge& knowledge,
                                    const FrameIndex& index, StoreConnection& store, size_t limit) {
  std::vector<FrameMatch> matches;
  FrameMatcher matcher(units, asked, knowledge, index);
  const std::vector<FactId> proposed = ProposeFacts(units, asked, index, store);
  store.Spend(proposed.size() * units.size());
  matches.reserve(proposed.size());
  for (const FactId fact : proposed) matches.push_back(matcher.Match(fact));
  std::stable_sort(matches.begin(), matches.end(), [](const FrameMatch& one, const FrameMatch& other) {
    return std::make_tuple(other.fit > 0, other.score, one.fact) < std::make_tuple(one.fit > 0, one.score, other.fact);
  });
  if (matches.size() > limit) matches.resize(limit);
  return matches;
}

}  // namespace docent

#include "bot/answering/match.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "bot/answering/cover.h"
#include "bot/answering/excluded.h"
#include "bot/answering/given.h"
#include "bot/answering/held_terms.h"
#include "bot/answering/interval.h"
#include "bot/answering/propose.h"
#include "bot/answering/slot_fit.h"

namespace docent {
namespace {

constexpr float kCovered = 0.5F;
constexpr float kCoveredPronoun = 0.78F;  // what was spoken of a turn before is meant no more
constexpr float kCoveredCount = 0.7F;     // what is counted is what was asked for, not something near it
constexpr float kCoveredDeed = 0.65F;     // "who heads it" is not answered by who has the lead in something
constexpr float kCoveredByOpposite = 0.85F;
constexpr float kEvident = 0.6F;
constexpr double kShareBesideGiven = 0.3;
constexpr double kLooseShare = 0.3;  // of a missed verb or adjective that is taken for a way of speaking
constexpr double kTelling = 0.25;    // a word of less weight stands in too many facts to tell them apart
constexpr double kOfAll = 0.2;       // a name of less weight is that of the topic itself
constexpr double kSureFit = 0.85;
constexpr double kFitBesideExcluded = 0.95;

// What a match is worth beside its coverage. Found by trying them on the content tests; small, so that they only
// decide between facts that account for nearly the same words.
constexpr double kFitWorth = 0.12;
constexpr double kPredicateWorth = 0.06;
constexpr double kSubjectWorth = 0.05;
constexpr double kContextWorth = 0.30;
constexpr double kContextWorthByPronoun = 0.10;  // the pronoun says who is meant; the rest is another question
constexpr double kExplainedWorth = 0.08;
constexpr double kEarlierWorth = 0.15;
constexpr double kToldCost = 0.1;      // of a fact that answered the question before in the same message
constexpr double kToComeWorth = 0.08;  // of what is planned, where a time to come is asked for
constexpr double kListWorth = 0.1;     // of several values, where all are asked for
constexpr double kHoldsExcludedWorth = 0.15;  // "who besides the mill": asks of a fact that names the mill too
constexpr double kOfWholeCost = 0.1;   // of a fact about the whole where one of its parts is asked about
constexpr double kLeftConstraintCost = 0.35;

// Where in the fact a word with the opposite meaning stands, beside its sentence; 0: nowhere.
uint32_t PlacesOfOpposite(const Unit& unit, const HeldTerms& terms) {
  uint32_t places = 0;
  for (const TermKey key : unit.opposites) {
    const std::optional<FrameTerm> term = terms.Find(key);
    if (term) places |= term->places & ~kInSentence;
  }
  return places;
}

// Sets what the match says of claims that the fact shows to be false: whether the question holds all words of one, and
// which units hold them.
void ReadDenied(const std::vector<Unit>& units, const Asked& asked, const FrameIndex& index, FrameMatch& match) {
  const auto is_asked = [&](const std::vector<TermKey>& word) {
    const bool said = std::any_of(word.begin(), word.end(), [&](TermKey key) {
      return std::find(asked.words.begin(), asked.words.end(), key) != asked.words.end();
    });
    return said || std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
             return std::any_of(unit.terms.begin(), unit.terms.end(), [&](const UnitTerm& term) {
               return std::find(word.begin(), word.end(), term.key) != word.end();
             });
           });
  };
  const auto holds = [](const Unit& unit, const std::vector<TermKey>& word) {
    const auto is_of = [&](TermKey key) { return std::find(word.begin(), word.end(), key) != word.end(); };
    return std::any_of(unit.terms.begin(), unit.terms.end(), [&](const UnitTerm& term) { return is_of(term.key); }) ||
           std::any_of(unit.parts.begin(), unit.parts.end(), is_of);
  };
  for (const FrameIndex::Denial& denial : index.DenialsOf(match.fact)) {
    // "Aren't they interested" claims nothing of "not interested", nor do words of one language what those of another
    // that are called alike do.
    if ((denial.negates && !asked.negated) || denial.language != asked.language) continue;
    const auto& words = denial.words;
    if (!std::all_of(words.begin(), words.end(), is_asked)) continue;
    for (size_t i = 0; i < units.size(); ++i) {
      const bool is_held =
          std::any_of(words.begin(), words.end(), [&](const auto& word) { return holds(units[i], word); });
      if (is_held && !units[i].is_name) match.denied.push_back(i);
    }
    match.denies = true;
    match.denies_negation = denial.negates;
    return;
  }
}

// How much of what the fact is about (its subject and attribute) the question mentions.
double ExplainedShare(FactId id, const std::vector<Unit>& units, const FrameIndex& index, const HeldTerms& terms) {
  double explained = 0;
  for (const FrameTerm& term : terms.held()) {
    if (!IsOfTopic(term)) continue;
    const bool is_named = std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
      return std::any_of(unit.terms.begin(), unit.terms.end(),
                         [&](const UnitTerm& own) { return own.key == term.key; });
    });
    if (is_named) explained += index.Weight(index.FactsWith(term.key));
  }
  const double all = index.WeightOfTopic(id);
  return all > 0 ? explained / all : 0;
}

// Whether the fact speaks of another thing of the type that the name is of: what is said of one brewer is not said of
// the other, though nearly every fact speaks of both.
bool IsOfAnother(FactId id, const Unit& unit, const Knowledge& knowledge, const FrameIndex& index) {
  const auto is_like = [&](EntityId named, EntityId held) {
    const Entity& other = knowledge.entities[held];
    return named != held && !other.types.empty() && knowledge.entities[named].types == other.types;
  };
  for (const UnitTerm& named : unit.terms) {
    if (SortOf(named.key) != TermSort::kEntity) continue;
    for (const FrameTerm held : index.TermsOf(id)) {
      const bool is_entity = SortOf(held.key) == TermSort::kEntity;
      if (is_entity &&
          is_like(static_cast<EntityId>(named.key & 0xFFFFFFFF), static_cast<EntityId>(held.key & 0xFFFFFFFF)))
        return true;
    }
  }
  return false;
}

}  // namespace

bool IsPronoun(const Unit& unit) {
  return !unit.is_name && !unit.terms.empty() &&
         std::all_of(unit.terms.begin(), unit.terms.end(),
                     [](const UnitTerm& term) { return SortOf(term.key) == TermSort::kEntity; });
}

bool IsOfAll(const Unit& unit) { return unit.is_name && unit.weight < kOfAll; }

bool Agrees(const Quantity& asked, const Quantity& stated) {
  if (asked.kind == QuantityKind::kDate || stated.kind == QuantityKind::kDate) {
    if (asked.kind != stated.kind) return false;
    const auto fits = [](int one, int other) { return one == 0 || other == 0 || one == other; };
    // They must have a part in common: 24 May lies in no half of a year that a fact speaks of.
    const auto shared = [](int one, int other) { return one != 0 && one == other; };
    return fits(asked.date.year, stated.date.year) && fits(asked.date.month, stated.date.month) &&
           fits(asked.date.day, stated.date.day) && fits(asked.date.half, stated.date.half) &&
           fits(asked.date.season, stated.date.season) && fits(asked.date.stage, stated.date.stage) &&
           (shared(asked.date.year, stated.date.year) || shared(asked.date.month, stated.date.month) ||
            shared(asked.date.half, stated.date.half));
  }
  const bool both_money = asked.kind == QuantityKind::kMoney && stated.kind == QuantityKind::kMoney;
  if (both_money && !asked.unit.empty() && !stated.unit.empty() && asked.unit != stated.unit) return false;
  const bool are_spans = asked.kind == QuantityKind::kSpan && stated.kind == QuantityKind::kSpan;
  const std::optional<double> held = are_spans ? NumberIn(stated, asked.unit) : stated.number;
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

namespace {

// `terms` asks for those of the units, and is turned to the fact.
FrameMatch MatchHeld(FactId id, const std::vector<Unit>& units, const Asked& asked, const Knowledge& knowledge,
                     const FrameIndex& index, HeldTerms& terms) {
  FrameMatch match;
  match.covers.reserve(units.size());
  match.places.reserve(units.size());
  terms.Turn(id);
  match.fact = id;
  const Fact& fact = knowledge.facts[id];
  double given = 0;
  const bool is_of_excluded = IsExcluded(fact.subject, units, index);
  const bool sets_aside = ExcludesAny(units);
  for (size_t i = 0; i < fact.slots.size() && i < kMaxSlots; ++i) {
    double fit = SlotFit(knowledge, index, id, i, asked);
    if (fit > match.fit && asked.act == Act::kLookUp && IsGiven(fact, id, i, units, asked, index, terms)) {
      given = std::max(given, fit);
      fit = 0;
    }
    const auto is_excluded = [&](const Value& value) { return IsExcluded(value.entity, units, index); };
    const std::vector<Value>& values = fact.slots[i].values;
    const size_t excluded = static_cast<size_t>(std::count_if(values.begin(), values.end(), is_excluded));
    // "Who besides the mill": of the things that the mill stands among.
    if (excluded > 0 && excluded < values.size() && !IsFigure(asked.kind)) fit = std::max(fit, kFitBesideExcluded);
    // "What are the others besides the mill" is not answered by how many there are.
    if (sets_aside && asked.kind == Kind::kOpen && values.front().quantity) fit = 0;
    if (is_of_excluded || (fit > match.fit && excluded == values.size())) fit = 0;
    if (fit > match.fit) {
      match.fit = fit;
      match.slot = i;
    }
  }
  // "Who was director before Voss" is not answered by Voss, nor by what else her fact holds.
  if (asked.kind == Kind::kPerson && (given >= 1 || (given > 0 && asked.ever)) && match.fit < 1)
    match.fit *= kShareBesideGiven;
  double all = 0;
  double covered = 0;
  double context_all = 0;
  double context_covered = 0;
  double known = 0;
  double said = 0;  // in other words than names
  // An event is about what happened to whom: "when did the shop open" is asked of the opening.
  uint32_t topic = 1;
  const bool asks_when = asked.kind == Kind::kDate;
  for (size_t i = 0; asks_when && fact.is_event && i < fact.slots.size() && i < kMaxSlots; ++i) {
    if (fact.slots[i].role == Role::kWhat || fact.slots[i].role == Role::kWho) topic |= uint32_t{1} << i;
  }
  bool predicate = false;
  bool subject = false;
  bool is_of_whole = false;  // the fact is about what the thing asked of is only a part of
  bool has_pronoun = false;
  bool asks_anew = false;  // in words of its own
  for (size_t i = 0; i < units.size(); ++i) {
    const Unit& unit = units[i];
    if (unit.is_excluded && !unit.from_context) {
      if (CoverOf(unit, fact, terms).quality >= kCovered) match.score += kHoldsExcludedWorth;
      match.covers.push_back(1);
      match.places.push_back(0);
      continue;
    }
    Cover cover = CoverOf(unit, fact, terms);
    // The noun asked for is accounted for by a slot that is of that type or kind.
    // A salary is a sum, but not every sum is a salary.
    const bool is_kind = unit.kind != Kind::kOpen && unit.kind == asked.kind && asked.kind != Kind::kCount &&
                         !(unit.is_constraint && IsFigure(asked.kind)) && (asked.kind != Kind::kMoney || unit.is_loose);
    if (unit.is_head && match.fit >= kSureFit && (is_kind || !IsFigure(asked.kind)))
      cover.quality = std::max(cover.quality, 0.95F);
    // "What did the new roof cost": the sum of an event is what it cost.
    if (unit.is_any_sum && asked.kind == Kind::kMoney && match.fit >= 1 && fact.slots[match.slot].role == Role::kAmount)
      cover.quality = std::max(cover.quality, 0.95F);
    if (unit.is_deed && cover.quality < kCoveredDeed) cover.quality = 0;
    const uint32_t opposite = cover.quality < kCovered ? PlacesOfOpposite(unit, terms) : 0;
    const bool is_opposed = opposite != 0;
    // "Why is it not open" is asked of what is closed.
    const bool is_negated_by_fact = is_opposed && asked.negated && asked.kind == Kind::kReason;
    if (is_negated_by_fact) cover.quality = kCoveredByOpposite;
    match.covers.push_back(cover.quality);
    match.places.push_back(is_opposed ? opposite : cover.places);
    if (unit.from_context) {
      context_all += unit.weight;
      context_covered += unit.weight * cover.quality;
      continue;
    }
    all += unit.weight;
    covered += unit.weight * cover.quality;
    (unit.is_loose ? match.missed_loosely : match.missed) += unit.weight * (1 - cover.quality);
    if (!unit.is_absent) known += unit.weight;
    if (unit.is_unknown) ++match.unknown;
    const bool is_pronoun = IsPronoun(unit);
    const bool names = unit.is_name || is_pronoun;
    has_pronoun = has_pronoun || is_pronoun;
    asks_anew = asks_anew || !names;
    if (!names && unit.weight >= kTelling) said += unit.weight;
    if (!names && cover.quality >= kEvident) match.evidence += unit.weight * cover.quality;
    predicate = predicate || (!unit.is_name && (cover.places & (kInPredicate | kInFurtherWords)) != 0);
    subject = subject || (unit.is_name && !unit.is_whole && (cover.places & topic) != 0);
    is_of_whole = is_of_whole || (unit.is_whole && (cover.places & 1U) != 0);
    if (is_opposed && !is_negated_by_fact) match.opposed.push_back(i);
    // "How many talents": a number of something else is no answer.
    const bool is_counted = unit.is_head && IsFigure(asked.kind);
    const float needed = is_pronoun ? kCoveredPronoun : (is_counted && !unit.is_loose ? kCoveredCount : kCovered);
    // What nearly every fact is about need not stand in each; but a figure of one of its parts is not its own.
    const auto is_everywhere = [&] {
      return IsOfAll(unit) && (!IsFigure(asked.kind) || asked.act == Act::kCompare) &&
             !IsOfAnother(id, unit, knowledge, index);
    };
    if (cover.quality < needed && (unit.is_constraint || is_counted) && !is_everywhere()) match.left.push_back(i);
  }
  ReadDenied(units, asked, index, match);
  match.coverage = all > 0 ? covered / all : (context_all > 0 ? 1 : 0);
  match.covered_well =
      covered > 0 ? covered / (covered + match.missed + kLooseShare * match.missed_loosely) : match.coverage;
  if (said > 0) match.evident = std::min(1.0, match.evidence / said);
  match.by_name = said == 0 && all > 0 && !subject && !has_pronoun;
  match.known = known > 0 ? covered / known : 0;
  match.context = context_all > 0 ? context_covered / context_all : 0;
  if (std::find(asked.earlier.begin(), asked.earlier.end(), id) != asked.earlier.end()) {
    // What was told just now is meant again only where the question has little to say of its own; hardly where it asks
    // on in the same breath.
    if (asked.is_next && asks_anew) {
      match.score -= kToldCost;
    } else if (said < kTelling) {
      match.score += kEarlierWorth;
    }
  }
  const bool is_to_come = fact.status == FactStatus::kPlanned || fact.status == FactStatus::kExpected;
  const bool asks_time = asked.kind == Kind::kDate || asked.kind == Kind::kSpan || asked.kind == Kind::kPlace;
  if (asked.ahead && asks_time && is_to_come) match.score += kToComeWorth;
  const bool is_list = match.slot < fact.slots.size() && fact.slots[match.slot].values.size() > 1;
  if (asked.all && is_list) match.score += kListWorth;
  if (is_of_whole && !subject) match.score -= kOfWholeCost;
  match.score += match.coverage + kFitWorth * match.fit + (predicate ? kPredicateWorth : 0) +
                 (subject ? kSubjectWorth : 0) +
                 (asked.by_pronoun ? kContextWorthByPronoun : kContextWorth) * match.context +
                 kExplainedWorth * ExplainedShare(id, units, index, terms) -
                 kLeftConstraintCost * static_cast<double>(match.left.size() + match.opposed.size());
  return match;
}

}  // namespace

FrameMatch MatchFrame(FactId fact, const std::vector<Unit>& units, const Asked& asked, const Knowledge& knowledge,
                      const FrameIndex& index) {
  HeldTerms terms(units, index);
  return MatchHeld(fact, units, asked, knowledge, index, terms);
}

std::vector<FrameMatch> MatchFrames(const std::vector<Unit>& units, const Asked& asked, const Knowledge& knowledge,
                                    const FrameIndex& index, StoreConnection& store, size_t limit) {
  std::vector<FrameMatch> matches;
  HeldTerms terms(units, index);
  for (const FactId fact : ProposeFacts(units, asked, index, store)) {
    matches.push_back(MatchHeld(fact, units, asked, knowledge, index, terms));
  }
  std::stable_sort(matches.begin(), matches.end(), [](const FrameMatch& one, const FrameMatch& other) {
    return std::make_tuple(other.fit > 0, other.score, one.fact) < std::make_tuple(one.fit > 0, one.score, other.fact);
  });
  if (matches.size() > limit) matches.resize(limit);
  return matches;
}

}  // namespace docent

#include "bot/answering/verify.h"

#include <algorithm>
#include <optional>

#include "bot/answering/claim_doubts.h"
#include "bot/answering/claim_figures.h"
#include "bot/answering/contradiction.h"
#include "bot/answering/elsewhere.h"
#include "bot/answering/offered.h"
#include "bot/answering/polarity.h"
#include "bot/answering/rank.h"
#include "bot/answering/recurrence.h"
#include "bot/answering/slot_fit.h"
#include "bot/answering/standing.h"
#include "bot/answering/value_ties.h"
#include "bot/answering/wording.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

// How much of a claim a fact must account for before it confirms it, and before it refutes one part of it.
constexpr double kConfirms = 0.62;
constexpr double kDeniesAsPlanned = 0.8;   // by being only planned
constexpr double kConfirmsWithout = 0.74;  // where the fact does not speak of a thing that the claim names
constexpr double kRefutes = 0.66;
constexpr double kDenies = 0.45;              // and where its author said what it denies
constexpr double kRefutesUnnamed = 0.9;       // where the fact shares no name with the claim
constexpr double kRefutesUnnamedWhole = 0.8;  // if it speaks of everything that the claim does
constexpr double kWorthOfThen = 0.1;          // of what tells of before, in a claim of the past
constexpr float kCovered = 0.5F;
constexpr double kLooseShare = 0.5;
constexpr double kLeadingShare = 0.2;  // of a verb that leads to the right figure: "went past 60"
constexpr double kContextShare = 0.3;  // of what was spoken of before: it bears out no other claim
constexpr double kThing = 0.4;
constexpr double kTelling = 0.25;         // a name of less weight stands in too many facts
constexpr double kAttributeWorth = 0.15;  // of a fact whose attribute the claim names: before words that it misses
constexpr double kFirstWorth = 0.2;       // of what was a first, where a claim is of what was before

struct Weighing {
  const FrameMatch* match = nullptr;
  double rest = 0;                           // coverage of what neither contradicts nor is left over
  std::vector<size_t> left;                  // constraints that the fact does not speak of
  std::vector<size_t> contradicted;          // units that it gives another value for
  std::optional<size_t> contradicting_slot;  // where it names another thing
  bool undecided = false;                    // a figure that lies in between
  bool is_done = false;                      // it claims to be finished what is still to come
  bool negated = false;                      // by a verb that the fact does not hold: "refuses to"
};

// "Not allowed": a phrase of its own that denies.
bool IsDenyingPhrase(const Brain& brain, const MarkedQuestion& unit) {
  return unit.words.size() > 1 && unit.words.front().shape == WordShape::kLetters && !unit.mentions.empty() &&
         unit.mentions.front().span.begin == 0 &&
         IsNegation(unit, unit.mentions.front(), brain.vocabulary(), brain.rules());
}

// Whether a word with the opposite meaning refutes the claim: the fact must speak of the rest of it too, beside names,
// or say so in its value. A station whose halls are planned is not thereby unfinished.
bool Opposes(const Fact& fact, const std::vector<Unit>& units, size_t opposed, const FrameMatch& match) {
  for (size_t i = 0; i < units.size(); ++i) {
    const bool is_thing = i != opposed && !units[i].is_name && !units[i].from_context && units[i].weight >= kTelling;
    if (is_thing && match.covers[i] >= kCovered) return true;
  }
  uint32_t values = 0;
  for (size_t i = 0; i < fact.slots.size() && i < kMaxSlots; ++i) {
    const Role role = fact.slots[i].role;
    if (role == Role::kValue || role == Role::kWhat || role == Role::kHow) values |= uint32_t{1} << i;
  }
  return (match.places[opposed] & values) != 0;
}

// Whether the fact says of the unit only what is near in meaning to a word by which its author expects it to be asked
// for: a fact that answers to "cultivate" need not bear out that somebody farms.
bool IsOnlyHintedAt(const Unit& unit, const FrameMatch& match, size_t at) {
  return !unit.is_name && !unit.quantity && SortOf(match.terms[at]) == TermSort::kClass && match.places[at] != 0 &&
         (match.places[at] & ~kInFurtherWords) == 0;
}

Weighing Weigh(const Brain& brain, const std::vector<Unit>& units, const Asked& asked, const MarkedUnits& marked,
               const FrameMatch& match) {
  const Knowledge& knowledge = brain.knowledge();
  Weighing weighing;
  weighing.match = &match;
  const Fact& fact = knowledge.facts[match.fact];
  const ClaimFigures figures(brain, units, asked, match);
  const RankReader ranks(brain, units, marked, fact);
  double all = 0;
  double covered = 0;
  for (size_t i = 0; i < units.size(); ++i) {
    const Unit& unit = units[i];
    const MarkedQuestion& text = marked.texts[i];
    double quality = match.covers[i];
    // A figure of the question before is not claimed again; its time may still be meant.
    const bool is_old_figure = unit.from_context && unit.quantity && unit.quantity->kind != QuantityKind::kDate;
    if (is_old_figure || (unit.from_context && quality < kCovered)) continue;
    // What the fact shows to be false need not stand in it, nor agree with its figures.
    if ((quality < kCovered || unit.quantity) &&
        std::find(match.denied.begin(), match.denied.end(), i) != match.denied.end())
      continue;
    // That it is finished needs no word of the fact by which it is still to come.
    if (quality < kCovered && !asked.ahead && IsToCome(fact) && !unit.is_name && !unit.from_context &&
        HoldsMark(text, {0, text.words.size()}, "is done", brain.rules())) {
      weighing.is_done = true;
      continue;
    }
    const bool is_of_now = HoldsMark(text, {0, text.words.size()}, "at present", brain.rules());
    if (quality < kCovered && asked.perfect && IsToCome(fact) && is_of_now) continue;
    const bool is_of_before =
        asked.before && HoldsMark(text, {0, text.words.size()}, "claims of before", brain.rules());
    if (quality < kCovered && is_of_before && TellsOfBefore(brain, match.fact)) continue;
    // "Do most of them like it": that it is most of them is told by their share.
    const bool says_most = asked.of_most && !unit.is_name && PartIn(brain, fact).is_most &&
                           HoldsMark(text, {0, text.words.size()}, "claims of most", brain.rules());
    if (says_most) continue;
    if (unit.is_denying && quality < kCovered) {
      weighing.negated = !weighing.negated;
      continue;
    }
    if (quality >= kCovered && IsDenyingPhrase(brain, text)) weighing.negated = !weighing.negated;
    if (unit.quantity) {
      const FigureFit fit = figures.FitOf(i);
      if (fit == FigureFit::kContradicted) {
        weighing.contradicted.push_back(i);
        continue;
      }
      weighing.undecided = weighing.undecided || fit == FigureFit::kOpen;
      if (fit == FigureFit::kHolds || fit == FigureFit::kOpen) quality = 1;
      if (fit == FigureFit::kUnsaid) quality = 0;
    }
    const bool opposed = std::find(match.opposed.begin(), match.opposed.end(), i) != match.opposed.end();
    // "Are more of them needed", of what says that fewer are.
    const bool is_doubtful = !opposed && quality < kCovered && SaysOpposite(brain.frames(), match.fact, unit);
    weighing.undecided = weighing.undecided || is_doubtful;
    const Rank rank = ranks.RankOf(i);
    weighing.undecided = weighing.undecided || rank == Rank::kUnsaid;
    const std::optional<size_t> slot =
        quality < kCovered ? ContradictingSlot(knowledge, fact, unit) : std::optional<size_t>();
    const bool refuted =
        rank == Rank::kAnother || (quality < kCovered && ((opposed && Opposes(fact, units, i, match)) || slot));
    if (refuted) {
      weighing.contradicted.push_back(i);
      if (rank != Rank::kAnother && slot) weighing.contradicting_slot = slot;
      continue;
    }
    const bool is_left = std::find(match.left.begin(), match.left.end(), i) != match.left.end();
    if (quality < kCovered && unit.is_constraint && (is_left || !IsOfAll(unit))) weighing.left.push_back(i);
    // That a figure agrees says little about what it is a figure of.
    if (unit.quantity && units.size() > 1) continue;
    // Where the figures are the same, a missed verb or adjective is only a way of speaking: "lasted nine days".
    const bool leads_to_figure = i + 1 < units.size() && units[i + 1].quantity && !unit.is_name;
    const bool is_manner = quality < kCovered &&
                           (figures.holds_one() ? unit.is_loose || leads_to_figure : unit.is_loose && leads_to_figure);
    const double weight = unit.weight * (unit.from_context ? kContextShare : 1);
    all += weight * (!is_manner ? 1 : unit.is_loose && leads_to_figure ? kLeadingShare : kLooseShare);
    covered += weight * quality;
  }
  weighing.rest = all > 0 ? covered / all : 0;
  return weighing;
}

// Whether the fact is about something that the claim names, beside what it contradicts. A name that stands in nearly
// every fact tells nothing, unless the fact is about what it names.
bool IsAnchored(const std::vector<Unit>& units, const Weighing& weighing) {
  for (size_t i = 0; i < units.size(); ++i) {
    const bool is_other =
        std::find(weighing.contradicted.begin(), weighing.contradicted.end(), i) != weighing.contradicted.end();
    const bool is_telling = units[i].weight >= kTelling || (weighing.match->places[i] & 1U) != 0;
    if (!is_other && units[i].is_name && is_telling && weighing.match->covers[i] >= kCovered) return true;
  }
  return false;
}

// Whether the fact shares only names with the claim, which says more: what a thing took in that year says nothing of
// when it was built.
bool SharesOnlyNames(const std::vector<Unit>& units, const Weighing& weighing) {
  bool says_more = false;
  for (size_t i = 0; i < units.size(); ++i) {
    if (units[i].is_name || units[i].quantity || units[i].from_context) continue;
    if (weighing.match->covers[i] >= kCovered) return false;
    says_more = true;
  }
  return says_more;
}

// Whether the fact says something of each piece of the claim but the one that it contradicts.
bool AccountsForAllElse(const std::vector<Unit>& units, const Weighing& weighing) {
  for (size_t i = 0; i < units.size(); ++i) {
    const bool is_said = weighing.match->covers[i] >= kCovered && !IsOnlyHintedAt(units[i], *weighing.match, i);
    if (i != weighing.contradicted.front() && !units[i].from_context && !is_said) return false;
  }
  return true;
}

// "Was she the director in 2018", where the fact says who has been it since 2022, and that it was she before: no year
// of the one denies a year of the other.
bool NamesWhoWasBefore(const Fact& fact, const std::vector<Unit>& units, const Weighing& weighing) {
  uint32_t before = 0;
  for (size_t i = 0; i < fact.slots.size() && i < kMaxSlots; ++i) {
    if (fact.slots[i].role == Role::kFrom) before |= uint32_t{1} << i;
  }
  for (size_t i = 0; i < units.size(); ++i) {
    const uint32_t places = weighing.match->places[i] & ~(kInSentence | kInFurtherWords);
    if (units[i].is_name && places != 0 && (places & ~before) == 0) return true;
  }
  return false;
}

// Whether the fact shows the claim, of which it contradicts one part, to be false. Of places one may lie within the
// other: they contradict each other only in what is said of one thing.
bool Refutes(const Knowledge& knowledge, const std::vector<Unit>& units, const Weighing& weighing) {
  const Unit& contradicted = units[weighing.contradicted.front()];
  if (contradicted.quantity && SharesOnlyNames(units, weighing)) return false;
  if (IsOfAnotherTime(knowledge.facts[weighing.match->fact], contradicted)) return false;
  if (contradicted.quantity && NamesWhoWasBefore(knowledge.facts[weighing.match->fact], units, weighing)) return false;
  if (weighing.contradicting_slot &&
      !IsOfSameRelation(knowledge, units, *weighing.match, *weighing.contradicting_slot, weighing.contradicted.front()))
    return false;
  if (IsAnchored(units, weighing)) return weighing.rest >= kRefutes;
  const bool is_place = std::any_of(contradicted.terms.begin(), contradicted.terms.end(), [&](const UnitTerm& term) {
    return SortOf(term.key) == TermSort::kEntity &&
           knowledge.KindOf(static_cast<EntityId>(term.key & 0xFFFFFFFF)) == Kind::kPlace;
  });
  if (is_place) return false;
  return weighing.rest >= kRefutesUnnamed ||
         (contradicted.quantity && weighing.rest >= kRefutesUnnamedWhole && AccountsForAllElse(units, weighing));
}

// Whether the claim speaks of a thing that the fact is silent about: of sails, where the fact says what is on top.
bool LacksThing(const std::vector<Unit>& units, const Weighing& weighing) {
  for (size_t i = 0; i < units.size(); ++i) {
    const bool is_thing = units[i].is_name || (!units[i].is_loose && units[i].weight >= kThing);
    const bool is_said = weighing.match->covers[i] >= kCovered && !IsOnlyHintedAt(units[i], *weighing.match, i);
    if (is_thing && !units[i].from_context && !is_said) return true;
  }
  return false;
}

// "Is he the president", of what says no such thing: that he is something at the firm bears out no post.
bool LacksPost(const std::vector<Unit>& units, const Weighing& weighing) {
  for (size_t i = 0; i < units.size(); ++i) {
    const bool is_post = units[i].kind == Kind::kPerson && !units[i].is_name && !units[i].is_loose;
    if (is_post && !units[i].from_context && weighing.match->covers[i] < kCovered) return true;
  }
  return false;
}

bool HoldsFigure(const std::vector<Unit>& units, const Weighing& weighing) {
  for (size_t i = 0; i < units.size(); ++i) {
    if (units[i].quantity && weighing.match->covers[i] >= kCovered) return true;
  }
  return false;
}

// Whether the claim names the attribute of figures that the fact is of: "the size is 60 billion" is no claim about what
// was raised.
bool IsOfNamedFigure(const Knowledge& knowledge, const FrameMatch& match) {
  return std::any_of(match.terms.begin(), match.terms.end(), [&](TermKey key) {
    return key != 0 && SortOf(key) == TermSort::kAttribute &&
           IsFigure(knowledge.attributes[static_cast<AttributeId>(key & 0xFFFFFFFF)].kind);
  });
}

// "Is she the director", of a fact that names her as the one who was it before another.
bool IsToldAsBefore(const Knowledge& knowledge, const std::vector<Unit>& units, const Asked& asked,
                    const FrameMatch& match) {
  const Fact& fact = knowledge.facts[match.fact];
  if (asked.was || asked.over || asked.ever || asked.before) return false;
  uint32_t before = 0;
  uint32_t told = 0;
  for (size_t slot = 0; slot < fact.slots.size() && slot < kMaxSlots; ++slot) {
    const uint32_t place = uint32_t{1} << slot;
    const EntityId held = fact.slots[slot].values.front().entity;  // where it came from has not been it
    const Kind kind = held == kNone ? Kind::kOpen : knowledge.KindOf(held);
    if (fact.slots[slot].role == Role::kFrom && (kind == Kind::kPerson || kind == Kind::kBody)) before |= place;
    if (fact.slots[slot].role == Role::kValue) told |= place;
  }
  bool is_before = false;
  for (size_t i = 0; i < units.size(); ++i) {
    if (!units[i].is_name) continue;
    if ((match.places[i] & told) != 0) return false;
    const uint32_t places = match.places[i] & ~kInSentence;
    is_before = is_before || (places != 0 && (places & ~before) == 0);
  }
  return is_before;
}

// The fact that bears on the claim most.
std::optional<Weighing> WeighAll(const Brain& brain, const std::vector<Unit>& units, const Asked& asked,
                                 const std::vector<FrameMatch>& matches) {
  const bool has_figure = std::any_of(units.begin(), units.end(), [](const Unit& unit) {
    return unit.quantity && unit.quantity->kind != QuantityKind::kDate && !unit.from_context;
  });
  const auto worth = [&](const Weighing& weighing) {
    const bool is_of_attribute = has_figure && IsOfNamedFigure(brain.knowledge(), *weighing.match);
    const bool tells_of_ever = asked.ever && IsUnequalled(brain, weighing.match->fact);
    // "Was he the director until 2018" is not contradicted by her who came after him.
    const bool tells_of_then = asked.over && weighing.contradicted.empty() && weighing.left.empty() &&
                               weighing.rest >= kConfirms && TellsOfBefore(brain, weighing.match->fact);
    return (tells_of_then ? kWorthOfThen : 0) + (is_of_attribute ? kAttributeWorth : 0) +
           (tells_of_ever ? kFirstWorth : 0) + weighing.rest + 0.2 * weighing.match->context -
           0.5 * static_cast<double>(weighing.left.size()) - 0.02 * static_cast<double>(weighing.contradicted.size()) +
           (weighing.match->denies ? 0.1 : 0);
  };
  std::optional<Weighing> best;
  const MarkedUnits marked = MarkUnits(brain, units);
  for (const FrameMatch& match : matches) {
    if (match.is_of_another) continue;
    Weighing weighing = Weigh(brain, units, asked, marked, match);
    if (!best || worth(weighing) > worth(*best) + 1e-9) best = std::move(weighing);
  }
  return best;
}

// Whether the claim holds by a fact that contradicts none of it; nothing if the fact does not say.
std::optional<bool> JudgeUncontradicted(const Brain& brain, const std::vector<Unit>& units, const Asked& asked,
                                        const Weighing& weighing, bool negated) {
  const FactId id = weighing.match->fact;
  const Fact& fact = brain.knowledge().facts[id];
  const bool is_borne_out =
      weighing.rest >= kConfirms && (weighing.rest >= kConfirmsWithout || !LacksThing(units, weighing));
  if (IsDoubtful(brain.knowledge(), units, asked, *weighing.match)) return {};
  if (IsSpanBetweenTimes(brain, units, asked, *weighing.match)) return {};
  if (!is_borne_out || weighing.undecided || SaysLess(brain, asked, id) || IsOnlyPlanned(fact, asked)) return {};
  if (asked.only && !fact.only && !NamesOthers(fact)) return {};
  const bool is_of_others = (asked.ever || asked.perfect) && asked.of_others;
  if (asked.of_anybody_else && !SpeaksOfOthers(brain, id) && !IsUnequalled(brain, id)) return {};
  if (is_of_others && !IsUnequalled(brain, id)) return {};
  const PartOfWhole part = asked.of_most || asked.of_each ? PartIn(brain, fact) : PartOfWhole();
  if (asked.of_most && !part.is_most && !SpeaksOfMost(brain, id)) return {};
  if (LacksPost(units, weighing)) return {};
  if (TiesValuesTogether(brain, units, *weighing.match, asked.language)) return {};
  // "Is it to be finished in August" is no claim that it is finished.
  if (weighing.is_done && (weighing.rest < kDeniesAsPlanned || HoldsFigure(units, weighing))) return {};
  if (weighing.is_done || IsToldAsBefore(brain.knowledge(), units, asked, *weighing.match)) return negated;
  const bool denied =
      IsDeniedBySentence(brain, units, *weighing.match) || ((asked.ever || is_of_others) && IsUnequalled(brain, id));
  const bool has_figure =
      std::any_of(units.begin(), units.end(), [](const Unit& unit) { return unit.quantity.has_value(); });
  const bool is_less =
      !has_figure && ((asked.of_most && part.is_most == false) || (asked.of_each && part.is_all == false));
  const bool holds = Holds(fact, asked, negated, denied || is_less);
  // What is planned denies what is claimed to be done, but not something else that goes with it.
  if (!holds && IsToCome(fact) && !denied && !negated && weighing.rest < kDeniesAsPlanned) return {};
  return holds;
}

// Whether the claim holds by the fact; nothing if the fact does not say.
std::optional<bool> Judge(const Brain& brain, const std::vector<Unit>& units, const Asked& asked,
                          const Weighing& weighing) {
  const FrameMatch& match = *weighing.match;
  const Fact& fact = brain.knowledge().facts[match.fact];
  const bool negated = asked.negated != weighing.negated;
  // "Will it be finished in two years" is not denied by what says that it is not finished yet.
  const bool denies = match.denies && !(asked.ahead && IsToCome(fact) && HoldsFigure(units, weighing));
  std::optional<bool> holds;
  if (denies && weighing.rest >= kDenies) {
    holds = Holds(fact, asked, negated && !match.denies_negation, true);
  } else if (weighing.contradicted.size() == 1 && !weighing.undecided && Refutes(brain.knowledge(), units, weighing)) {
    holds = negated && !NegatesAlike(brain, asked, match.fact);
  } else if (weighing.contradicted.empty()) {
    holds = JudgeUncontradicted(brain, units, asked, weighing, negated);
  }
  if (!weighing.contradicted.empty()) return holds;
  if (holds == false && Restates(brain, units, asked, match)) holds = true;
  return holds;
}

void Tell(bool holds, Finding& finding) {
  finding.status = Status::kAnswered;
  finding.saying = holds ? "yes" : "no";
  finding.values.push_back({.text = finding.saying, .number = {}, .unit = "", .bound = "", .date = "", .entity = ""});
}

}  // namespace

Finding Verify(const Brain& brain, const std::vector<Unit>& units, const Asked& asked,
               const std::vector<FrameMatch>& matches) {
  Finding finding;
  const std::optional<Weighing> best = WeighAll(brain, units, asked, matches);
  if (!best) return finding;
  if (const auto listed = asked.only ? std::nullopt : ListedElsewhere(brain, units, asked, matches)) {
    finding.facts = {listed->listing, listed->own};
    Tell(asked.negated, finding);
    return finding;
  }
  finding.facts = {best->match->fact};
  for (const size_t i : best->left) {
    finding.left.push_back(units[i].text);
    if (IsUnsaid(units, i, matches)) finding.unsaid.push_back(units[i].text);
  }
  // "Does it back those who are not from there" is decided by no fact that is not about them.
  if (!best->left.empty() || (asked.negates_part && !best->match->denies)) return finding;
  const std::optional<bool> holds = Judge(brain, units, asked, *best);
  const bool offers = OffersAny(units);
  if (!holds || (offers && !*holds)) return finding;
  Tell(*holds, finding);
  if (asked.having && !*holds && asked.negated == best->negated) finding.saying = "no, has not";
  // "Did it rise or fall", "is it in the town or in the village".
  if (offers || (asked.either && !*holds && HoldsTheOther(units, *best->match, best->contradicted))) {
    finding.saying.clear();
    finding.values.clear();
  }
  finding.focus.push_back(brain.knowledge().facts[best->match->fact].subject);
  return finding;
}

}  // namespace docent

#include "bot/answering/sharpen.h"

#include <algorithm>
#include <span>

#include "bot/answering/slot_fit.h"
#include "bot/reading/marks.h"
#include "bot/text/units.h"

namespace docent {
namespace {

// Only the last word of the noun phrase is what is asked for; those before it say which. What is counted tells one
// number from another, however many facts speak of it.
void MarkHead(WordSpan head, Kind kind, std::vector<Unit>& units) {
  constexpr double kCountedWeight = 0.6;
  const auto last = std::find_if(units.rbegin(), units.rend(), [&](const Unit& unit) { return head.Holds(unit.span); });
  if (last == units.rend()) return;
  last->is_head = true;
  // "Which metro line": of a thing that no fact speaks of no line is told.
  for (Unit& unit : units) {
    const bool says_which = head.Holds(unit.span) && &unit != &*last && unit.is_absent && !unit.is_loose;
    unit.is_constraint = unit.is_constraint || says_which;
  }
  if (kind == Kind::kCount && !last->is_loose) last->weight = std::max(last->weight, kCountedWeight);
}

// "有多少名员工": where the form has no slot for it, what is counted stands behind the words that ask for the number,
// and behind a word for the measure ("名").
void MarkCounted(const std::vector<bool>& is_form, std::vector<Unit>& units) {
  constexpr size_t kMostBetween = 1;
  const auto last = std::find(is_form.rbegin(), is_form.rend(), true);
  const auto behind = static_cast<size_t>(is_form.rend() - last);
  if (behind == 0) return;
  for (Unit& unit : units) {
    if (unit.from_context || unit.span.begin < behind) continue;
    const bool is_noun = !unit.is_loose && !unit.is_name && !unit.quantity && CurrencyOf(unit.text).empty();
    if (is_noun && unit.span.begin <= behind + kMostBetween) MarkHead(unit.span, Kind::kCount, units);
    return;
  }
}

// "What is the museum's headcount": the noun behind its owner tells the kind of the answer.
void ReadKindNoun(const MarkedQuestion& marked, const RuleSet& rules, std::vector<Unit>& units, Asked& asked) {
  for (size_t i = 1; i < units.size(); ++i) {
    const bool is_owned = units[i - 1].is_name && units[i - 1].span.end < units[i].span.begin &&
                          IsOwnerOf(marked, units[i - 1].span, units[i].span, rules);
    // "Its capital market": the noun behind it says what it is.
    const bool is_first_of_two =
        i + 1 < units.size() && units[i].span.end == units[i + 1].span.begin && !units[i + 1].is_loose;
    if (!is_owned || is_first_of_two || units[i].is_name || !IsFigure(units[i].kind)) continue;
    asked.kind = units[i].kind;
    units[i].is_head = true;
    return;
  }
}

// "The attendance at the opening": what attribute of figures is meant is said; what else is told of the opening is
// none.
void RequireFigure(const Brain& brain, const MarkedQuestion& marked, std::vector<Unit>& units) {
  if (units.empty()) return;
  Unit& first = units.front();
  const size_t next = first.span.end;
  const bool is_noun = !first.is_loose && !first.is_name && !first.from_context && !first.quantity;
  if (!is_noun || next >= marked.words.size()) return;
  if (!HoldsMark(marked, {next, next + 1}, "says of which", brain.rules())) return;
  if (HoldsMark(marked, first.span, "asks size", brain.rules())) return;  // any figure may be the size of something
  const bool is_figure = std::any_of(first.terms.begin(), first.terms.end(), [&](const UnitTerm& term) {
    const auto id = static_cast<AttributeId>(term.key & 0xFFFFFFFF);
    return SortOf(term.key) == TermSort::kAttribute && IsFigure(brain.knowledge().attributes[id].kind);
  });
  first.is_constraint = first.is_constraint || is_figure;
}

// "Output per second of the new mill": in keywords, the attribute that stands first says what kind of figure is wanted.
// "Visitors" may ask for who they are.
Kind KindOfFirstAttribute(const Brain& brain, const MarkedQuestion& marked, const std::vector<Unit>& units) {
  if (units.empty()) return Kind::kOpen;
  const Unit& first = units.front();
  if (first.is_name || first.is_loose || first.quantity || first.from_context) return Kind::kOpen;
  if (HoldsMark(marked, first.span, "asks size", brain.rules())) return Kind::kOpen;
  Kind kind = Kind::kOpen;
  for (const UnitTerm& term : first.terms) {
    if (SortOf(term.key) != TermSort::kAttribute) continue;
    const Kind own = brain.knowledge().attributes[static_cast<AttributeId>(term.key & 0xFFFFFFFF)].kind;
    if (kind != Kind::kOpen && kind != own) return Kind::kOpen;
    kind = own;
  }
  const bool is_measured = kind == Kind::kNumber || kind == Kind::kMoney || kind == Kind::kShare;
  return is_measured ? kind : Kind::kOpen;
}

// "Where is the view better, in the first volume or the second": things that are no places are offered, so none is
// asked for.
bool OffersNoPlaces(const Brain& brain, const MarkedQuestion& marked, const std::vector<Unit>& units) {
  const auto is_thing = [&](const Unit& unit) {
    return unit.is_name && !unit.from_context && !unit.terms.empty() &&
           SortOf(unit.terms.front().key) == TermSort::kEntity &&
           brain.knowledge().KindOf(static_cast<EntityId>(unit.terms.front().key & 0xFFFFFFFF)) != Kind::kPlace;
  };
  for (size_t i = 1; i < units.size(); ++i) {
    const WordSpan between = {units[i - 1].span.end, units[i].span.begin};
    if (between.begin < between.end && is_thing(units[i - 1]) && is_thing(units[i]) &&
        HoldsMark(marked, between, "offers a choice", brain.rules()))
      return true;
  }
  return false;
}

// "Who heads it": that a fact names people of the thing does not make one of them its head.
void WeighDeed(std::vector<Unit>& units) {
  constexpr double kDeedWeight = 0.5;
  constexpr double kLight = 0.2;
  if (units.empty()) return;
  const auto first = std::min_element(
      units.begin(), units.end(), [](const Unit& one, const Unit& other) { return one.span.begin < other.span.begin; });
  // However many facts speak of presidents, "who is the president" asks for one.
  const bool is_light = first->weight < kLight && first->kind != Kind::kPerson;
  if (first->is_name || first->quantity || first->from_context || is_light) return;
  first->weight = std::max(first->weight, kDeedWeight);
  first->is_deed = true;
}

// "Who is the director": whoever is no person has no post, and a fact that speaks of none does not tell who has it.
void ReadPost(const MarkedQuestion& marked, const RuleSet& rules, std::vector<Unit>& units, Asked& asked) {
  constexpr size_t kFirst = 2;  // from "who is" on, with "the" or without it
  constexpr size_t kLast = 3;
  const auto who = std::find_if(marked.mentions.begin(), marked.mentions.end(),
                                [&](const Mention& mention) { return IsMarked(mention, "question word", rules); });
  const size_t begin = who == marked.mentions.end() ? 0 : who->span.begin;
  for (size_t i = 0; i < units.size(); ++i) {
    Unit& unit = units[i];
    // "The vice president", whose rank is a word by itself.
    const bool is_ranked = i > 0 && units[i - 1].is_deed && units[i - 1].span.end == unit.span.begin;
    const size_t first = is_ranked ? units[i - 1].span.begin : unit.span.begin;
    const bool is_asked = first >= begin + kFirst && first <= begin + kLast;
    if ((!unit.is_deed && !is_ranked) || unit.kind != Kind::kPerson || !is_asked) continue;
    unit.is_constraint = true;
    asked.by_post = true;
  }
}

// "The Aurora company": a noun right behind a name may only say what the thing is. Of what kind it is must agree: "the
// Aurora district" is another thing.
void LightenAppositions(const Brain& brain, const MarkedQuestion& marked, std::vector<Unit>& units) {
  constexpr double kLightShare = 0.2;
  for (size_t i = 1; i < units.size(); ++i) {
    const Unit& name = units[i - 1];
    Unit& noun = units[i];
    const bool follows = name.is_name && name.span.end == noun.span.begin && !noun.is_name && !noun.quantity;
    if (!follows || noun.is_head || !HoldsMark(marked, noun.span, "says what it is", brain.rules())) continue;
    const bool is_of_kind = std::any_of(name.terms.begin(), name.terms.end(), [&](const UnitTerm& term) {
      return SortOf(term.key) == TermSort::kEntity &&
             brain.knowledge().KindOf(static_cast<EntityId>(term.key & 0xFFFFFFFF)) == noun.kind;
    });
    if (!is_of_kind) continue;
    noun.weight *= kLightShare;
    noun.is_constraint = false;
    noun.is_loose = true;
  }
}

EntityId EntityNamedBy(const Unit& unit) {
  if (!unit.is_name || unit.from_context) return kNone;
  for (const UnitTerm& term : unit.terms) {
    if (SortOf(term.key) == TermSort::kEntity) return static_cast<EntityId>(term.key & 0xFFFFFFFF);
  }
  return kNone;
}

// "The Lisbon architect Ferrante": a name before the noun only says more of the thing that is named behind it, if a
// fact about that holds both.
void LightenAttributedNames(const Brain& brain, std::vector<Unit>& units) {
  constexpr double kLightShare = 0.3;
  for (size_t i = 2; i < units.size(); ++i) {
    Unit& attributed = units[i - 2];
    const Unit& noun = units[i - 1];
    const EntityId thing = EntityNamedBy(units[i]);
    const EntityId place = EntityNamedBy(attributed);
    const bool follow = attributed.span.end == noun.span.begin && noun.span.end == units[i].span.begin;
    if (thing == kNone || place == kNone || thing == place || !follow) continue;
    const bool is_its_type = std::any_of(noun.terms.begin(), noun.terms.end(), [&](const UnitTerm& term) {
      return SortOf(term.key) == TermSort::kType &&
             brain.knowledge().IsA(thing, static_cast<TypeId>(term.key & 0xFFFFFFFF));
    });
    const std::span<const FactId> facts = brain.frames().FactsOf(thing);
    const bool are_related = std::any_of(facts.begin(), facts.end(), [&](FactId fact) {
      return brain.knowledge().facts[fact].subject == thing &&
             brain.frames().Find(fact, KeyOf(TermSort::kEntity, place)).has_value();
    });
    if (!is_its_type || !are_related) continue;
    attributed.weight *= kLightShare;
    attributed.is_constraint = false;
    attributed.is_loose = true;
  }
}

// What the classes among the meanings are of: money, if some are and none is of another kind.
bool AreOfMoney(std::span<const Meaning> meanings, const Language& language) {
  bool is_money = false;
  for (const Meaning& meaning : meanings) {
    if (meaning.kind != MeaningKind::kClass) continue;
    const Kind kind = language.classes[meaning.id].kind;
    if (kind != Kind::kOpen && kind != Kind::kMoney) return false;
    is_money = is_money || kind == Kind::kMoney;
  }
  return is_money;
}

// "How much will they spend" asks for money, "how much does it weigh" does not. An author's own phrase ("invest in") is
// of what its first word is.
bool AsksForMoney(const MarkedQuestion& marked, const std::vector<bool>& is_form, const Brain& brain) {
  return std::any_of(marked.mentions.begin(), marked.mentions.end(), [&](const Mention& mention) {
    if (is_form[mention.span.begin]) return false;
    if (Has(mention, MeaningKind::kClass)) return AreOfMoney(mention.meanings, brain.language());
    if (!Has(mention, MeaningKind::kAttribute)) return false;
    const std::vector<Vocabulary::Match> matches = brain.vocabulary().MatchesAt(marked.words, mention.span.begin);
    return std::any_of(matches.begin(), matches.end(), [&](const Vocabulary::Match& match) {
      return match.length == 1 && AreOfMoney(match.meanings, brain.language());
    });
  });
}

// "How much flour did it make": of flour, whatever else one makes.
bool AsksHowMuchOf(const Brain& brain, const MarkedQuestion& marked, const std::vector<bool>& is_form,
                   const std::vector<Unit>& units) {
  const auto first = std::find_if(units.begin(), units.end(), [](const Unit& unit) { return !unit.from_context; });
  if (first == units.end() || first->span.begin == 0 || !is_form[first->span.begin - 1]) return false;
  const bool is_thing = !first->is_loose && !first->is_name && !first->quantity && first->kind != Kind::kMoney;
  const bool may_be_sum = std::any_of(first->terms.begin(), first->terms.end(), [&](const UnitTerm& term) {
    const auto id = static_cast<uint32_t>(term.key & 0xFFFFFFFF);
    if (SortOf(term.key) == TermSort::kClass) return brain.language().classes[id].kind == Kind::kMoney;
    return SortOf(term.key) == TermSort::kAttribute && brain.knowledge().attributes[id].kind == Kind::kMoney;
  });
  return is_thing && !may_be_sum && first->span.end < marked.words.size();
}

}  // namespace

void SharpenForm(const Brain& brain, const MarkedQuestion& marked, Form& form, std::vector<Unit>& units) {
  Asked& asked = form.asked;
  if (asked.act == Act::kLookUp && asked.kind == Kind::kOpen && !form.head)
    ReadKindNoun(marked, brain.rules(), units, asked);
  if (form.rule == nullptr && asked.act == Act::kLookUp && asked.kind == Kind::kOpen)
    asked.kind = KindOfFirstAttribute(brain, marked, units);
  if (form.rule != nullptr && asked.act == Act::kLookUp) {
    if (asked.kind == Kind::kPerson) {
      WeighDeed(units);
      ReadPost(marked, brain.rules(), units, asked);
      if (HoldsMark(marked, {0, marked.words.size()}, "speaks for another", brain.rules())) asked.by_post = true;
    }
    if (asked.kind == Kind::kName && !units.empty()) units.front().is_constraint = true;  // what is it the name of
    const bool is_change = HoldsMark(marked, {0, marked.words.size()}, "asks for a change", brain.rules());
    if (asked.kind == Kind::kNumber && !is_change && !AsksHowMuchOf(brain, marked, form.is_form, units) &&
        AsksForMoney(marked, form.is_form, brain))
      asked.kind = Kind::kMoney;
  }
  if (asked.act == Act::kLookUp && asked.kind == Kind::kPlace && OffersNoPlaces(brain, marked, units))
    asked.kind = Kind::kOpen;
  if (asked.act == Act::kLookUp && asked.kind == Kind::kOpen) RequireFigure(brain, marked, units);
  LightenAppositions(brain, marked, units);
  LightenAttributedNames(brain, units);
  for (size_t i = 0; i < marked.words.size(); ++i)  // be it in a longer phrase: "runs every"
    asked.each_time = asked.each_time || BeginsMark(marked, i, "each time", brain.vocabulary(), brain.rules());
  for (Unit& unit : units) {
    if (unit.from_context) continue;
    unit.is_any_sum = HoldsMark(marked, unit.span, "any sum", brain.rules());
    // What it was the year before is not told by a fact that has its words apart.
    const bool is_of_other_year = HoldsMark(marked, unit.span, "year before", brain.rules()) ||
                                  HoldsMark(marked, unit.span, "year after", brain.rules());
    if (is_of_other_year) {
      unit.is_constraint = true;
      unit.parts.clear();
    }
    unit.is_change = HoldsMark(marked, unit.span, "changes", brain.rules());
    const bool is_needed = asked.act == Act::kLookUp && (asked.kind == Kind::kNumber || asked.kind == Kind::kMoney) &&
                           !unit.is_head && unit.is_change;
    unit.is_constraint = unit.is_constraint || is_needed;
    unit.is_denying = HoldsMark(marked, unit.span, "denying verb", brain.rules());
    // "Why does it avoid the mill" is not answered by why it likes it.
    unit.is_constraint = unit.is_constraint || (unit.is_denying && asked.act != Act::kVerify);
  }
  if (form.head) MarkHead(*form.head, asked.kind, units);
  const bool counts = asked.kind == Kind::kCount || asked.kind == Kind::kNumber;
  if (!form.head && asked.act == Act::kLookUp && counts && marked.language == "zh") MarkCounted(form.is_form, units);
}

}  // namespace docent

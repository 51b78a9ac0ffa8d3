#include "bot/answering/slot_fit.h"

#include <algorithm>
#include <cctype>

#include "bot/text/units.h"

namespace docent {
namespace {

bool HoldsKind(const Knowledge& knowledge, const Slot& slot, Kind kind) {
  return std::any_of(slot.values.begin(), slot.values.end(), [&](const Value& value) {
    return value.entity != kNone && knowledge.KindOf(value.entity) == kind;
  });
}

// Whether what is counted is the unit of the figure: "how many crowns".
bool IsOfUnit(const Slot& slot, const Asked& asked) {
  const auto& figure = slot.values.front().quantity;
  return figure && !figure->unit.empty() &&
         std::find(asked.head.begin(), asked.head.end(), StemKey(Stem(figure->unit))) != asked.head.end();
}

bool HoldsTimeOfDay(const Slot& slot) {
  return std::any_of(slot.values.begin(), slot.values.end(),
                     [](const Value& value) { return value.quantity && IsTimeOfDay(*value.quantity); });
}

bool IsQuantity(const Slot& slot, QuantityKind kind) {
  return std::any_of(slot.values.begin(), slot.values.end(),
                     [&](const Value& value) { return value.quantity && value.quantity->kind == kind; });
}

// "390 kilometres" are no number of lighthouses.
bool IsMeasured(const Slot& slot) {
  return std::any_of(slot.values.begin(), slot.values.end(), [](const Value& value) {
    return value.quantity && !value.quantity->unit.empty() && IsMeasure(value.quantity->unit);
  });
}

bool HoldsLargeNumber(const Slot& slot) {
  constexpr double kLarge = 1e6;
  return std::any_of(slot.values.begin(), slot.values.end(), [](const Value& value) {
    return value.quantity && value.quantity->kind == QuantityKind::kNumber && value.quantity->number >= kLarge;
  });
}

bool IsActor(Role role) {
  return role == Role::kWho || role == Role::kWhom || role == Role::kWith || role == Role::kBy || role == Role::kTold;
}

double FitOfAgent(const Knowledge& knowledge, const Slot& slot, const Asked& asked) {
  const Kind kind = asked.kind;
  // Whose words a fact is, or who was told, is seldom meant unless the question is about saying.
  if (slot.role == Role::kBy) return kind == Kind::kBody && HoldsKind(knowledge, slot, Kind::kPerson) ? 0.3 : 0.6;
  if (slot.role == Role::kTold) return 0.2;
  if (HoldsKind(knowledge, slot, kind) || slot.kind == kind) return 1;
  const Kind other = kind == Kind::kPerson ? Kind::kBody : Kind::kPerson;
  const bool acts =
      IsActor(slot.role) || slot.role == Role::kSubject || slot.role == Role::kValue || slot.role == Role::kWhat;
  if (HoldsKind(knowledge, slot, other)) return asked.by_post ? 0.2 : kind == Kind::kPerson && acts ? 0.85 : 0.5;
  const bool is_text = std::none_of(slot.values.begin(), slot.values.end(),
                                    [](const Value& value) { return value.entity != kNone || value.quantity; });
  if (IsActor(slot.role)) return is_text ? 0.85 : 0.75;
  // "Who built it" is not answered by where it stands.
  if (slot.kind == Kind::kPlace && slot.role == Role::kValue) return 0;
  return HoldsKind(knowledge, slot, Kind::kPlace) && slot.role != Role::kWhere ? 0.3 : 0;
}

double FitOfOpen(const Slot& slot) {
  switch (slot.role) {
    case Role::kValue:
    case Role::kWhat:
      return 1;
    case Role::kExamples:
    case Role::kIncluding:
    case Role::kAttribute:
      return 0.9;
    case Role::kAmount:
    case Role::kWhom:
    case Role::kWith:
    case Role::kWhy:
    case Role::kHow:
    case Role::kAmong:
    case Role::kTo:
      return 0.75;
    case Role::kSubject:
    case Role::kWho:
      return 0.65;
    case Role::kWhere:
    case Role::kWhen:
    case Role::kWithin:
    case Role::kFrom:
    case Role::kPhase:
    case Role::kBy:
    case Role::kTold:
      return 0.4;
  }
  return 0;
}

// Whether a date says the part that is asked for: "January" does not answer "in which year".
bool HoldsPart(const Slot& slot, const Asked& asked) {
  const auto lacks = [&](const Value& value) {
    // "Every Saturday", which its author calls a date, says the day.
    if (!value.quantity || value.quantity->kind != QuantityKind::kDate)
      return asked.year || asked.month ||
             (asked.day && (slot.role != Role::kValue || slot.kind != Kind::kDate || value.quantity));
    const Date& date = value.quantity->date;
    return (asked.year && date.year == 0) || (asked.month && date.month == 0) || (asked.day && date.day == 0);
  };
  return std::any_of(slot.values.begin(), slot.values.end(), [&](const Value& value) { return !lacks(value); });
}

// By a name of the facts, or one that they only write: "Port Ainsley", not "a new head office".
bool IsNamed(const Slot& slot) {
  return std::any_of(slot.values.begin(), slot.values.end(), [](const Value& value) {
    const auto first = static_cast<unsigned char>(value.text.empty() ? 'A' : value.text.str().front());
    return value.entity != kNone || (std::islower(first) == 0 && std::isdigit(first) == 0);
  });
}

// "The accident on the bridge": an author's words for a thing, and no name that it goes by.
bool IsDescribed(const Knowledge& knowledge, const Slot& slot) {
  return std::any_of(slot.values.begin(), slot.values.end(), [&](const Value& value) {
    return value.entity != kNone &&
           std::islower(static_cast<unsigned char>(knowledge.entities[value.entity].name.front())) != 0;
  });
}

// "In the second volume": things that are known not to be places.
bool IsOfNoPlace(const Knowledge& knowledge, const Slot& slot) {
  return std::all_of(slot.values.begin(), slot.values.end(), [&](const Value& value) {
    return value.entity != kNone && !knowledge.entities[value.entity].types.empty() &&
           knowledge.KindOf(value.entity) != Kind::kPlace;
  });
}

double FitOfKind(const Knowledge& knowledge, const Slot& slot, const Asked& asked) {
  const Kind kind = asked.kind;
  switch (kind) {
    case Kind::kMoney:
      if (slot.kind == Kind::kMoney || IsQuantity(slot, QuantityKind::kMoney)) return 1;
      // A figure whose unit the source leaves out.
      return slot.kind != Kind::kCount && HoldsLargeNumber(slot) ? 0.7 : 0;
    case Kind::kCount:
    case Kind::kNumber:
      // Crowns are no number of things, though their author's currency is none that the language knows.
      if (HoldsTimeOfDay(slot) || (kind == Kind::kCount && slot.kind == Kind::kMoney && !IsOfUnit(slot, asked)))
        return 0;
      // The figure that a fact states goes before one that it mentions.
      if (IsQuantity(slot, QuantityKind::kNumber))
        return slot.role == Role::kFrom || slot.role == Role::kAmong ? 0.8 : slot.role == Role::kAmount ? 0.96 : 1;
      if (kind == Kind::kNumber && (IsQuantity(slot, QuantityKind::kMoney) || IsQuantity(slot, QuantityKind::kShare)))
        return 0.9;
      return 0;
    case Kind::kShare:
      return slot.kind == Kind::kShare || IsQuantity(slot, QuantityKind::kShare) ? 1 : 0;
    case Kind::kDate:
      if (!HoldsPart(slot, asked)) return 0;
      if (slot.role == Role::kWhen || slot.kind == Kind::kDate || IsQuantity(slot, QuantityKind::kDate)) return 1;
      return slot.role == Role::kWithin || slot.kind == Kind::kSpan ? 0.8 : 0;
    case Kind::kSpan:
      return slot.role == Role::kWithin || slot.kind == Kind::kSpan || IsQuantity(slot, QuantityKind::kSpan) ? 1 : 0;
    case Kind::kPerson:
    case Kind::kBody:
      return FitOfAgent(knowledge, slot, asked);
    case Kind::kPlace:
      // A district that signs is not where it was signed.
      if (IsActor(slot.role)) return HoldsKind(knowledge, slot, Kind::kPlace) ? 0.5 : 0;
      if (slot.role == Role::kWhere || slot.role == Role::kTo || slot.kind == Kind::kPlace)
        return slot.role == Role::kWhere && IsOfNoPlace(knowledge, slot) ? 0.5 : 1;
      if (asked.at_body && slot.role == Role::kValue && HoldsKind(knowledge, slot, Kind::kBody)) return 0.8;
      return HoldsKind(knowledge, slot, Kind::kPlace) ? 0.9 : 0;
    case Kind::kReason:
      return slot.role == Role::kWhy || slot.kind == Kind::kReason ? 1 : 0;
    case Kind::kManner:
      return slot.role == Role::kHow || slot.kind == Kind::kManner ? 1 : FitOfOpen(slot) * 0.6;
    case Kind::kList:
      return FitOfOpen(slot) * (slot.values.size() > 1 ? 1 : 0.8);
    case Kind::kName:
      // "An unknown thief" names nobody, nor does a year.
      if (FitOfOpen(slot) < 0.5 || slot.values.front().quantity) return 0;
      if (IsDescribed(knowledge, slot)) return 0;
      // At what occasion is seldom the name of what happened there.
      return !IsNamed(slot) ? 0 : slot.role == Role::kAttribute ? 0.5 : FitOfOpen(slot);
    case Kind::kOpen:
    case Kind::kText:
    case Kind::kFlag:
      return FitOfOpen(slot);
  }
  return 0;
}

// "which company": of the type, or words that name it.
double FitOfHead(const Knowledge& knowledge, const FrameIndex& index, FactId id, size_t position, const Asked& asked) {
  const Slot& slot = knowledge.facts[id].slots[position];
  // "Which islands have only one cable" is not answered by how many they are.
  if (!asked.types.empty() && slot.kind == Kind::kCount && IsQuantity(slot, QuantityKind::kNumber)) return 0;
  for (const Value& value : slot.values) {
    for (const TypeId type : asked.types) {
      if (value.entity != kNone && knowledge.IsA(value.entity, type)) return 1;
    }
  }
  // A thing that is known to be of another type is not what was asked for, whatever its name says.
  const bool is_other =
      !asked.types.empty() && std::any_of(slot.values.begin(), slot.values.end(), [&](const Value& value) {
        return value.entity != kNone && !knowledge.entities[value.entity].types.empty();
      });
  if (is_other) return 0;
  const uint32_t own = uint32_t{1} << position;
  for (const TermKey key : asked.head) {
    const std::optional<FrameTerm> term = index.Find(id, key);
    if (!term) continue;
    // A type that is declared is told by its own words; what else is called a fund is none of those.
    const TermSort sort = SortOf(key);
    if (!asked.types.empty() && sort != TermSort::kType && sort != TermSort::kStem && sort != TermSort::kPair) continue;
    if ((term->places & own) != 0) return 0.95;
    const bool names_value =
        (!asked.sort || sort == TermSort::kStem) && (slot.role == Role::kValue || slot.role == Role::kWhat);
    if ((term->places & (kInPredicate | kInFurtherWords)) != 0 && names_value) return 0.9;
  }
  return 0;
}

// "What sort of ships" is answered by no harbour and no captain, though ships may be part of what they are called.
bool IsNoSort(const Knowledge& knowledge, const Slot& slot) {
  return std::all_of(slot.values.begin(), slot.values.end(), [&](const Value& value) {
    return value.entity != kNone && knowledge.KindOf(value.entity) != Kind::kOpen;
  });
}

// Things that are known to be of another type: a town where a country is asked for, an area where a street is, a ward
// where a province is.
bool IsOfAnotherPlace(const Knowledge& knowledge, const Slot& slot, const Asked& asked) {
  const auto is_of = [&](const Value& value, const std::vector<TypeId>& types) {
    return value.entity != kNone &&
           std::any_of(types.begin(), types.end(), [&](TypeId type) { return knowledge.IsA(value.entity, type); });
  };
  const bool is_strict = asked.small_place || !asked.types.empty();
  bool is_other = false;
  for (const Value& value : slot.values) {
    if (is_of(value, asked.types)) return false;
    const bool is_typed = value.entity != kNone && !knowledge.entities[value.entity].types.empty();
    is_other = is_other || is_of(value, asked.other_places) || (is_strict && is_typed);
  }
  return is_other;
}

// "Second floor" holds "floor"; "foreign teams" may be near in meaning to "countries".
bool HoldsHeadItself(const FrameIndex& index, FactId id, size_t position, const Asked& asked) {
  return std::any_of(asked.head.begin(), asked.head.end(), [&](TermKey key) {
    const std::optional<FrameTerm> term = SortOf(key) == TermSort::kStem ? index.Find(id, key) : std::nullopt;
    return term && (term->places & (uint32_t{1} << position)) != 0;
  });
}

// "With how many groups": two are named.
bool IsCountable(const Knowledge& knowledge, const Slot& slot, const Asked& asked) {
  return slot.values.size() > 1 && std::all_of(slot.values.begin(), slot.values.end(), [&](const Value& value) {
           return value.entity != kNone && std::any_of(asked.types.begin(), asked.types.end(),
                                                       [&](TypeId type) { return knowledge.IsA(value.entity, type); });
         });
}

// Whether the question has a word of the fact's attribute: of "who delivered it" a customer tells neither who did nor
// to whom.
bool NamesAttribute(const FrameIndex& index, FactId fact, const Asked& asked) {
  return std::any_of(asked.words.begin(), asked.words.end(), [&](TermKey key) {
    const std::optional<FrameTerm> term = index.Find(fact, key);
    return term && (term->places & kInPredicate) != 0;
  });
}

bool IsValueAnAgent(const Knowledge& knowledge, const Fact& fact, Kind asked) {
  const Slot* value = fact.Find(Role::kValue);
  return value != nullptr && (asked == Kind::kPerson || asked == Kind::kBody) &&
         (HoldsKind(knowledge, *value, Kind::kPerson) || HoldsKind(knowledge, *value, Kind::kBody));
}

}  // namespace

bool IsFigure(Kind kind) {
  return kind == Kind::kMoney || kind == Kind::kCount || kind == Kind::kNumber || kind == Kind::kShare ||
         kind == Kind::kDate || kind == Kind::kSpan;
}

double SlotFit(const Knowledge& knowledge, const FrameIndex& index, FactId fact, size_t slot, const Asked& asked) {
  constexpr double kFitOfWhoHas = 0.8;
  const Slot& held = knowledge.facts[fact].slots[slot];
  // An event's own name is its author's, not an answer.
  if (knowledge.facts[fact].is_event && held.role == Role::kSubject) return 0;
  // Of an attribute that is a place the value says where, and not the park that has it.
  const AttributeId attribute = knowledge.facts[fact].attribute;
  const bool has_place = attribute != kNone && knowledge.attributes[attribute].kind == Kind::kPlace;
  if (has_place && asked.kind == Kind::kPlace && held.role == Role::kSubject) return 0;
  // What a price was before is no number of things.
  const bool is_sum = attribute != kNone && knowledge.attributes[attribute].kind == Kind::kMoney;
  if (is_sum && asked.kind == Kind::kCount && (held.role == Role::kFrom || held.role == Role::kTo)) return 0;
  // "What do they pay for the charter": that it is chartered, "yes", is no answer.
  const bool asks_other = asked.kind != Kind::kFlag && asked.kind != Kind::kOpen && asked.kind != Kind::kText;
  if (held.role == Role::kValue && held.kind == Kind::kFlag && asks_other) return 0;
  double by_kind = FitOfKind(knowledge, held, asked);
  // "Who supplies it": of the firm that has a supplier and the one that is it, the value says who.
  if (attribute != kNone && held.role == Role::kSubject &&
      IsValueAnAgent(knowledge, knowledge.facts[fact], asked.kind) && NamesAttribute(index, fact, asked))
    by_kind *= kFitOfWhoHas;
  // "Who said" means the speaker before anyone else; a fact that names no role so may still hold the answer.
  // What it was before is told by no other figure.
  if (asked.role) return held.role == *asked.role ? 1 : by_kind * (*asked.role == Role::kFrom ? 0.3 : 0.6);
  if (asked.head.empty()) return by_kind;
  if (asked.kind == Kind::kCount && by_kind > 0 && !asked.of_measure && IsMeasured(held)) return 0;
  if (asked.kind == Kind::kCount && by_kind == 0 && IsCountable(knowledge, held, asked)) return 0.9;
  if (IsFigure(asked.kind)) return by_kind;
  if (asked.sort && IsNoSort(knowledge, held)) return 0;
  const double by_head = FitOfHead(knowledge, index, fact, slot, asked);
  const bool is_strict =
      asked.kind != Kind::kOpen && asked.kind != Kind::kText && asked.kind != Kind::kName && asked.kind != Kind::kList;
  if (asked.sort_of_place) {
    constexpr double kOtherSort = 0.3;
    if (IsOfAnotherPlace(knowledge, held, asked)) return by_kind * kOtherSort;
    if (by_kind > 0 && IsNamed(held)) return 1;
    return HoldsHeadItself(index, fact, slot, asked) ? by_head : by_kind * kOtherSort;
  }
  // "Which ward": somewhere else, or where something else was.
  if (asked.kind == Kind::kPlace && by_head == 0 && !asked.types.empty()) {
    constexpr double kOtherType = 0.3;
    constexpr double kOfNoType = 0.6;
    return by_kind * (IsOfAnotherPlace(knowledge, held, asked) ? kOtherType : kOfNoType);
  }
  if (is_strict) return by_kind == 0 ? by_head * 0.6 : std::max(by_kind * 0.8, by_head);
  // An open head noun that the slot does not name may still be what the fact calls otherwise.
  return std::max(by_head, by_kind * 0.55);
}

}  // namespace docent

#include "bot/answering/told_order.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bot/answering/match.h"
#include "bot/answering/slot_fit.h"
#include "bot/answering/standing.h"
#include "bot/answering/wording.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr float kCovered = 0.5F;

using Entities = std::vector<EntityId>;

bool Holds(const Entities& entities, EntityId entity) {
  return std::find(entities.begin(), entities.end(), entity) != entities.end();
}

Entities EntitiesOf(const Mention& mention) {
  Entities entities;
  for (const Meaning& meaning : mention.meanings) {
    if (meaning.kind == MeaningKind::kEntity) entities.push_back(static_cast<EntityId>(meaning.id));
  }
  return entities;
}

struct Order {
  Entities earlier;
  Entities later;
};

// The order that a text tells by its only word for one: what stands behind "before" ("之前": in front of it) is that
// which all else that is named came before. Nothing if it has no such word, or several, or denies something. `of_it`
// are further things that it speaks of, by whatever words.
std::optional<Order> OrderIn(const Brain& brain, const MarkedQuestion& marked, Entities of_it = {}) {
  const auto begins = [&](size_t word, std::string_view mark) {
    return BeginsMark(marked, word, mark, brain.vocabulary(), brain.rules());
  };
  constexpr std::array<std::string_view, 3> kWords = {"came before", "came after", "before, said behind"};
  std::optional<std::pair<size_t, size_t>> found;  // the word, and which of them
  for (size_t word = 0; word < marked.words.size(); ++word) {
    for (size_t i = 0; i < kWords.size(); ++i) {
      if (!begins(word, kWords[i])) continue;
      if (found) return std::nullopt;
      found = {word, i};
      break;
    }
  }
  const bool denies = std::any_of(marked.mentions.begin(), marked.mentions.end(), [&](const Mention& mention) {
    return IsNegation(marked, mention, brain.vocabulary(), brain.rules());
  });
  if (!found || denies) return std::nullopt;
  const bool is_behind = found->second == 2;
  const Mention* reference = nullptr;
  for (const Mention& mention : marked.mentions) {
    if (!Has(mention, MeaningKind::kEntity)) continue;
    if (is_behind && mention.span.begin < found->first) reference = &mention;
    if (!is_behind && mention.span.begin > found->first && reference == nullptr) reference = &mention;
  }
  if (reference == nullptr) return std::nullopt;
  for (const Mention& mention : marked.mentions) {
    if (&mention == reference) continue;
    for (const EntityId entity : EntitiesOf(mention)) of_it.push_back(entity);
  }
  Entities behind = EntitiesOf(*reference);
  std::erase_if(of_it, [&](EntityId entity) { return Holds(behind, entity); });
  Order order{std::move(of_it), std::move(behind)};
  if (found->second == 1) std::swap(order.earlier, order.later);
  return order;
}

// What the fact is about, and what something happened to in it.
Entities ThingsOf(const Fact& fact) {
  Entities things;
  for (const Slot& slot : fact.slots) {
    if (slot.role != Role::kSubject && slot.role != Role::kWhat && slot.role != Role::kWho) continue;
    for (const Value& value : slot.values) {
      if (value.entity != kNone) things.push_back(value.entity);
    }
  }
  return things;
}

struct Named {
  const Unit* unit = nullptr;
  EntityId entity = kNone;
};

// The two things that the question names; nothing if it names one, or more.
std::optional<std::pair<Named, Named>> TwoNamed(const std::vector<Unit>& units) {
  std::vector<Named> named;
  for (const Unit& unit : units) {
    if (!unit.is_name || IsOfAll(unit)) continue;
    for (const UnitTerm& term : unit.terms) {
      if (SortOf(term.key) != TermSort::kEntity) continue;
      named.push_back({&unit, static_cast<EntityId>(term.key & 0xFFFFFFFF)});
      break;
    }
  }
  if (named.size() != 2 || named[0].entity == kNone || named[0].entity == named[1].entity) return std::nullopt;
  return std::pair(named[0], named[1]);
}

class OrderFinder {
 public:
  OrderFinder(const Brain& brain, const Inquiry& inquiry) : brain_(brain), inquiry_(inquiry) {}

  Finding Find() const {
    const Asked& asked = inquiry_.form.asked;
    if (asked.negated) return {};
    const auto named = TwoNamed(inquiry_.units);
    if (!named) return {};
    const bool is_claim = asked.act == Act::kVerify || (asked.act == Act::kCompare && asked.kind == Kind::kFlag);
    return is_claim ? Claimed(*named) : Which(*named);
  }

 private:
  Finding Claimed(const std::pair<Named, Named>& named) const {
    const std::optional<Order> claimed = OrderIn(brain_, inquiry_.marked);
    const EntityId one = named.first.entity;
    const EntityId other = named.second.entity;
    if (!claimed) return {};
    const bool one_first = Holds(claimed->earlier, one) && Holds(claimed->later, other);
    if (!one_first && !(Holds(claimed->earlier, other) && Holds(claimed->later, one))) return {};
    Finding finding = Told(one, other);
    if (finding.status != Status::kAnswered) return finding;
    finding.saying = (finding.focus.front() == (one_first ? one : other)) ? "yes" : "no";
    return finding;
  }

  Finding Which(const std::pair<Named, Named>& named) const {
    const Asked& asked = inquiry_.form.asked;
    if ((asked.act != Act::kCompare && asked.act != Act::kLookUp) || IsFigure(asked.kind)) return {};
    if (!BeginsMark(inquiry_.marked, 0, "question word", brain_.vocabulary(), brain_.rules())) return {};
    const bool earlier = Says("asks which came first");
    if (earlier == Says("asks which came last")) return {};
    Finding finding = Told(named.first.entity, named.second.entity);
    if (finding.status != Status::kAnswered) return finding;
    const bool is_first = (finding.focus.front() == named.first.entity) == earlier;
    AnswerValue value;
    value.text = TextOf(inquiry_.marked, (is_first ? named.first : named.second).unit->span);
    finding.lead = Say(brain_.language(), "winner", inquiry_.marked.language, {{"first", value.text}});
    finding.values.push_back(std::move(value));
    return finding;
  }

  bool Says(std::string_view mark) const {
    return HoldsMark(inquiry_.marked, {0, inquiry_.marked.words.size()}, mark, brain_.rules());
  }

  // The fact that tells it, with the earlier of the two as its focus.
  Finding Told(EntityId one, EntityId other) const {
    const FrameIndex& frames = brain_.frames();
    const auto speaks_of = [&](FactId id, EntityId entity) {
      return frames.Find(id, KeyOf(TermSort::kEntity, entity)).has_value();
    };
    std::vector<FactId> facts(frames.FactsOf(one).begin(), frames.FactsOf(one).end());
    facts.insert(facts.end(), frames.FactsOf(other).begin(), frames.FactsOf(other).end());
    for (const FactId id : facts) {
      if (!speaks_of(id, one) || !speaks_of(id, other) || !TellsOfDeed(id)) continue;
      const Fact& fact = brain_.knowledge().facts[id];
      if (IsToCome(fact)) continue;
      const std::optional<Order> told =
          OrderIn(brain_, MarkText(brain_.vocabulary(), fact.Says(inquiry_.marked.language)), ThingsOf(fact));
      if (!told) continue;
      const bool one_first = Holds(told->earlier, one) && Holds(told->later, other);
      if (!one_first && !(Holds(told->earlier, other) && Holds(told->later, one))) continue;
      Finding finding;
      finding.status = Status::kAnswered;
      finding.facts = {id};
      finding.focus = {one_first ? one : other};
      return finding;
    }
    return {};
  }

  // Whether the fact accounts for what else the question says: was it built, or sold, before?
  bool TellsOfDeed(FactId id) const {
    constexpr double kTelling = 0.25;
    const FrameMatch match = MatchFrame(id, inquiry_.units, inquiry_.form.asked, brain_.knowledge(), brain_.frames());
    for (size_t i = 0; i < inquiry_.units.size(); ++i) {
      const Unit& unit = inquiry_.units[i];
      const bool is_of_order = !unit.from_context && (IsOrder(unit, "earlier") || IsOrder(unit, "later"));
      const bool tells = !unit.is_name && !unit.from_context && !is_of_order && unit.weight >= kTelling;
      if (tells && match.covers[i] < kCovered) return false;
    }
    return true;
  }

  bool IsOrder(const Unit& unit, std::string_view mark) const {
    return BeginsMark(inquiry_.marked, unit.span.begin, mark, brain_.vocabulary(), brain_.rules());
  }

  const Brain& brain_;
  const Inquiry& inquiry_;
};

}  // namespace

Finding FindToldOrder(const Brain& brain, const Inquiry& inquiry) { return OrderFinder(brain, inquiry).Find(); }

}  // namespace docent

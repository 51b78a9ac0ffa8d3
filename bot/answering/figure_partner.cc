#include "bot/answering/figure_partner.h"

#include <algorithm>

#include "bot/answering/interval.h"
#include "bot/answering/standing.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr size_t kMostTimes = 64;  // figures of one thing; of more none is looked at

bool SentenceHolds(const Brain& brain, const Fact& fact, std::string_view language, std::string_view mark) {
  const MarkedQuestion sentence = MarkText(brain.vocabulary(), fact.Says(language));
  return HoldsMark(sentence, {0, sentence.words.size()}, mark, brain.rules());
}

// Whether the one holds at a later time than the other, or now.
bool IsLater(const Fact& one, const Fact& other) {
  const Quantity* when = QuantityOf(one, Role::kWhen);
  const Quantity* other_when = QuantityOf(other, Role::kWhen);
  if (other_when == nullptr) return false;
  return when == nullptr || Order(*when, *other_when) > 0;
}

// Whether one of the things that are named stands in the fact's subject, its value or its place.
bool IsOfNamed(const Fact& fact, const std::vector<Unit>& units) {
  return std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
    if (!unit.is_name || unit.terms.empty() || SortOf(unit.terms.front().key) != TermSort::kEntity) return false;
    const auto named = static_cast<EntityId>(unit.terms.front().key & 0xFFFFFFFF);
    return std::any_of(fact.slots.begin(), fact.slots.end(), [&](const Slot& slot) {
      const bool is_told = slot.role == Role::kSubject || slot.role == Role::kValue || slot.role == Role::kWhere;
      return is_told && std::any_of(slot.values.begin(), slot.values.end(),
                                    [&](const Value& value) { return value.entity == named; });
    });
  });
}

}  // namespace

std::optional<FigurePair> AtTwoTimes(const Brain& brain, const std::vector<Figure>& figures, bool names_time) {
  const std::vector<Fact>& facts = brain.knowledge().facts;
  for (const Figure& figure : figures) {
    const Fact& fact = facts[figure.fact];
    if (fact.attribute == kNone || IsToCome(fact)) continue;
    if (names_time && QuantityOf(fact, Role::kWhen) == nullptr) continue;  // "since 2015": of what was then
    std::optional<FigurePair> pair;
    size_t others = 0;
    for (const RowId row : brain.rows().OfSubject(fact.subject, fact.attribute)) {
      const FactId id = brain.rows().At(row).fact;
      const Quantity* number = QuantityOf(facts[id], Role::kValue);
      const bool is_later = IsLater(facts[id], fact);
      const bool is_other =
          id != figure.fact && number != nullptr && !IsToCome(facts[id]) && (is_later || IsLater(fact, facts[id]));
      if (!is_other || !AreOfOneMeasure(figure.quantity, *number)) continue;
      if (++others > kMostTimes) return std::nullopt;
      const bool is_latest = is_later && (!pair || IsLater(facts[id], facts[pair->second.fact]));
      if (names_time ? !is_latest : pair.has_value()) continue;
      const Figure other = {id, *number, {}, 0};
      pair = is_later ? FigurePair{figure, other} : FigurePair{other, figure};
    }
    if (pair && (names_time || others == 1)) return pair;
  }
  return std::nullopt;
}

std::optional<FigurePair> PresentAndTarget(const Brain& brain, const std::vector<Figure>& presents,
                                           const std::vector<Figure>& targets, std::string_view language) {
  for (const Figure& target : targets) {
    const Fact& to_be = brain.knowledge().facts[target.fact];
    // "60 more" are to be added, and no target.
    if (!IsToCome(to_be) || SentenceHolds(brain, to_be, language, "in addition")) continue;
    const Figure* latest = nullptr;
    for (const Figure& present : presents) {
      const Fact& fact = brain.knowledge().facts[present.fact];
      if (IsToCome(fact) || fact.subject != to_be.subject) continue;
      if (!AreOfOneMeasure(present.quantity, target.quantity)) continue;
      if (latest == nullptr || IsLater(fact, brain.knowledge().facts[latest->fact])) latest = &present;
    }
    if (latest != nullptr && latest->quantity.number < target.quantity.number) return FigurePair{*latest, target};
  }
  return std::nullopt;
}

std::optional<Figure> ShareWithRest(const Brain& brain, const std::vector<Figure>& shares,
                                    const std::vector<Unit>& units, std::string_view language) {
  for (const Figure& figure : shares) {
    const Fact& fact = brain.knowledge().facts[figure.fact];
    const bool speaks_of_rest =
        SentenceHolds(brain, fact, language, "the rest") || SentenceHolds(brain, fact, language, "negation");
    if (!speaks_of_rest && IsOfNamed(fact, units) && figure.quantity.kind == QuantityKind::kShare &&
        figure.quantity.number < 1)
      return figure;
  }
  return std::nullopt;
}

}  // namespace docent

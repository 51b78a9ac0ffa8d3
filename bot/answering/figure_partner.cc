#include "bot/answering/figure_partner.h"

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

}  // namespace

std::optional<FigurePair> AtTwoTimes(const Brain& brain, const std::vector<Figure>& figures, bool names_time) {
  const std::vector<Fact>& facts = brain.knowledge().facts;
  for (const Figure& figure : figures) {
    const Fact& fact = facts[figure.fact];
    const Quantity* when = QuantityOf(fact, Role::kWhen);
    if (fact.attribute == kNone || when == nullptr || IsToCome(fact)) continue;
    std::optional<FigurePair> pair;
    size_t others = 0;
    for (const RowId row : brain.rows().OfSubject(fact.subject, fact.attribute)) {
      const FactId id = brain.rows().At(row).fact;
      const Quantity* other_when = QuantityOf(facts[id], Role::kWhen);
      const Quantity* number = QuantityOf(facts[id], Role::kValue);
      const bool is_other = id != figure.fact && other_when != nullptr && number != nullptr && !IsToCome(facts[id]);
      if (!is_other || !AreOfOneMeasure(figure.quantity, *number)) continue;
      if (++others > kMostTimes) return std::nullopt;
      const bool is_later = Order(*other_when, *when) > 0;
      const bool is_latest =
          is_later && (!pair || Order(*other_when, *QuantityOf(facts[pair->second.fact], Role::kWhen)) > 0);
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

std::optional<Figure> ShareWithRest(const Brain& brain, const std::vector<Figure>& shares, std::string_view language) {
  for (const Figure& figure : shares) {
    const Fact& fact = brain.knowledge().facts[figure.fact];
    const bool speaks_of_rest =
        SentenceHolds(brain, fact, language, "the rest") || SentenceHolds(brain, fact, language, "negation");
    if (!speaks_of_rest && figure.quantity.kind == QuantityKind::kShare && figure.quantity.number < 1) return figure;
  }
  return std::nullopt;
}

}  // namespace docent

#include "bot/answering/ranking.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "bot/answering/match.h"

namespace docent {
namespace {

constexpr size_t kMostMatches = 48;
constexpr double kLeastCoverage = 0.6;  // of the words that say by what is measured
constexpr double kMargin = 0.1;         // by which one attribute must account for more of them than the next
constexpr float kCovered = 0.5F;

struct Superlative {
  WordSpan span;
  Direction direction = Direction::kHigh;
  AttributeId attribute = kNone;  // of "deepest"; none of "most"
};

// The only superlative of the question; nothing if it has none or several.
std::optional<Superlative> FindSuperlative(const MarkedQuestion& marked, const RuleSet& rules) {
  std::optional<Superlative> found;
  for (const Mention& mention : marked.mentions) {
    std::optional<Superlative> superlative;
    for (const Meaning& meaning : mention.meanings) {
      if (meaning.kind == MeaningKind::kHigh || meaning.kind == MeaningKind::kLow) {
        const bool is_high = meaning.kind == MeaningKind::kHigh;
        superlative = {mention.span, is_high ? Direction::kHigh : Direction::kLow, meaning.id};
      } else if (meaning.kind == MeaningKind::kMark && !superlative) {
        const Mark& mark = rules.marks()[meaning.id];
        if (mark.direction && !mark.is_comparative) superlative = {mention.span, *mark.direction, mark.attribute};
      }
    }
    if (!superlative) continue;
    if (found) return std::nullopt;
    found = superlative;
  }
  return found;
}

bool IsOfType(const Unit& unit, TypeId type) {
  return std::any_of(unit.terms.begin(), unit.terms.end(),
                     [&](const UnitTerm& term) { return term.key == KeyOf(TermSort::kType, type); });
}

// What is left of the question beside the superlative and the type: by what is measured. Nothing if a name or a figure
// stands there, which would say which things of the type are meant.
std::optional<std::vector<Unit>> UnitsOfMeasure(const std::vector<Unit>& units, WordSpan superlative, TypeId type) {
  std::vector<Unit> own;
  for (const Unit& unit : units) {
    if (superlative.Holds(unit.span) || IsOfAll(unit) || unit.is_head || IsOfType(unit, type)) continue;
    if (unit.is_name || unit.is_world_name || unit.quantity || unit.is_excluded) return std::nullopt;
    own.push_back(unit);
  }
  return own;
}

// How much of the units the fact of the match accounts for; "money" is accounted for by any sum, and a verb missed is
// often a way of speaking.
double CoverageOf(const std::vector<Unit>& units, const FrameMatch& match, Kind kind) {
  constexpr double kLooseShare = 0.3;
  double all = 0;
  double covered = 0;
  for (size_t i = 0; i < units.size(); ++i) {
    const bool is_kind = units[i].kind != Kind::kOpen && units[i].kind == kind;
    const double quality = is_kind ? 1 : match.covers[i];
    const double weight = units[i].weight * (units[i].is_loose && quality < kCovered ? kLooseShare : 1);
    all += weight;
    covered += weight * quality;
  }
  return all > 0 ? covered / all : 0;
}

// The attribute whose figures, of things of the type, account for the most of the units.
AttributeId AttributeOf(const Brain& brain, StoreConnection& store, const std::vector<Unit>& units, TypeId type) {
  const Knowledge& knowledge = brain.knowledge();
  Asked asked;
  asked.kind = Kind::kNumber;
  std::map<AttributeId, double> coverage;
  std::vector<Unit> proposing = units;  // facts about things of the type, whatever they are measured by
  Unit& member = proposing.emplace_back();
  member.terms.push_back({KeyOf(TermSort::kType, type), 1});
  member.from_context = true;
  for (const FrameMatch& match : MatchFrames(proposing, asked, knowledge, brain.frames(), store, kMostMatches)) {
    const Fact& fact = knowledge.facts[match.fact];
    const bool is_measured = fact.attribute != kNone && brain.schema().Of(fact.attribute).has_numbers;
    if (!is_measured || !knowledge.IsA(fact.subject, type) || !match.left.empty()) continue;
    double& best = coverage[fact.attribute];
    best = std::max(best, CoverageOf(units, match, knowledge.attributes[fact.attribute].kind));
  }
  AttributeId chosen = kNone;
  double most = 0;
  double next = 0;
  for (const auto& [attribute, share] : coverage) {
    if (share > most) chosen = attribute;
    next = std::max(next, std::min(most, share));
    most = std::max(most, share);
  }
  return most >= kLeastCoverage && most - next >= kMargin ? chosen : kNone;
}

// "The deepest water": what no fact speaks of says no more than "deepest" does.
bool SaysNoMore(const std::vector<Unit>& units) {
  return std::all_of(units.begin(), units.end(),
                     [](const Unit& unit) { return !unit.is_constraint && unit.is_absent; });
}

// The type of the things ranked: that which is asked for, or that of the noun behind the superlative.
TypeId RankedType(const Inquiry& inquiry, WordSpan superlative) {
  if (inquiry.form.asked.types.size() == 1) return inquiry.form.asked.types.front();
  for (const Unit& unit : inquiry.units) {
    if (unit.span.begin != superlative.end) continue;
    for (const UnitTerm& term : unit.terms) {
      if (SortOf(term.key) == TermSort::kType) return static_cast<TypeId>(term.key & 0xFFFFFFFF);
    }
  }
  return kNone;
}

}  // namespace

QueryPtr ReadRanking(const Brain& brain, StoreConnection& store, const Inquiry& inquiry) {
  const Asked& asked = inquiry.form.asked;
  if (asked.act != Act::kLookUp || asked.types.size() > 1 || asked.negated) return nullptr;
  const std::optional<Superlative> superlative = FindSuperlative(inquiry.marked, brain.rules());
  if (!superlative) return nullptr;
  const TypeId type = RankedType(inquiry, superlative->span);
  if (type == kNone) return nullptr;
  const std::optional<std::vector<Unit>> units = UnitsOfMeasure(inquiry.units, superlative->span, type);
  if (!units) return nullptr;
  AttributeId attribute = superlative->attribute;
  if (attribute == kNone) {
    if (units->empty()) return nullptr;
    attribute = AttributeOf(brain, store, *units, type);
  } else if (!SaysNoMore(*units)) {
    return nullptr;
  }
  if (attribute == kNone) return nullptr;
  const auto set = std::make_shared<const Query>(Query{MembersQuery{type}, Query::Sort::kEntities, {type}});
  return std::make_shared<const Query>(
      Query{ExtremeQuery{set, attribute, superlative->direction, 1}, Query::Sort::kEntities, {type}});
}

}  // namespace docent

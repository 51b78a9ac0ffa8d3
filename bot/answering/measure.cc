#include "bot/answering/measure.h"

#include <algorithm>
#include <map>
#include <set>

#include "bot/answering/match.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr size_t kMostMatches = 48;
constexpr double kLeastCoverage = 0.6;  // of the words that say by what is measured
constexpr double kMargin = 0.1;         // by which one attribute must account for more of them than the next
constexpr float kCovered = 0.5F;

bool IsOfType(const Unit& unit, TypeId type) {
  return std::any_of(unit.terms.begin(), unit.terms.end(),
                     [&](const UnitTerm& term) { return term.key == KeyOf(TermSort::kType, type); });
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

}  // namespace

TypeId TypeRanked(const Brain& brain, const Inquiry& inquiry, WordSpan extreme) {
  if (inquiry.form.asked.types.size() == 1) return inquiry.form.asked.types.front();
  const auto type_at = [&](const auto& is_there) {
    for (const Unit& unit : inquiry.units) {
      if (unit.from_context || unit.counts_all || !is_there(unit)) continue;
      for (const UnitTerm& term : unit.terms) {
        if (SortOf(term.key) == TermSort::kType) return static_cast<TypeId>(term.key & 0xFFFFFFFF);
      }
    }
    return kNone;
  };
  const TypeId behind = type_at([&](const Unit& unit) { return unit.span.begin == extreme.end; });
  if (behind != kNone || !inquiry.form.asked.types.empty()) return behind;
  constexpr size_t kFirstWords = 5;  // "of all the six new ships"
  if (!BeginsMark(inquiry.marked, 0, "begins a whole", brain.vocabulary(), brain.rules())) return kNone;
  return type_at([&](const Unit& unit) { return unit.span.begin <= kFirstWords && unit.span.end <= extreme.begin; });
}

std::optional<Measured> UnitsOfMeasure(const std::vector<Unit>& units, WordSpan beside, TypeId type) {
  Measured measured;
  for (const Unit& unit : units) {
    if (unit.counts_all || beside.Holds(unit.span) || IsOfAll(unit) || unit.is_head || IsOfType(unit, type)) continue;
    const bool is_date = unit.quantity && unit.quantity->kind == QuantityKind::kDate && !unit.is_excluded;
    if (is_date && !measured.when) {
      measured.when = unit.quantity;
      continue;
    }
    if (unit.is_name || unit.is_world_name || unit.quantity || unit.is_excluded) return std::nullopt;
    measured.units.push_back(unit);
  }
  return measured;
}

AttributeId MeasuredBy(const Brain& brain, StoreConnection& store, const std::vector<Unit>& units, TypeId type) {
  const Knowledge& knowledge = brain.knowledge();
  Asked asked;
  asked.kind = Kind::kNumber;
  std::map<AttributeId, double> coverage;
  std::map<AttributeId, std::set<EntityId>> subjects;
  std::vector<Unit> proposing = units;  // facts about things of the type, whatever they are measured by
  if (type != kNone) {
    Unit& member = proposing.emplace_back();
    member.terms.push_back({KeyOf(TermSort::kType, type), 1});
    member.from_context = true;
  }
  for (const FrameMatch& match : MatchFrames(proposing, asked, knowledge, brain.frames(), store, kMostMatches)) {
    const Fact& fact = knowledge.facts[match.fact];
    const bool is_measured = fact.attribute != kNone && brain.schema().Of(fact.attribute).has_numbers;
    const bool is_member = fact.subject != kNone && (type == kNone || knowledge.IsA(fact.subject, type));
    if (!is_measured || !is_member || !match.left.empty()) continue;
    subjects[fact.attribute].insert(fact.subject);
    double& best = coverage[fact.attribute];
    best = std::max(best, CoverageOf(units, match, knowledge.attributes[fact.attribute].kind));
  }
  // What only one of the things has is not what they are measured by, where several have another.
  const bool have_several =
      std::any_of(subjects.begin(), subjects.end(), [](const auto& of_one) { return of_one.second.size() > 1; });
  AttributeId chosen = kNone;
  double most = 0;
  double next = 0;
  for (const auto& [attribute, share] : coverage) {
    if (have_several && subjects[attribute].size() < 2) continue;
    const bool counts_several = knowledge.attributes[attribute].kind == Kind::kCount && subjects[attribute].size() > 1;
    if (type == kNone && !counts_several) continue;
    if (share > most) chosen = attribute;
    next = std::max(next, std::min(most, share));
    most = std::max(most, share);
  }
  return most >= kLeastCoverage && most - next >= kMargin ? chosen : kNone;
}

}  // namespace docent

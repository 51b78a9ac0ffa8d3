#include "bot/answering/best_time.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "bot/answering/figure.h"
#include "bot/answering/interval.h"
#include "bot/answering/match.h"
#include "bot/answering/query_answer.h"
#include "bot/answering/standing.h"
#include "bot/answering/superlative.h"
#include "bot/answering/wording.h"

namespace docent {
namespace {

constexpr size_t kMostMatches = 8;
constexpr size_t kMostTimes = 24;
constexpr double kLeastCoverage = 0.75;

struct Timed {
  FactId fact = kNone;
  const Quantity* figure = nullptr;
  const Quantity* when = nullptr;
};

bool IsDate(const Unit& unit) { return unit.quantity && unit.quantity->kind == QuantityKind::kDate; }

// The figures of one thing and attribute at several times, of the fact that accounts for what is measured.
std::vector<Timed> FiguresOf(const Brain& brain, FactId told, const std::vector<Unit>& dates) {
  const std::vector<Fact>& facts = brain.knowledge().facts;
  std::vector<Timed> figures;
  for (const RowId row : brain.rows().OfSubject(facts[told].subject, facts[told].attribute)) {
    const FactId id = brain.rows().At(row).fact;
    const Timed timed{id, QuantityOf(facts[id], Role::kValue), QuantityOf(facts[id], Role::kWhen)};
    if (timed.figure == nullptr || timed.when == nullptr || IsToCome(facts[id])) continue;
    const bool is_named = dates.empty() || std::any_of(dates.begin(), dates.end(), [&](const Unit& date) {
                            return Agrees(*date.quantity, *timed.when);
                          });
    const bool is_known =
        std::any_of(figures.begin(), figures.end(), [&](const Timed& other) { return other.fact == id; });
    if (is_named && !is_known) figures.push_back(timed);
    if (figures.size() > kMostTimes) return {};
  }
  return figures;
}

// The one that is above, or below, all others; nothing if two are alike or of two measures.
std::optional<size_t> BestOf(const std::vector<Timed>& figures, Direction direction) {
  const auto order = [&](const Timed& one, const Timed& other) {
    const int order = Order(*one.figure, *other.figure);
    return direction == Direction::kHigh ? order : -order;
  };
  for (size_t i = 0; i < figures.size(); ++i) {
    const bool is_best = std::all_of(figures.begin(), figures.end(), [&](const Timed& other) {
      return other.fact == figures[i].fact ||
             (AreOfOneMeasure(*figures[i].figure, *other.figure) && order(figures[i], other) > 0);
    });
    if (is_best) return i;
  }
  return std::nullopt;
}

}  // namespace

Finding FindBestTime(const Brain& brain, StoreConnection& store, const Inquiry& inquiry) {
  const Asked& asked = inquiry.form.asked;
  if (asked.act != Act::kLookUp || asked.kind != Kind::kDate || asked.negated) return {};
  const std::optional<Superlative> superlative = FindSuperlative(inquiry.marked, brain.rules());
  if (!superlative) return {};
  std::vector<Unit> dates;
  std::vector<Unit> measured;
  for (const Unit& unit : inquiry.units) {
    if (IsDate(unit)) {
      dates.push_back(unit);
    } else if (!superlative->span.Holds(unit.span) && !unit.is_head) {
      measured.push_back(unit);
    }
  }
  Asked number;
  number.kind = Kind::kNumber;
  for (const FrameMatch& match :
       MatchFrames(measured, number, brain.knowledge(), brain.frames(), store, kMostMatches)) {
    if (!match.left.empty() || match.coverage < kLeastCoverage) continue;
    const Fact& fact = brain.knowledge().facts[match.fact];
    if (fact.is_event || fact.attribute == kNone) continue;
    const std::vector<Timed> figures = FiguresOf(brain, match.fact, dates);
    if (figures.size() < std::max<size_t>(2, dates.size())) continue;
    const std::optional<size_t> best = BestOf(figures, superlative->direction);
    if (!best) return {};
    Finding finding;
    finding.status = Status::kAnswered;
    finding.facts.push_back(figures[*best].fact);
    for (const Timed& figure : figures) {
      if (figure.fact != figures[*best].fact) finding.facts.push_back(figure.fact);
    }
    AnswerValue value;
    value.text = figures[*best].when->text;
    finding.lead = value.text + (inquiry.marked.language == "zh" ? "。" : ".");
    finding.values.push_back(std::move(value));
    finding.focus.push_back(fact.subject);
    return finding;
  }
  return {};
}

}  // namespace docent

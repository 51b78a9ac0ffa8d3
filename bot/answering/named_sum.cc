#include "bot/answering/named_sum.h"

#include <algorithm>
#include <iterator>

namespace docent {
namespace {

constexpr double kTie = 0.025;

// Whether a sum is asked for, and nothing but a thing and a time is named.
bool AsksForSumOfNamed(const std::vector<Unit>& units, const Asked& asked) {
  return asked.kind == Kind::kMoney && !asked.context.is_piece &&
         std::all_of(units.begin(), units.end(), [](const Unit& unit) {
           return (unit.is_name && !unit.from_context) || (unit.quantity && unit.quantity->kind == QuantityKind::kDate);
         });
}

// Whether the fact's attribute is called by a word of the question, be it one that the form took for its own.
bool IsCalledByWords(const Brain& brain, const FrameMatch& match, const Asked& asked) {
  return std::any_of(asked.words.begin(), asked.words.end(), [&](TermKey key) {
    const std::optional<FrameTerm> term = brain.frames().Find(match.fact, key);
    return term && (term->places & kInPredicate) != 0;
  });
}

}  // namespace

std::optional<std::vector<FrameMatch>> SumsCalledSo(const Brain& brain, const std::vector<FrameMatch>& matches,
                                                    const std::vector<Unit>& units, const Asked& asked) {
  if (!AsksForSumOfNamed(units, asked)) return {};
  std::vector<FrameMatch> called;
  std::copy_if(matches.begin(), matches.end(), std::back_inserter(called),
               [&](const FrameMatch& match) { return IsCalledByWords(brain, match, asked); });
  if (called.empty() || called.size() == matches.size()) return {};
  return called;
}

bool IsAnySumOf(const Brain& brain, const std::vector<FrameMatch>& matches, const std::vector<Unit>& units,
                const Asked& asked) {
  if (!AsksForSumOfNamed(units, asked) || matches.size() < 2) return false;
  if (IsCalledByWords(brain, matches.front(), asked)) return false;
  const Fact& best = brain.knowledge().facts[matches.front().fact];
  const Fact& next = brain.knowledge().facts[matches[1].fact];
  return best.subject == next.subject && best.attribute != next.attribute &&
         matches[1].score >= matches.front().score - kTie && matches[1].fit >= matches.front().fit;
}

}  // namespace docent

#include "bot/answering/propose.h"

#include <algorithm>
#include <set>
#include <span>

#include "bot/answering/bm25.h"

namespace docent {
namespace {

constexpr size_t kMostProposals = 96;
constexpr size_t kEnoughProposals = 64;                  // facts that hold the words, counted once for each word
constexpr size_t kMostScored = FrameTable::kMostListed;  // facts that are scored for one question
constexpr size_t kMostFactsOfName = 64;
constexpr size_t kMostTerms = 16;  // the rarest

struct IndexTerm {
  bool from_context;
  uint32_t facts;
  TermKey key;
  auto operator<=>(const IndexTerm&) const = default;
};

// The question's own terms before what was said around it, and of these the rarest first.
std::vector<IndexTerm> RarestTerms(const std::vector<Unit>& units, const FrameIndex& index) {
  std::vector<IndexTerm> terms;
  std::set<TermKey> known;
  const auto add = [&](const Unit& unit, TermKey key) {
    const uint32_t facts = index.FactsWith(key);
    if (facts > 0 && known.insert(key).second) terms.push_back({unit.from_context, facts, key});
  };
  for (const bool from_context : {false, true}) {
    for (const Unit& unit : units) {
      if (unit.from_context != from_context) continue;
      for (const TermKey part : unit.parts) add(unit, part);
      for (const UnitTerm& term : unit.terms) add(unit, term.key);
    }
  }
  std::sort(terms.begin(), terms.end());
  if (terms.size() > kMostTerms) terms.resize(kMostTerms);
  return terms;
}

void Append(std::span<const FactId> more, std::vector<FactId>& facts) {
  facts.insert(facts.end(), more.begin(), more.end());
}

void SortOnce(std::vector<FactId>& facts) {
  std::sort(facts.begin(), facts.end());
  facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
}

}  // namespace

std::vector<FactId> ProposeFacts(const std::vector<Unit>& units, const Asked& asked, const FrameIndex& index) {
  std::vector<FactId> facts = asked.context.earlier;
  for (const Unit& unit : units) {
    for (const UnitTerm& term : unit.terms) {
      if (SortOf(term.key) != TermSort::kEntity) continue;
      const auto named = index.FactsOf(static_cast<EntityId>(term.key & 0xFFFFFFFF));
      facts.insert(facts.end(), named.begin(), named.begin() + std::min(named.size(), kMostFactsOfName));
    }
  }
  SortOnce(facts);
  const bool names_nothing = facts.size() == asked.context.earlier.size();
  const std::vector<IndexTerm> terms = RarestTerms(units, index);
  std::vector<TermKey> rare;
  // Until there are enough to choose from: a common word adds little but time.
  size_t held = 0;
  for (const IndexTerm& term : terms) {
    if (held >= kEnoughProposals) break;
    if (held + term.facts > kMostScored) continue;
    rare.push_back(term.key);
    held += term.facts;
  }
  // Which are the best matters only where they are too many.
  const size_t before = facts.size();
  if (held > kMostProposals) {
    Append(BestByBm25(index.table(), rare, kMostProposals), facts);
  } else {
    for (const TermKey key : rare) Append(index.FactsHolding(key), facts);
  }
  // Of words that very many facts hold none is better than another.
  if (names_nothing && facts.size() == before && !terms.empty()) {
    const std::span<const FactId> holding = index.FactsHolding(terms.front().key);
    Append(holding.first(std::min(holding.size(), kMostProposals)), facts);
  }
  SortOnce(facts);
  return facts;
}

}  // namespace docent

#include "bot/answering/propose.h"

#include <algorithm>
#include <set>

#include "bot/answering/word_index.h"

namespace docent {
namespace {

constexpr size_t kMostProposals = 96;
constexpr size_t kEnoughProposals = 64;  // facts that hold the words, counted once for each word
constexpr size_t kMostFactsOfName = 64;
constexpr size_t kMostIndexWords = 16;  // the rarest

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
  if (terms.size() > kMostIndexWords) terms.resize(kMostIndexWords);
  return terms;
}

}  // namespace

std::vector<FactId> ProposeFacts(const std::vector<Unit>& units, const Asked& asked, const FrameIndex& index,
                                 StoreConnection& store) {
  std::set<FactId> facts(asked.context.earlier.begin(), asked.context.earlier.end());
  for (const Unit& unit : units) {
    for (const UnitTerm& term : unit.terms) {
      if (SortOf(term.key) != TermSort::kEntity) continue;
      const auto named = index.FactsOf(static_cast<EntityId>(term.key & 0xFFFFFFFF));
      for (size_t i = 0; i < named.size() && i < kMostFactsOfName; ++i) facts.insert(named[i]);
    }
  }
  const bool names_nothing = facts.size() == asked.context.earlier.size();
  const std::vector<IndexTerm> terms = RarestTerms(units, index);
  std::vector<uint32_t> rare;
  // Until there are enough to choose from: a common word adds little but time.
  size_t held = 0;
  for (const IndexTerm& term : terms) {
    if (held >= kEnoughProposals) break;
    if (held + term.facts > kMostScored) continue;
    rare.push_back(index.table().NumberOf(term.key));
    held += term.facts;
  }
  // Which are the best matters only where they are too many.
  const std::vector<FactId> found =
      held <= kMostProposals ? store.Holding(IndexWords(rare)) : BestByBm25(index.table(), store, rare, kMostProposals);
  facts.insert(found.begin(), found.end());
  // Of words that very many facts hold none is better than another.
  if (names_nothing && found.empty() && !terms.empty()) {
    const std::vector<FactId> first = store.Holding(IndexWords({index.table().NumberOf(terms.front().key)}));
    facts.insert(first.begin(), first.end());
  }
  return {facts.begin(), facts.end()};
}

}  // namespace docent

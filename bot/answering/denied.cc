#include "bot/answering/denied.h"

#include <algorithm>

namespace docent {

void ReadDenied(const std::vector<Unit>& units, const Asked& asked, const FrameIndex& index, FrameMatch& match) {
  const auto is_asked = [&](const std::vector<TermKey>& word) {
    const bool said = std::any_of(word.begin(), word.end(), [&](TermKey key) {
      return std::find(asked.words.begin(), asked.words.end(), key) != asked.words.end();
    });
    return said || std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
             return std::any_of(unit.terms.begin(), unit.terms.end(), [&](const UnitTerm& term) {
               return std::find(word.begin(), word.end(), term.key) != word.end();
             });
           });
  };
  const auto holds = [](const Unit& unit, const std::vector<TermKey>& word) {
    const auto is_of = [&](TermKey key) { return std::find(word.begin(), word.end(), key) != word.end(); };
    return std::any_of(unit.terms.begin(), unit.terms.end(), [&](const UnitTerm& term) { return is_of(term.key); }) ||
           std::any_of(unit.parts.begin(), unit.parts.end(), is_of);
  };
  for (const FrameIndex::Denial& denial : index.DenialsOf(match.fact)) {
    // "Aren't they interested" claims nothing of "not interested", nor do words of one language what those of another
    // that are called alike do.
    if ((denial.negates && !asked.negated) || denial.language != asked.language) continue;
    const auto& words = denial.words;
    if (!std::all_of(words.begin(), words.end(), is_asked)) continue;
    for (size_t i = 0; i < units.size(); ++i) {
      const bool is_held =
          std::any_of(words.begin(), words.end(), [&](const auto& word) { return holds(units[i], word); });
      if (is_held && !units[i].is_name) match.denied.push_back(i);
    }
    match.denies = true;
    match.denies_negation = denial.negates;
    return;
  }
}

}  // namespace docent

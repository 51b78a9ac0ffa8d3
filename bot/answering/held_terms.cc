#include "bot/answering/held_terms.h"

#include <algorithm>

namespace docent {

HeldTerms::HeldTerms(const std::vector<Unit>& units, const FrameIndex& index) : table_(index.table()) {
  const auto ask_for = [&](TermKey key) {
    const uint32_t number = table_.NumberOf(key);
    if (number != Numbering::kUnknown) numbers_.push_back(number);
  };
  for (const Unit& unit : units) {
    for (const UnitTerm& term : unit.terms) ask_for(term.key);
    for (const TermKey part : unit.parts) ask_for(part);
    for (const TermKey opposite : unit.opposites) ask_for(opposite);
  }
  std::sort(numbers_.begin(), numbers_.end());
  for (const uint32_t number : numbers_) filter_.set(number % kPlaces);
}

void HeldTerms::Turn(FactId fact) {
  held_.clear();
  const std::span<const uint32_t> numbers = table_.NumbersOf(fact);
  for (size_t i = 0; i < numbers.size(); ++i) {
    if (!filter_[numbers[i] % kPlaces]) continue;
    if (std::binary_search(numbers_.begin(), numbers_.end(), numbers[i])) held_.push_back(table_.TermOf(fact, i));
  }
}

std::optional<FrameTerm> HeldTerms::Find(TermKey key) const {
  const auto found = std::find_if(held_.begin(), held_.end(), [key](const FrameTerm& term) { return term.key == key; });
  if (found == held_.end()) return std::nullopt;
  return *found;
}

}  // namespace docent

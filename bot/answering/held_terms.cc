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
  const auto is_asked_for = [this](uint32_t number) {
    return filter_[number % kPlaces] && std::binary_search(numbers_.begin(), numbers_.end(), number);
  };
  table_.Visit(fact, is_asked_for, [this](uint32_t, const FrameTerm& term) { held_.push_back(term); });
  MergeTerms(held_);
}

std::optional<FrameTerm> HeldTerms::Find(TermKey key) const {
  const auto found = std::find_if(held_.begin(), held_.end(), [key](const FrameTerm& term) { return term.key == key; });
  if (found == held_.end()) return std::nullopt;
  return *found;
}

}  // namespace docent

#include "bot/answering/name_run.h"

#include <algorithm>

namespace docent {
namespace {

constexpr float kCovered = 0.5F;

bool IsPartOfName(const Unit& unit, const std::vector<Word>& words, const Vocabulary& vocabulary) {
  if (unit.is_name || unit.quantity || unit.is_unknown || unit.from_context) return false;
  for (size_t i = unit.span.begin; i < unit.span.end; ++i) {
    const bool is_written_so = words[i].shape == WordShape::kLetters && words[i].capitalized;
    if (!is_written_so || words[i].starts_sentence || !vocabulary.IsOfName(words[i])) return false;
  }
  return true;
}

bool IsMentioned(const MarkedQuestion& marked, const Unit& unit) {
  return std::any_of(marked.mentions.begin(), marked.mentions.end(),
                     [&](const Mention& mention) { return mention.span.Overlaps(unit.span); });
}

// Where in the fact the unit stands, by any of its terms.
uint32_t PlacesOf(const Unit& unit, const HeldTerms& terms) {
  uint32_t places = 0;
  for (const UnitTerm& own : unit.terms) {
    const std::optional<FrameTerm> held = terms.Find(own.key);
    if (held) places |= held->places;
  }
  return places;
}

// Where all words of the run stand together that are nothing but parts of names; in a slot, if it is in any.
uint32_t PlacesOfNames(const std::vector<Unit>& units, size_t begin, size_t end, const HeldTerms& terms) {
  uint32_t places = ~uint32_t{0};
  for (size_t i = begin; i < end; ++i) {
    if (units[i].is_name_alone) places &= PlacesOf(units[i], terms);
  }
  const uint32_t in_slots = places & ~(kInSentence | kInFurtherWords | kInPredicate);
  return in_slots != 0 ? in_slots : places;
}

}  // namespace

void MarkNameRuns(const MarkedQuestion& marked, const Vocabulary& vocabulary, std::vector<Unit>& units) {
  const std::vector<Word>& words = marked.words;
  uint32_t runs = 0;
  for (size_t begin = 0; begin < units.size();) {
    size_t end = begin;
    bool has_name_alone = false;
    while (end < units.size() && IsPartOfName(units[end], words, vocabulary)) {
      const bool is_beside = end == begin || (units[end].span.begin == units[end - 1].span.end &&
                                              !words[units[end].span.begin].after_break);
      if (!is_beside) break;
      units[end].is_name_alone = !IsMentioned(marked, units[end]);
      has_name_alone = has_name_alone || units[end].is_name_alone;
      ++end;
    }
    if (has_name_alone && end - begin > 1) {
      ++runs;
      for (size_t i = begin; i < end; ++i) units[i].name_run = runs;
    }
    begin = std::max(end, begin + 1);
  }
}

std::vector<size_t> LeftOfNameRuns(const std::vector<Unit>& units, const std::vector<float>& covers,
                                   const HeldTerms& terms) {
  std::vector<size_t> left;
  for (size_t begin = 0; begin < units.size();) {
    size_t end = begin + 1;
    while (end < units.size() && units[end].name_run == units[begin].name_run) ++end;
    if (units[begin].name_run != 0) {
      const uint32_t together = PlacesOfNames(units, begin, end, terms);
      for (size_t i = begin; i < end; ++i) {
        const bool is_said = covers[i] >= kCovered;
        const bool is_apart = (PlacesOf(units[i], terms) & together) == 0;
        if (!is_said || is_apart) left.push_back(i);
      }
    }
    begin = end;
  }
  return left;
}

}  // namespace docent

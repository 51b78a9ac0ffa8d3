#include "bot/answering/rank.h"

#include <algorithm>
#include <span>

#include "bot/reading/marks.h"
#include "bot/reading/mention.h"

namespace docent {
namespace {

bool IsBelow(const Brain& brain, const MarkedQuestion& marked, size_t word) {
  return BeginsMark(marked, word, "below a post", brain.vocabulary(), brain.rules());
}

// Where the post's words stand in the sentence, one after the other.
std::vector<size_t> PlacesOf(std::span<const Word> post, const MarkedQuestion& sentence) {
  std::vector<size_t> places;
  for (size_t i = 0; i + post.size() <= sentence.words.size(); ++i) {
    const bool stands_here = std::equal(post.begin(), post.end(), sentence.words.begin() + static_cast<long>(i),
                                        [](const Word& one, const Word& other) { return one.stem == other.stem; });
    if (stands_here) places.push_back(i);
  }
  return places;
}

bool NamesPerson(const Knowledge& knowledge, const Fact& fact) {
  return std::any_of(fact.slots.begin(), fact.slots.end(), [&](const Slot& slot) {
    return std::any_of(slot.values.begin(), slot.values.end(), [&](const Value& value) {
      return value.entity != kNone && knowledge.KindOf(value.entity) == Kind::kPerson;
    });
  });
}

}  // namespace

Rank RankOf(const Brain& brain, const std::vector<Unit>& units, size_t at, const Fact& fact) {
  const Unit& unit = units[at];
  if (unit.is_name || unit.quantity || !NamesPerson(brain.knowledge(), fact)) return Rank::kSame;
  const MarkedQuestion asked = MarkText(brain.vocabulary(), unit.text);
  const bool begins_below = !asked.words.empty() && IsBelow(brain, asked, 0);
  const std::span<const Word> post = std::span(asked.words).subspan(begins_below ? 1 : 0);
  if (post.empty()) return Rank::kSame;
  const bool is_below = begins_below || std::any_of(units.begin(), units.end(), [&](const Unit& before) {
                          return before.span.end == unit.span.begin &&
                                 IsBelow(brain, MarkText(brain.vocabulary(), before.text), 0);
                        });
  const MarkedQuestion sentence = MarkText(brain.vocabulary(), fact.Says(asked.language));
  const std::vector<size_t> places = PlacesOf(post, sentence);
  if (places.empty()) {
    const bool is_told_below = HoldsMark(sentence, {0, sentence.words.size()}, "below a post", brain.rules());
    return is_below && !is_told_below ? Rank::kUnsaid : Rank::kSame;
  }
  const bool is_same = std::any_of(places.begin(), places.end(), [&](size_t place) {
    return (place > 0 && IsBelow(brain, sentence, place - 1)) == is_below;
  });
  return is_same ? Rank::kSame : Rank::kAnother;
}

}  // namespace docent

#include "bot/answering/rank.h"

#include <algorithm>
#include <span>

#include "bot/reading/marks.h"
#include "bot/reading/mention.h"

namespace docent {
namespace {

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

// "Largest", "oldest": also where the mention goes on behind it.
bool IsSuperlative(const MarkedQuestion& marked, size_t word, const Brain& brain) {
  const std::vector<Vocabulary::Match> matches = brain.vocabulary().MatchesAt(marked.words, word);
  return std::any_of(matches.begin(), matches.end(), [&](const Vocabulary::Match& match) {
    return match.length == 1 && std::any_of(match.meanings.begin(), match.meanings.end(), [&](const Meaning& meaning) {
             if (meaning.kind == MeaningKind::kHigh || meaning.kind == MeaningKind::kLow) return true;
             if (meaning.kind != MeaningKind::kMark) return false;
             const Mark& mark = brain.rules().marks()[meaning.id];
             return mark.name == "superlative" || (mark.direction && !mark.is_comparative);
           });
  });
}

// Whether an ordinal other than the first stands before the word: "second largest".
bool IsBehindOrdinal(const MarkedQuestion& marked, size_t word) {
  return std::any_of(marked.mentions.begin(), marked.mentions.end(), [&](const Mention& mention) {
    return mention.span.end == word && mention.quantity && mention.quantity->kind == QuantityKind::kOrdinal &&
           mention.quantity->number > 1;
  });
}

bool NamesPerson(const Knowledge& knowledge, const Fact& fact) {
  return std::any_of(fact.slots.begin(), fact.slots.end(), [&](const Slot& slot) {
    return std::any_of(slot.values.begin(), slot.values.end(), [&](const Value& value) {
      return value.entity != kNone && knowledge.KindOf(value.entity) == Kind::kPerson;
    });
  });
}

}  // namespace

MarkedUnits MarkUnits(const Brain& brain, const std::vector<Unit>& units) {
  MarkedUnits marked;
  marked.texts.reserve(units.size());
  for (const Unit& unit : units) {
    marked.texts.push_back(MarkText(brain.vocabulary(), unit.text));
    const MarkedQuestion& text = marked.texts.back();
    marked.are_superlative.push_back(!text.words.empty() && IsSuperlative(text, 0, brain));
  }
  return marked;
}

RankReader::RankReader(const Brain& brain, const std::vector<Unit>& units, const MarkedUnits& marked, const Fact& fact)
    : brain_(brain), units_(units), marked_(marked), names_person_(NamesPerson(brain.knowledge(), fact)) {
  const std::vector<bool>& superlatives = marked.are_superlative;
  const bool has_superlative = std::find(superlatives.begin(), superlatives.end(), true) != superlatives.end();
  if (units.empty() || (!names_person_ && !has_superlative)) return;
  sentence_ = MarkText(brain.vocabulary(), fact.Says(marked.texts.front().language));
  for (size_t i = 0; i < sentence_->words.size() && !is_told_below_; ++i) is_told_below_ = IsBelow(*sentence_, i);
}

bool RankReader::IsBelow(const MarkedQuestion& marked, size_t word) const {
  return BeginsMark(marked, word, "below a post", brain_.vocabulary(), brain_.rules());
}

// "The largest", of what the sentence calls the second largest only.
bool RankReader::IsOnlyBehindOrdinals(size_t at, const MarkedQuestion& sentence) const {
  const bool is_ordinal = std::any_of(units_.begin(), units_.end(), [&](const Unit& other) {
    return other.span.end == units_[at].span.begin && other.quantity && other.quantity->kind == QuantityKind::kOrdinal;
  });
  if (is_ordinal) return false;
  const std::vector<size_t> places = PlacesOf(std::span(marked_.texts[at].words).first(1), sentence);
  return !places.empty() &&
         std::all_of(places.begin(), places.end(), [&](size_t place) { return IsBehindOrdinal(sentence, place); });
}

Rank RankReader::RankOf(size_t at) const {
  const Unit& unit = units_[at];
  if (!sentence_ || unit.is_name || unit.quantity) return Rank::kSame;
  if (marked_.are_superlative[at] && IsOnlyBehindOrdinals(at, *sentence_)) return Rank::kAnother;
  if (!names_person_) return Rank::kSame;
  const MarkedQuestion& asked = marked_.texts[at];
  const bool begins_below = !asked.words.empty() && IsBelow(asked, 0);
  const std::span<const Word> post = std::span(asked.words).subspan(begins_below ? 1 : 0);
  if (post.empty()) return Rank::kSame;
  bool is_below = begins_below;
  for (size_t i = 0; i < units_.size() && !is_below; ++i) {
    const bool stands_before = units_[i].span.end == unit.span.begin && !marked_.texts[i].words.empty() &&
                               units_[i].from_context == unit.from_context;  // else of another question
    is_below = stands_before && IsBelow(marked_.texts[i], 0);
  }
  if (!is_below && !is_told_below_) return Rank::kSame;
  const std::vector<size_t> places = PlacesOf(post, *sentence_);
  if (places.empty()) return is_below && !is_told_below_ ? Rank::kUnsaid : Rank::kSame;
  const bool is_same = std::any_of(places.begin(), places.end(), [&](size_t place) {
    return (place > 0 && IsBelow(*sentence_, place - 1)) == is_below;
  });
  return is_same ? Rank::kSame : Rank::kAnother;
}

}  // namespace docent

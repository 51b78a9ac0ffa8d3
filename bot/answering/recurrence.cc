#include "bot/answering/recurrence.h"

#include <algorithm>

#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr float kCovered = 0.5F;

MarkedQuestion SentenceOf(const Brain& brain, const Asked& asked, const FrameMatch& match) {
  return MarkText(brain.vocabulary(), brain.knowledge().facts[match.fact].Says(asked.language));
}

}  // namespace

bool MissesHowOften(const Brain& brain, const std::vector<Unit>& units, const Asked& asked, const FrameMatch& match) {
  if (!asked.how_often) return false;
  for (size_t i = 0; i < units.size(); ++i) {
    if (units[i].asks_how_often && match.covers[i] >= kCovered) return false;
  }
  const MarkedQuestion sentence = SentenceOf(brain, asked, match);
  return !HoldsMark(sentence, {0, sentence.words.size()}, "tells how often", brain.rules());
}

bool IsSpanBetweenTimes(const Brain& brain, const std::vector<Unit>& units, const Asked& asked,
                        const FrameMatch& match) {
  if (asked.each_time) return false;
  const auto is_span = [](const Quantity& quantity) { return quantity.kind == QuantityKind::kSpan; };
  const bool claims_span = std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
    return !unit.from_context && unit.quantity && is_span(*unit.quantity);
  });
  if (!claims_span) return false;
  const MarkedQuestion sentence = SentenceOf(brain, asked, match);
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention& mention) {
    const size_t begin = mention.span.begin;
    if (begin == 0 || !mention.quantity || !is_span(*mention.quantity)) return false;
    const bool is_claimed = std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
      return unit.quantity && is_span(*unit.quantity) && Agrees(*unit.quantity, *mention.quantity);
    });
    return is_claimed && BeginsMark(sentence, begin - 1, "each time", brain.vocabulary(), brain.rules());
  });
}

}  // namespace docent

#include "bot/answering/other_thing.h"

#include <algorithm>
#include <cstdint>

#include "bot/answering/frame_term.h"
#include "bot/answering/slot_fit.h"
#include "bot/reading/term.h"

namespace docent {
namespace {

constexpr float kCoveredAtAll = 0.5F;
constexpr double kThing = 0.4;

// "Who heads the centre that the firm signed": the firms that signed are at best bodies, and none that heads it.
bool DidSomethingElse(const FrameMatch& match, const std::vector<Unit>& units, const Asked& asked) {
  constexpr double kLeastFitOfDoer = 0.6;
  if (asked.kind != Kind::kPerson || match.fit >= kLeastFitOfDoer) return false;
  for (size_t i = 0; i < units.size(); ++i) {
    const Unit& unit = units[i];
    const bool is_told = unit.is_name || unit.is_loose || unit.quantity || unit.from_context || unit.is_excluded;
    if (!is_told && unit.weight >= kThing && match.covers[i] < kCoveredAtAll) return true;
  }
  return false;
}

// "What did she say about the helicopter" is not answered by what else she said.
bool IsSaidOfAnother(const FrameMatch& match, const std::vector<Unit>& units, const Asked& asked) {
  constexpr double kTelling = 0.25;
  for (size_t i = 0; asked.quotes && i < units.size(); ++i) {
    const Unit& unit = units[i];
    const bool is_thing =
        !unit.is_loose && !unit.quantity && !unit.from_context && !unit.is_excluded && !unit.is_absent;
    if (is_thing && unit.weight >= kTelling && match.covers[i] < kCoveredAtAll) return true;
  }
  return false;
}

// "What was its revenue in 2022" is not answered by what else there was of it in that year.
bool MissesAttribute(const FrameMatch& match, const std::vector<Unit>& units, const Asked& asked) {
  if (asked.kind != Kind::kOpen) return false;
  bool misses_attribute = false;
  for (size_t i = 0; i < units.size(); ++i) {
    const Unit& unit = units[i];
    if (unit.is_name || unit.quantity || unit.is_excluded || unit.from_context) continue;
    if (match.covers[i] >= kCoveredAtAll) return false;
    misses_attribute = misses_attribute ||
                       (!unit.is_loose && std::any_of(unit.terms.begin(), unit.terms.end(), [](const UnitTerm& term) {
                         return SortOf(term.key) == TermSort::kAttribute;
                       }));
  }
  return misses_attribute;
}

uint32_t PlacesOf(const Fact& fact, Role role) {
  uint32_t places = 0;
  for (size_t i = 0; i < fact.slots.size() && i < kMaxSlots; ++i) {
    if (fact.slots[i].role == role) places |= uint32_t{1} << i;
  }
  return places;
}

// Whether the fact accounts for nothing but names: "who makes the lamp", by what somebody did with the lamp.
bool SharesOnlyNames(const FrameMatch& match, const std::vector<Unit>& units, const Asked& asked) {
  if (asked.kind != Kind::kPerson || match.evidence > 0) return false;
  bool has_name = false;
  bool says_more = false;
  for (const Unit& unit : units) {
    if (unit.from_context || IsPronoun(unit)) return false;  // what was spoken of may say the rest
    has_name = has_name || unit.is_name;
    says_more = says_more || (!unit.is_name && !unit.quantity);
  }
  return has_name && says_more;
}

// "130 water birds": whether a number stands right before the words of the unit in the fact's sentence.
bool IsCountedInSentence(const Brain& brain, FactId fact, const Unit& unit) {
  constexpr size_t kMostBetween = 2;
  const MarkedQuestion sentence = MarkText(brain.vocabulary(), brain.knowledge().facts[fact].Says("en"));
  for (size_t i = 0; i + 1 < sentence.mentions.size(); ++i) {
    if (!sentence.mentions[i].quantity) continue;
    const size_t end = sentence.mentions[i].span.end;
    const WordSpan behind = {end, std::min(end + kMostBetween + 1, sentence.words.size())};
    std::vector<TermKey> terms;
    for (const Mention& mention : sentence.mentions) {
      if (!behind.Holds(mention.span)) continue;
      for (const TermKey term : TermsOfMention(sentence, mention)) terms.push_back(term);
    }
    const bool is_counted = std::any_of(unit.terms.begin(), unit.terms.end(), [&](const UnitTerm& term) {
      return std::find(terms.begin(), terms.end(), term.key) != terms.end();
    });
    if (is_counted) return true;
  }
  return false;
}

// "When was the article published", by "in January of the article's year": what only helps to say when is not what
// happened then.
bool NamesOnlyItsTime(const FrameMatch& match, const std::vector<Unit>& units, const Asked& asked) {
  if (asked.kind != Kind::kDate || match.slot >= kMaxSlots) return false;
  const uint32_t told = (uint32_t{1} << match.slot) | kInSentence | kInFurtherWords;
  const uint32_t slot = uint32_t{1} << match.slot;
  for (size_t i = 0; i < units.size(); ++i) {
    if (!units[i].is_name || units[i].from_context || (match.places[i] & slot) == 0) continue;
    if ((match.places[i] & ~told) == 0) return true;
  }
  return false;
}

}  // namespace

bool AsksOfAbsentThing(const FrameMatch& match, const std::vector<Unit>& units) {
  for (size_t i = 0; i < units.size(); ++i) {
    const bool is_thing = units[i].is_absent && !units[i].is_loose && !units[i].from_context;
    if (is_thing && units[i].parts.size() > 1 && match.covers[i] < kCoveredAtAll) return true;
  }
  return false;
}

bool IsFigureOfAnother(const FrameMatch& match, const std::vector<Unit>& units, const Asked& asked) {
  if (!IsFigure(asked.kind)) return false;
  for (size_t i = 0; i < units.size(); ++i) {
    const Unit& unit = units[i];
    const bool is_thing = !unit.is_loose && !unit.is_name && !unit.quantity && !unit.from_context && !unit.is_excluded;
    if (is_thing && unit.weight >= kThing && match.covers[i] < kCoveredAtAll) return true;
  }
  return false;
}

bool SharesOnlyFigures(const FrameMatch& match, const std::vector<Unit>& units, const Asked& asked) {
  if (!IsFigure(asked.kind)) return false;
  bool misses_thing = false;
  for (size_t i = 0; i < units.size(); ++i) {
    if (units[i].quantity) continue;
    if (match.covers[i] >= kCoveredAtAll) return false;
    misses_thing = misses_thing || (!units[i].is_loose && !units[i].is_name && !units[i].from_context);
  }
  return misses_thing;
}

bool TellsOfOtherThing(const FrameMatch& match, const std::vector<Unit>& units, const Asked& asked) {
  return IsSaidOfAnother(match, units, asked) || DidSomethingElse(match, units, asked) ||
         MissesAttribute(match, units, asked) || SharesOnlyNames(match, units, asked) ||
         NamesOnlyItsTime(match, units, asked);
}

bool OnlyMentionsCounted(const Brain& brain, const FrameMatch& match, const std::vector<Unit>& units,
                         const Asked& asked) {
  if (asked.kind != Kind::kCount) return false;
  for (size_t i = 0; i < units.size(); ++i) {
    if (!units[i].is_head || units[i].from_context || match.covers[i] < kCoveredAtAll) continue;
    if ((match.places[i] & ~kInSentence) == 0) return !IsCountedInSentence(brain, match.fact, units[i]);
  }
  return false;
}

bool IsOfAnotherPhase(const Knowledge& knowledge, const FrameMatch& match, const std::vector<Unit>& units,
                      const std::vector<FrameMatch>& matches) {
  const Fact& fact = knowledge.facts[match.fact];
  if (PlacesOf(fact, Role::kPhase) == 0) return false;
  return std::any_of(matches.begin(), matches.end(), [&](const FrameMatch& other) {
    const Fact& told = knowledge.facts[other.fact];
    if (other.fact == match.fact || told.attribute != fact.attribute) return false;
    const uint32_t phase = PlacesOf(told, Role::kPhase);
    for (size_t i = 0; i < units.size(); ++i) {
      if (!units[i].from_context && match.covers[i] < kCoveredAtAll && (other.places[i] & phase) != 0) return true;
    }
    return false;
  });
}

}  // namespace docent

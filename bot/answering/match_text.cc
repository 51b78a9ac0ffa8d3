#include "bot/answering/match_text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "bot/answering/cover.h"
#include "bot/answering/held_terms.h"

namespace docent {
namespace {

constexpr float kCovered = 0.5F;

// What of the question the fact does not account for.
std::string WordsMissedBy(const FrameMatch& match, const std::vector<Unit>& units) {
  std::string text;
  for (size_t i = 0; i < units.size() && i < match.covers.size(); ++i) {
    if (match.covers[i] < kCovered && !units[i].from_context) text += (text.empty() ? "" : ", ") + units[i].text;
  }
  return text;
}

std::string Quoted(std::string_view name) { return " \"" + std::string(name) + "\""; }

std::string SlotName(const Slot& slot, const Knowledge& knowledge) {
  return slot.role == Role::kAttribute ? knowledge.attributes[slot.attribute].name : std::string(RoleName(slot.role));
}

// By the keys that an author writes: " in subject, attribute, also".
std::string PlacesToString(uint32_t places, const Fact& fact, const Knowledge& knowledge) {
  std::string text;
  const auto add = [&](std::string_view name) { text.append(text.empty() ? " in " : ", ").append(name); };
  for (size_t i = 0; i < fact.slots.size() && i < kMaxSlots; ++i) {
    if ((places & (uint32_t{1} << i)) != 0) add(SlotName(fact.slots[i], knowledge));
  }
  if ((places & kInPredicate) != 0) add(fact.attribute == kNone ? "verb" : "attribute");
  if ((places & kInFurtherWords) != 0) add("also");
  if ((places & kInSentence) != 0) add("says");
  return text;
}

std::string TermToString(TermKey term, const Unit& unit, const Brain& brain) {
  const auto id = static_cast<uint32_t>(term & 0xFFFFFFFF);
  switch (SortOf(term)) {
    case TermSort::kStem:
      return unit.span.size() > 1 && !unit.quantity ? "equal phrase" : "equal stem";
    case TermSort::kPair:
      return "equal characters";
    case TermSort::kCharacter:
      return "equal character";
    case TermSort::kEntity:
      return "name" + Quoted(brain.knowledge().entities[id].name);
    case TermSort::kType:
      return "type" + Quoted(brain.knowledge().types[id].name);
    case TermSort::kAttribute:
      return "attribute" + Quoted(brain.knowledge().attributes[id].name);
    case TermSort::kClass:
      return "synonym of" + Quoted(brain.language().classes[id].name);
    case TermSort::kFigure:
      return "equal figure";
  }
  return {};
}

std::string ByToString(const Cover& cover, const Unit& unit, const Brain& brain) {
  switch (cover.by) {
    case Cover::By::kNothing:
      return "nothing";
    case Cover::By::kTerm:
      return TermToString(cover.term, unit, brain);
    case Cover::By::kParts:
      return "words of the phrase";
    case Cover::By::kQuantity:
      return unit.quantity && unit.quantity->kind == QuantityKind::kDate ? "agreeing date" : "agreeing figure";
    case Cover::By::kNumberOfValues:
      return "as many values";
  }
  return {};
}

std::string CoversOf(const Brain& brain, const std::vector<Unit>& units, const FrameMatch& match) {
  const Knowledge& knowledge = brain.knowledge();
  const Fact& fact = knowledge.facts[match.fact];
  HeldTerms terms(units, brain.frames());
  terms.Turn(match.fact);
  std::string covered;
  std::string left;
  for (size_t i = 0; i < units.size() && i < match.covers.size(); ++i) {
    const Unit& unit = units[i];
    if (unit.is_excluded && !unit.from_context) continue;
    const Cover cover = CoverOf(unit, fact, terms);
    const float counted = match.covers[i];
    const bool is_opposed = std::find(match.opposed.begin(), match.opposed.end(), i) != match.opposed.end();
    std::string what;
    if (is_opposed) {
      what = "contradicted" + PlacesToString(match.places[i], fact, knowledge);
    } else if (counted > cover.quality) {
      what = unit.is_head ? "kind of answer" : "opposite" + PlacesToString(match.places[i], fact, knowledge);
    } else if (cover.by != Cover::By::kNothing) {
      what = ByToString(cover, unit, brain) + PlacesToString(cover.places, fact, knowledge) + " " +
             std::to_string(std::lround(cover.quality * 100)) + " %";
    }
    const bool is_left = counted < kCovered;
    std::string& text = is_left ? left : covered;
    text += (text.empty() ? "[" : "; [") + unit.text + "]" + (unit.from_context ? " from before:" : "");
    if (!what.empty()) text += is_left ? " (" + what + ")" : " " + what;
  }
  if (left.empty()) return knowledge.NameOf(fact) + ": " + covered;
  return knowledge.NameOf(fact) + ": " + covered + (covered.empty() ? "" : "; ") + "left over: " + left;
}

}  // namespace

std::string MatchesToString(const Brain& brain, const std::vector<Unit>& units,
                            const std::vector<FrameMatch>& matches) {
  constexpr size_t kShown = 5;
  std::string text;
  for (size_t i = 0; i < matches.size() && i < kShown; ++i) {
    const FrameMatch& match = matches[i];
    const Fact& fact = brain.knowledge().facts[match.fact];
    const auto hundredths = [](double value) { return std::to_string(std::lround(value * 100)); };
    text += (text.empty() ? "" : "; ") + brain.knowledge().NameOf(fact) + " score " + hundredths(match.score) +
            ", covers " + hundredths(match.coverage) + " %, fits " + hundredths(match.fit) + " %" +
            (match.slot < fact.slots.size() ? " by " + std::string(RoleName(fact.slots[match.slot].role)) : "") +
            ", knows " + hundredths(match.known) + " %, evidence " + hundredths(match.evidence) + ", evident " +
            hundredths(match.evident) + " %, misses " + hundredths(match.missed) + ", loosely " +
            hundredths(match.missed_loosely) + ", unknown " + std::to_string(match.unknown) + ", context " +
            hundredths(match.context) + (match.left.empty() ? "" : ", leaves " + std::to_string(match.left.size())) +
            (match.opposed.empty() ? "" : ", against " + std::to_string(match.opposed.size())) +
            ", without: " + WordsMissedBy(match, units);
  }
  return text;
}

std::string CoversToString(const Brain& brain, const std::vector<Unit>& units, const std::vector<FrameMatch>& matches) {
  constexpr size_t kShown = 3;
  std::string text;
  for (size_t i = 0; i < matches.size() && i < kShown; ++i)
    text += (text.empty() ? "" : "\n") + CoversOf(brain, units, matches[i]);
  return text;
}

}  // namespace docent

#include "bot/answering/quoted.h"

#include <algorithm>

#include "bot/answering/echo.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr float kCovered = 0.5F;
constexpr size_t kMostQuoted = 6;

bool IsSomeone(const Unit& unit) { return unit.is_name || IsPronoun(unit); }

bool SaysAboutWhat(const std::vector<Unit>& units) {
  return std::any_of(units.begin(), units.end(),
                     [](const Unit& unit) { return !unit.from_context && !IsSomeone(unit); });
}

}  // namespace

bool IsInWordsOf(const Brain& brain, const FrameMatch& match, const std::vector<Unit>& units) {
  const std::vector<Slot>& slots = brain.knowledge().facts[match.fact].slots;
  uint32_t speakers = 0;
  for (size_t i = 0; i < slots.size() && i < kMaxSlots; ++i) {
    if (slots[i].role == Role::kBy) speakers |= uint32_t{1} << i;
  }
  for (size_t i = 0; speakers != 0 && i < units.size(); ++i) {
    const bool is_someone = IsSomeone(units[i]) && !units[i].from_context;
    if (is_someone && match.covers[i] >= kCovered && (match.places[i] & speakers) != 0) return true;
  }
  return false;
}

bool TellsOnlyWho(const Brain& brain, const FrameMatch& match, const std::vector<Unit>& units, const Asked& asked) {
  const Knowledge& knowledge = brain.knowledge();
  const Fact& fact = knowledge.facts[match.fact];
  if (!asked.quotes || fact.Find(Role::kBy) != nullptr || match.slot >= fact.slots.size()) return false;
  const Few<Value>& told = fact.slots[match.slot].values;
  const bool is_person = std::any_of(told.begin(), told.end(), [&](const Value& value) {
    return value.entity != kNone && knowledge.KindOf(value.entity) == Kind::kPerson;
  });
  if (!is_person && !OnlyEchoes(brain, units, asked, match)) return false;
  const MarkedQuestion sentence = MarkText(brain.vocabulary(), fact.Says(asked.language));
  for (size_t i = 0; i < sentence.words.size(); ++i) {
    if (BeginsMark(sentence, i, "tells what is said", brain.vocabulary(), brain.rules())) return false;
  }
  return true;
}

Finding AllInWordsOf(const Brain& brain, const std::vector<Unit>& units, const std::vector<FrameMatch>& matches) {
  Finding finding;
  if (SaysAboutWhat(units)) return finding;
  for (const FrameMatch& match : matches) {
    if (match.left.empty() && match.opposed.empty() && IsInWordsOf(brain, match, units))
      finding.facts.push_back(match.fact);
  }
  if (finding.facts.empty()) return finding;
  std::sort(finding.facts.begin(), finding.facts.end());
  if (finding.facts.size() > kMostQuoted) finding.facts.resize(kMostQuoted);
  finding.status = Status::kAnswered;
  for (const Value& speaker : brain.knowledge().facts[finding.facts.front()].Find(Role::kBy)->values) {
    if (speaker.entity != kNone) finding.focus.push_back(speaker.entity);
  }
  return finding;
}

}  // namespace docent

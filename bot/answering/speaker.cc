#include "bot/answering/speaker.h"

#include <algorithm>

#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr double kLightShare = 0.3;
constexpr size_t kFarthestVerb = 3;  // words behind "I": "I have just read"

// Clauses by punctuation; half-open, in words.
std::vector<WordSpan> ClausesOf(const MarkedQuestion& marked) {
  std::vector<WordSpan> clauses;
  size_t begin = 0;
  for (size_t i = 1; i <= marked.words.size(); ++i) {
    if (i < marked.words.size() && !marked.words[i].after_break) continue;
    clauses.push_back({begin, i});
    begin = i;
  }
  return clauses;
}

bool IsThing(const Unit& unit) { return unit.is_name || unit.is_world_name || unit.quantity.has_value(); }

// "Two numbers for my table: ..." counts what is to be told, not what is told of.
bool CountsTheTold(const Unit& unit) {
  constexpr double kMost = 10;
  return unit.quantity && unit.quantity->kind == QuantityKind::kNumber && unit.quantity->number <= kMost;
}

// Whether facts hold the very word: "my bike" is what the question is about where a fare for bikes is told.
bool IsSpokenOf(const Unit& unit, const FrameIndex& index) {
  return !unit.is_loose && std::any_of(unit.terms.begin(), unit.terms.end(), [&](const UnitTerm& term) {
    const TermSort sort = SortOf(term.key);
    return (sort == TermSort::kStem || sort == TermSort::kPair) && index.FactsWith(term.key) > 0;
  });
}

// The first word in the clause by which askers speak of themselves, or its end.
size_t FindSpeaker(const MarkedQuestion& marked, WordSpan clause, const RuleSet& rules) {
  for (const Mention& mention : marked.mentions) {
    if (clause.Holds(mention.span) && IsMarked(mention, "speaker", rules)) return mention.span.begin;
  }
  return clause.end;
}

void LightenVerb(size_t speaker, WordSpan clause, std::vector<Unit>& units) {
  for (Unit& unit : units) {
    if (!clause.Holds(unit.span) || unit.span.begin <= speaker) continue;
    const bool is_verb = unit.is_loose || unit.is_unknown;
    if (is_verb && !IsThing(unit) && unit.span.begin <= speaker + kFarthestVerb) {
      unit.weight *= kLightShare;
      unit.is_loose = true;
      unit.is_unknown = false;
    }
    return;
  }
}

}  // namespace

void SetSpeakerAside(const MarkedQuestion& marked, const RuleSet& rules, const FrameIndex& index,
                     std::vector<Unit>& units) {
  const std::vector<WordSpan> clauses = ClausesOf(marked);
  const auto is_of = [](WordSpan clause, const Unit& unit) { return clause.Holds(unit.span) && !unit.from_context; };
  for (const WordSpan clause : clauses) {
    const bool is_heading = clause.begin == 0 && clause.end < marked.words.size() && IsAfterColon(marked, clause.end);
    const size_t speaker = is_heading ? clause.begin : FindSpeaker(marked, clause, rules);
    if (speaker == clause.end) continue;
    // "I go on air in ten minutes: ..." tells no time that the question is about; a date may.
    const bool is_own = is_heading && FindSpeaker(marked, clause, rules) != clause.end;
    const auto is_of_speaker = [&](const Unit& unit) {
      const size_t at = unit.span.begin;
      const bool is_owned = at > 0 && HoldsMark(marked, {at - 1, at}, "speaker", rules);  // "for my article: ..."
      return is_own && (is_owned || (unit.quantity && unit.quantity->kind != QuantityKind::kDate && !unit.is_name));
    };
    const bool names = std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
      return is_of(clause, unit) && IsThing(unit) && !(is_heading && (CountsTheTold(unit) || is_of_speaker(unit)));
    });
    // "Putting my money in one or the other": a choice is asked about.
    const bool asks = HoldsMark(marked, clause, "question word", rules) ||
                      HoldsMark(marked, clause, "request", rules) || HoldsMark(marked, clause, "joins things", rules);
    const bool is_all = std::none_of(units.begin(), units.end(),
                                     [&](const Unit& unit) { return !is_of(clause, unit) && !unit.from_context; });
    const WordSpan before = {clause.begin, speaker};
    const bool acts =
        HoldsMark(marked, before, "question word", rules) || HoldsMark(marked, before, "finite verb", rules);
    // "I tell it to those who ask on my tour: ..." asks nothing.
    const bool chooses = HoldsMark(marked, clause, is_heading ? "offers a choice" : "joins things", rules);
    const bool is_frame = is_own && !is_all && !chooses;
    if (!names && (is_frame || (!asks && !acts && !is_all))) {
      for (Unit& unit : units) {
        const bool is_meant = IsSpokenOf(unit, index) && !(is_heading && unit.quantity);
        if (!is_of(clause, unit) || is_meant) continue;
        unit.from_context = true;
        unit.is_constraint = false;
      }
    } else if (!acts && !is_all && !is_heading) {
      LightenVerb(speaker, clause, units);
    }
  }
}

}  // namespace docent

#include "bot/dialogue/each.h"

#include <algorithm>

#include "bot/answering/slot_fit.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

// Whether the mentions name two things of the same types.
bool AreAlike(const Mention& one, const Mention& other, const Knowledge& knowledge) {
  return std::any_of(one.meanings.begin(), one.meanings.end(), [&](const Meaning& first) {
    return first.kind == MeaningKind::kEntity && !knowledge.entities[first.id].types.empty() &&
           std::any_of(other.meanings.begin(), other.meanings.end(), [&](const Meaning& second) {
             return second.kind == MeaningKind::kEntity && second.id != first.id &&
                    knowledge.entities[second.id].types == knowledge.entities[first.id].types;
           });
  });
}

// Whether a figure of a thing is asked for, or what it is: "which sectors do both name" is asked of the two at once.
bool AsksForOneFigure(const Inquiry& inquiry, const Knowledge& knowledge, bool added) {
  const Asked& asked = inquiry.form.asked;
  if (added && asked.act == Act::kSum) return true;
  const bool names_only =
      std::all_of(inquiry.units.begin(), inquiry.units.end(), [](const Unit& unit) { return unit.is_name; });
  if (asked.act == Act::kDescribe || (names_only && asked.kind == Kind::kPerson)) return true;
  if (asked.act != Act::kLookUp || !asked.types.empty() || asked.negated) return false;
  return IsFigure(asked.kind) || std::any_of(inquiry.units.begin(), inquiry.units.end(), [&](const Unit& unit) {
           return std::any_of(unit.terms.begin(), unit.terms.end(), [&](const UnitTerm& term) {
             return SortOf(term.key) == TermSort::kAttribute &&
                    IsFigure(knowledge.attributes[static_cast<AttributeId>(term.key & 0xFFFFFFFF)].kind);
           });
         });
}

bool IsDate(const Mention& mention) { return mention.quantity && mention.quantity->kind == QuantityKind::kDate; }

bool IsThing(const Mention& mention, bool added) {
  return Has(mention, MeaningKind::kEntity) || (added && IsDate(mention));
}

// The last of the mentions from `first` on that are things of one sort, one behind the other with "and" or a comma.
size_t RunOfNames(const MarkedQuestion& marked, size_t first, const Brain& brain, bool added) {
  constexpr size_t kMostBetween = 2;  // "and the"
  size_t last = first;
  while (last + 1 < marked.mentions.size()) {
    const auto next = std::find_if(marked.mentions.begin() + static_cast<long>(last) + 1, marked.mentions.end(),
                                   [&](const Mention& mention) { return IsThing(mention, added); });
    if (next == marked.mentions.end()) break;
    const size_t end = marked.mentions[last].span.end;
    const size_t begin = next->span.begin;
    const bool is_joined = (begin == end && marked.words[begin].after_break) ||
                           (begin > end && begin <= end + kMostBetween &&
                            HoldsMark(marked, {end, end + 1}, "joins things", brain.rules()));
    const bool are_alike = added ? IsDate(marked.mentions[first]) == IsDate(*next)
                                 : AreAlike(marked.mentions[first], *next, brain.knowledge());
    if (!is_joined || !are_alike) break;
    last = static_cast<size_t>(next - marked.mentions.begin());
  }
  return last;
}

}  // namespace

std::vector<std::string> QuestionsOfEach(const Inquiry& inquiry, const Brain& brain, bool added) {
  constexpr size_t kMostThings = 5;
  const MarkedQuestion& marked = inquiry.marked;
  if (!AsksForOneFigure(inquiry, brain.knowledge(), added)) return {};
  if (HoldsMark(marked, {0, marked.words.size()}, "asks of both", brain.rules())) return {};
  for (size_t first = 0; first < marked.mentions.size(); ++first) {
    if (!IsThing(marked.mentions[first], added)) continue;
    const size_t last = RunOfNames(marked, first, brain, added);
    if (last == first) continue;
    const size_t from = marked.words[marked.mentions[first].span.begin].begin;
    const size_t to = marked.words[marked.mentions[last].span.end - 1].end;
    std::vector<std::string> questions;
    for (size_t i = first; i <= last; ++i) {
      const Mention& mention = marked.mentions[i];
      if (!IsThing(mention, added)) continue;
      const size_t begin = marked.words[mention.span.begin].begin;
      const size_t end = marked.words[mention.span.end - 1].end;
      questions.push_back(marked.text.substr(0, from) + marked.text.substr(begin, end - begin) +
                          marked.text.substr(to));
    }
    return questions.size() <= kMostThings ? questions : std::vector<std::string>();
  }
  return {};
}

}  // namespace docent

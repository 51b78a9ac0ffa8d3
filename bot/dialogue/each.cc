#include "bot/dialogue/each.h"

#include <algorithm>

#include "bot/answering/slot_fit.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

// Whether both mentions name a thing of the same types.
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
bool AsksForOneFigure(const Inquiry& inquiry, const Knowledge& knowledge) {
  const Asked& asked = inquiry.form.asked;
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

std::string Without(const MarkedQuestion& marked, size_t begin, size_t end) {
  return marked.text.substr(0, begin) + marked.text.substr(end);
}

}  // namespace

std::vector<std::string> QuestionsOfEach(const Inquiry& inquiry, const Brain& brain) {
  const MarkedQuestion& marked = inquiry.marked;
  if (!AsksForOneFigure(inquiry, brain.knowledge())) return {};
  if (HoldsMark(marked, {0, marked.words.size()}, "asks of both", brain.rules())) return {};
  for (size_t i = 0; i + 1 < marked.mentions.size(); ++i) {
    const Mention& first = marked.mentions[i];
    if (!Has(first, MeaningKind::kEntity)) continue;
    const auto second = std::find_if(marked.mentions.begin() + static_cast<long>(i) + 1, marked.mentions.end(),
                                     [](const Mention& mention) { return Has(mention, MeaningKind::kEntity); });
    if (second == marked.mentions.end()) return {};
    const bool is_next = second->span.begin == first.span.end + 1 || second->span.begin == first.span.end + 2;
    if (!is_next || !HoldsMark(marked, {first.span.end, first.span.end + 1}, "joins things", brain.rules())) continue;
    if (!AreAlike(first, *second, brain.knowledge())) continue;
    const size_t end_of_first = marked.words[first.span.end - 1].end;
    const size_t end_of_second = marked.words[second->span.end - 1].end;
    return {Without(marked, end_of_first, end_of_second),
            Without(marked, marked.words[first.span.begin].begin, marked.words[second->span.begin].begin)};
  }
  return {};
}

}  // namespace docent

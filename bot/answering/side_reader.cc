#include "bot/answering/side_reader.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "bot/answering/match.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr std::array<std::string_view, 3> kPronouns = {"pronoun person", "pronoun thing", "pronoun many"};
constexpr double kTelling = 0.25;  // a word of less weight tells no figure from another

}  // namespace

bool SideReader::IsOnlyNamed(WordSpan side) const {
  return std::none_of(units_.begin(), units_.end(), [&](const Unit& unit) {
    return side.Holds(unit.span) && !unit.from_context && !unit.is_name && !unit.is_loose && unit.weight >= kTelling;
  });
}

bool SideReader::IsOnlyLoose(WordSpan side) const {
  return std::none_of(units_.begin(), units_.end(), [&](const Unit& unit) {
    return side.Holds(unit.span) && !unit.from_context && (!unit.is_loose || unit.weight >= kTelling);
  });
}

bool SideReader::HoldsPronoun(WordSpan side) const {
  return std::any_of(kPronouns.begin(), kPronouns.end(),
                     [&](std::string_view name) { return HoldsMark(marked_, side, name, brain_.rules()); });
}

bool SideReader::Names(WordSpan side) const {
  return std::any_of(units_.begin(), units_.end(), [&](const Unit& unit) {
    return side.Holds(unit.span) && !unit.from_context && (unit.is_name || unit.quantity) && !IsPronoun(unit);
  });
}

bool SideReader::LeansOnOther(const std::vector<WordSpan>& sides) const {
  const auto leans = [&](WordSpan side) {
    return !Names(side) && (form_.asked.act == Act::kRatio || HoldsPronoun(side));
  };
  return leans(sides[0]) != leans(sides[1]) && (Names(sides[0]) || Names(sides[1]));
}

bool SideReader::AreOfOneThing(const std::vector<WordSpan>& sides) const {
  const bool holds_given = form_.asked.kind == Kind::kFlag;  // "is it more than 5 billion"
  return LeansOnOther(sides) || (!holds_given && (IsOnlyLoose(sides[0]) || IsOnlyLoose(sides[1])));
}

bool SideReader::NamesEvent(WordSpan side) const {
  return IsOnlyNamed(side) && std::any_of(units_.begin(), units_.end(), [&](const Unit& unit) {
           return side.Holds(unit.span) && std::any_of(unit.terms.begin(), unit.terms.end(), [&](const UnitTerm& term) {
                    return SortOf(term.key) == TermSort::kEntity &&
                           brain_.knowledge().entities[static_cast<EntityId>(term.key & 0xFFFFFFFF)].is_event;
                  });
         });
}

}  // namespace docent

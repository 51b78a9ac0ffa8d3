#include "bot/answering/enumeration.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "bot/reading/marks.h"

namespace docent {

Enumeration::Enumeration(const Brain& brain, const MarkedQuestion& marked, const Form& form,
                         const std::vector<Unit>& units)
    : brain_(brain), marked_(marked), units_(units) {
  if (form.sides.size() < 2) {
    parts_ = PartsIn({0, marked_.words.size()});
    return;
  }
  for (const WordSpan side : form.sides) {
    const std::vector<WordSpan> inside = PartsIn(side);
    if (inside.size() < 2) {
      parts_.push_back(side);
    } else {
      parts_.insert(parts_.end(), inside.begin(), inside.end());
    }
  }
}

bool Enumeration::LacksPart(const std::vector<size_t>& without_figure) const {
  const auto is_around = [&](size_t part) {
    return (part == 0 && !HoldsThing(parts_[part])) || (part + 1 == parts_.size() && !IsJoined(parts_[part]));
  };
  return without_figure.size() > 1 || !std::all_of(without_figure.begin(), without_figure.end(), is_around);
}

// The parts between commas and "and". What follows "and" is a part however little it says.
std::vector<WordSpan> Enumeration::PartsIn(WordSpan within) const {
  constexpr double kLeastWeight = 0.2;
  std::vector<WordSpan> parts;
  size_t begin = within.begin;
  bool is_joined = false;
  const auto close = [&](size_t end) {
    if (begin >= end) return;  // "A, B and"
    // "A and B, how many is that": what only asks is nothing to be added up.
    const bool asks = BeginsMark(marked_, begin, "question word", brain_.vocabulary(), brain_.rules()) ||
                      (marked_.words[begin].shape == WordShape::kHan && !is_joined &&
                       HoldsMark(marked_, {begin, end}, "question word", brain_.rules()));
    if (asks && parts.size() > 1 && end == within.end) return;
    const bool holds_unit = std::any_of(units_.begin(), units_.end(), [&](const Unit& unit) {
      if (!WordSpan{begin, end}.Holds(unit.span) || unit.from_context) return false;
      return is_joined || (!unit.is_loose && unit.weight > kLeastWeight);
    });
    if (holds_unit) parts.push_back({begin, end});
  };
  for (size_t i = within.begin + 1; i < within.end; ++i) {
    const bool joins = HoldsMark(marked_, {i, i + 1}, "joins questions", brain_.rules());
    if (!joins && (!marked_.words[i].after_break || IsAtBracket(i))) continue;
    close(i);
    begin = joins ? i + 1 : i;
    is_joined = joins;
  }
  close(within.end);
  return parts;
}

// "Barns (or sheds) and mills": whether only a bracket stands before the word.
bool Enumeration::IsAtBracket(size_t word) const {
  const size_t from = marked_.words[word - 1].end;
  const std::string_view between = std::string_view(marked_.text).substr(from, marked_.words[word].begin - from);
  const auto holds = [between](std::initializer_list<std::string_view> signs) {
    return std::any_of(signs.begin(), signs.end(),
                       [between](std::string_view sign) { return between.find(sign) != std::string_view::npos; });
  };
  return holds({"(", ")", "（", "）"}) && !holds({",", ";", ":", "，", "；", "：", "、"});
}

bool Enumeration::IsJoined(WordSpan part) const {
  return part.begin > 0 && HoldsMark(marked_, {part.begin - 1, part.begin}, "joins questions", brain_.rules());
}

// Whether the part speaks of more than names and ways of asking.
bool Enumeration::HoldsThing(WordSpan part) const {
  constexpr double kThing = 0.25;
  return std::any_of(units_.begin(), units_.end(), [&](const Unit& unit) {
    const bool is_thing = !unit.from_context && !unit.is_loose && !unit.is_name && !unit.quantity;
    return part.Holds(unit.span) && is_thing && unit.weight >= kThing;
  });
}

}  // namespace docent

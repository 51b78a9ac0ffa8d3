// bot/rules/formula.h
// What a rule says to look up, in words over its slots. A formula is to a query what a template is to a question:
// reading puts what the slots caught in their places.
//
//   {attribute} of {entity} at {when}        its value; a slot that caught nothing drops out
//   place of {entity}                        its attribute of that kind; the first, where it has several
//   what has {attribute} {entity}            the other way round: whose value it is
//   {set} related to {entity} by {relation}  those that stand to it in this relation; without `by`, in any
//   {set} related from {entity} by {relation}  the other way round: those that it stands to
//   {set} inside {entity}                    those that are in it, by an attribute that is a place
//   {set} where {attribute} above {number}   also: below, from, upto, is, {comparative}
//   {set} where {comparative} {entity}       by the comparative's attribute, or by the measure of the set's type
//   {set} with {superlative} {attribute}     the largest of it; also: highest, lowest; `rank {ordinal}`: the n-th
//   {set} with most {other} by {relation}    the one related to the most; also: fewest; {superlative} of {other}
//   {set} with number {number} of {other}    those related to so many
//   {one} rank {ordinal}                     the n-th, where {one} is the largest or smallest of a set
//   {set} as {type}                          as far as it is of the type
//   150000                                   a number
//
//   {a} and {b}, {a} or {b}, {a} except {b}, count {set}, sum {values}, average {values},
//   difference {a} and {b}, ratio {a} and {b}, whether {set}
//
// Parentheses group; `and`, `or` and `except` bind weakest, from left to right.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "bot/rules/template.h"

namespace docent {

struct Formula {
  enum class Operation {
    kSlot,         // slots: the slot
    kNumber,       // slots: the number as written
    kValue,        // slots: attribute, qualifiers...; parts: whose
    kKindValue,    // slots: a kind's name; parts: whose
    kHolders,      // slots: attribute; parts: the value
    kRelated,      // slots: relation or none; parts: set, other
    kRelatedFrom,  // slots: relation; parts: set, other
    kInside,       // parts: set, place
    kFilter,       // slots: attribute or none, comparison; parts: set, bound
    kExtreme,      // slots: superlative, attribute or none, rank or none; parts: set
    kMost,         // slots: superlative, relation or none; parts: set, counted
    kCountFilter,  // slots: number, relation or none; parts: set, counted
    kRank,         // slots: ordinal; parts: an extreme
    kAs,           // slots: type; parts: set
    kAnd,          // parts: both sides; so the following
    kOr,
    kExcept,
    kDifference,
    kRatio,
    kCount,  // parts: the set; so the following
    kSum,
    kAverage,
    kWhether,
  };
  Operation operation = Operation::kSlot;
  std::vector<std::string> slots;  // as KindToken writes them; empty for one that is left out
  std::vector<Formula> parts;
};

// The comparisons and directions that formulas may name in place of a slot.
inline constexpr std::string_view kComparisonWords[] = {"is", "above", "below", "from", "upto"};
inline constexpr std::string_view kDirectionWords[] = {"highest", "lowest", "most", "fewest"};

// The formula that `text` writes, or the first thing that is wrong with it.
std::variant<Formula, TemplateError> ParseFormula(std::string_view text);

// All slots that a formula names, each once, in their order.
std::vector<std::string> SlotsOf(const Formula& formula);

// One line, in the syntax above, every operation in parentheses.
std::string ToString(const Formula& formula);

}  // namespace docent

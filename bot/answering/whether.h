// bot/answering/whether.h
// When nothing bears out what is asked ("is the mill in Dorn", "is it higher than 50 metres"): whether it is known not
// to be so, though the facts may not be all there are, and which facts show it.

#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "bot/answering/group.h"
#include "bot/answering/row_reader.h"
#include "bot/reading/query.h"

namespace docent {

class WhetherReader {
 public:
  // What is given must outlive the reader. `gather` finds what a query is of.
  WhetherReader(const Knowledge& knowledge, RowReader& rows, std::function<Group(const Query&)> gather)
      : knowledge_(knowledge), rows_(rows), gather_(std::move(gather)) {}

  // Whether `of` holds a figure of each of some named things against a bound, and each has one.
  bool HaveFigures(const Query& of) const;

  // Whether `of` relates a named thing to a place by where it is, and it is known to be in another one of the same
  // types. A body may have offices in many places, and a person go to them.
  bool AreElsewhere(const Query& of) const;

  // Adds the facts that tell what the things, if they are few, have instead.
  void TellAgainst(const Query& of, std::vector<FactId>& facts) const;

 private:
  bool IsElsewhere(const Link& link, EntityId thing, EntityId place) const;

  const Knowledge& knowledge_;
  RowReader& rows_;
  std::function<Group(const Query&)> gather_;
};

}  // namespace docent

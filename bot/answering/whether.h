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
  WhetherReader(RowReader& rows, std::function<Group(const Query&)> gather) : rows_(rows), gather_(std::move(gather)) {}

  // Whether `of` holds a figure of each of some named things against a bound, and each has one.
  bool HaveFigures(const Query& of) const;

  // The facts that tell what the things, if they are few, have instead.
  std::vector<FactId> FactsAgainst(const Query& of) const;

 private:
  RowReader& rows_;
  std::function<Group(const Query&)> gather_;
};

}  // namespace docent

// bot/answering/time_meant.h
// Which figures of a thing are meant, where facts state them of several times: the students of 2024 and of 2025.

#pragma once

#include "bot/knowledge/fact.h"
#include "bot/knowledge/row_index.h"
#include "bot/text/quantity.h"

namespace docent {

class TimeMeant {
 public:
  // `when` is a date, which decides; without one (null) the latest figure of each thing is meant, and none that is only
  // planned where there is one. The arguments must outlive it.
  TimeMeant(const Knowledge& knowledge, const RowIndex& rows, const Quantity* when)
      : knowledge_(knowledge), rows_(rows), when_(when) {}

  // Whether the row states its figure of the time that is meant.
  bool Includes(const Row& row) const;

 private:
  bool IsSuperseded(const Row& row) const;

  const Knowledge& knowledge_;
  const RowIndex& rows_;
  const Quantity* when_;
};

}  // namespace docent

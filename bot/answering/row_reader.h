// bot/answering/row_reader.h
// The rows of an attribute that a question needs, read by the cheaper of two ways: from the group that is asked about,
// or from all rows of the attribute. Rows come in the order of facts, or of a small group, whichever way they were
// read. One for each question: it bounds what the question may read.

#pragma once

#include <functional>
#include <span>
#include <vector>

#include "bot/answering/group.h"
#include "bot/knowledge/row_index.h"
#include "bot/knowledge/schema.h"
#include "bot/reading/query.h"

namespace docent {

struct TooMuch {};  // thrown when a question would read too many rows; never leaves Evaluate

class RowReader {
 public:
  RowReader(const RowIndex& rows, const Schema& schema) : rows_(rows), schema_(schema) {}

  // Rows whose subject is in the group.
  std::vector<Row> Of(AttributeId attribute, const Group& group);
  // Rows whose value is in the group.
  std::vector<Row> PointingTo(AttributeId attribute, const Group& group);
  // Of the rows of the group, all that stand to `bound` so, and perhaps others.
  std::vector<Row> Comparable(AttributeId attribute, const Group& group, Comparison comparison, const Quantity& bound);
  // Of the rows of the group that are meant, all that hold one of the first `rank` different sizes, and perhaps others.
  std::vector<Row> Extreme(AttributeId attribute, const Group& group, Direction direction, int rank,
                           const std::function<bool(const Row&)>& is_meant);

  // Counts the attribute as read, though none of its rows is wanted: its facts may still not be all there are.
  void Use(AttributeId attribute) { complete_ = complete_ && schema_.Of(attribute).complete; }

  // All facts that were read say that their values are all there are.
  bool complete() const { return complete_; }

 private:
  // Rows of the attribute whose end `end_of(row)` is in the group; `rows_at(entity)` are those of one.
  template <typename EndOf, typename RowsAt>
  std::vector<Row> Select(AttributeId attribute, const Group& group, const EndOf& end_of, const RowsAt& rows_at);
  void Keep(RowId row, std::vector<Row>& rows);
  std::vector<Row> InOrder(std::vector<RowId> ids);

  const RowIndex& rows_;
  const Schema& schema_;
  size_t read_ = 0;
  bool complete_ = true;
};

}  // namespace docent

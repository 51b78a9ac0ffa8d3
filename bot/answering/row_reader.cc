#include "bot/answering/row_reader.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "bot/answering/comparison.h"
#include "bot/text/scales.h"

namespace docent {
namespace {

// Rows that one question may read; the largest table that is asked about has far fewer.
constexpr size_t kMostRows = 200'000;
// The rows of up to so many entities come in the order of the entities.
constexpr size_t kFewEntities = 24;
// Looking one entity up costs as much as going over so many rows.
constexpr size_t kRowsForALookUp = 4;

// Whether going over `rows` is dearer than looking up each of the group.
bool IsCheaperByEntity(const Group& group, size_t rows) { return group.size() * kRowsForALookUp < rows; }

// The rows, smallest first, that may stand to `bound` so.
std::span<const RowId> RangeOf(std::span<const RowId> by_size, const RowIndex& rows, Comparison comparison,
                               const Quantity& bound) {
  const auto from = [&](double least) {
    return std::partition_point(by_size.begin(), by_size.end(),
                                [&](RowId row) { return OrderOf(*rows.At(row).value->quantity) < least; });
  };
  if (bound.kind == QuantityKind::kDate) {
    // A date that is known less exactly than the bound may stand anywhere in the order; for one to be the same as the
    // bound, the year must be.
    constexpr double kYear = 10000;
    if (comparison != Comparison::kIs || bound.date.year == 0) return by_size;
    return {from(bound.date.year * kYear), from((bound.date.year + 1) * kYear)};
  }
  // A little wider, for numbers that count as the same.
  const double size = OrderOf(bound);
  // Among what is ordered by its scale a bare number may stand anywhere.
  const bool are_scaled = !by_size.empty() && ScaleOf(rows.At(by_size.front()).value->quantity->unit).has_value();
  if (are_scaled && bound.unit.empty()) return by_size;
  const double slack = 2 * kEqual * std::max(std::abs(size), 1.0);
  const bool has_least = comparison != Comparison::kBelow && comparison != Comparison::kUpTo;
  const bool has_most = comparison != Comparison::kAbove && comparison != Comparison::kFrom;
  return {has_least ? from(size - slack) : by_size.begin(), has_most ? from(size + slack) : by_size.end()};
}

}  // namespace

void RowReader::Keep(RowId row, std::vector<Row>& rows) {
  if (++read_ > kMostRows) throw TooMuch{};
  rows.push_back(rows_.At(row));
}

std::vector<Row> RowReader::InOrder(std::vector<RowId> ids) {
  std::sort(ids.begin(), ids.end());
  std::vector<Row> rows;
  rows.reserve(ids.size());
  for (const RowId row : ids) Keep(row, rows);
  return rows;
}

template <typename EndOf, typename RowsAt>
std::vector<Row> RowReader::Select(AttributeId attribute, const Group& group, const EndOf& end_of,
                                   const RowsAt& rows_at) {
  Use(attribute);
  const bool is_few = group.size() <= kFewEntities;
  std::vector<Row> rows;
  if (!is_few && !IsCheaperByEntity(group, rows_.Of(attribute).size())) {
    for (const RowId row : rows_.Of(attribute)) {
      const EntityId end = end_of(rows_.At(row));
      if (end != kNone && group.Has(end)) Keep(row, rows);
    }
    return rows;
  }
  std::vector<RowId> ids;
  for (size_t i = 0; i < group.size(); ++i) {
    if (group.EntityAt(i) == kNone) continue;
    const std::span<const RowId> own = rows_at(group.EntityAt(i));
    if (!is_few) ids.insert(ids.end(), own.begin(), own.end());
    for (size_t j = 0; is_few && j < own.size(); ++j) Keep(own[j], rows);
  }
  return is_few ? rows : InOrder(std::move(ids));
}

std::vector<Row> RowReader::Of(AttributeId attribute, const Group& group) {
  return Select(
      attribute, group, [](const Row& row) { return row.subject; },
      [&](EntityId subject) { return rows_.OfSubject(subject, attribute); });
}

std::vector<Row> RowReader::PointingTo(AttributeId attribute, const Group& group) {
  return Select(
      attribute, group, [](const Row& row) { return row.value->entity; },
      [&](EntityId value) { return rows_.PointingTo(value, attribute); });
}

std::vector<Row> RowReader::Comparable(AttributeId attribute, const Group& group, Comparison comparison,
                                       const Quantity& bound) {
  const std::span<const RowId> range = RangeOf(rows_.BySize(attribute), rows_, comparison, bound);
  if (group.size() <= kFewEntities || IsCheaperByEntity(group, range.size())) return Of(attribute, group);
  Use(attribute);
  std::vector<RowId> ids;
  for (const RowId row : range) {
    if (group.Has(rows_.At(row).subject)) ids.push_back(row);
  }
  return InOrder(std::move(ids));
}

std::vector<Row> RowReader::Extreme(AttributeId attribute, const Group& group, Direction direction, int rank,
                                    const std::function<bool(const Row&)>& is_meant) {
  const std::span<const RowId> by_size = rows_.BySize(attribute);
  if (group.size() <= kFewEntities || IsCheaperByEntity(group, by_size.size())) {
    std::vector<Row> rows = Of(attribute, group);
    std::erase_if(rows, [&](const Row& row) { return !is_meant(row); });
    return rows;
  }
  Use(attribute);
  std::vector<RowId> ids;
  int sizes = 0;
  double last = 0;
  for (size_t i = 0; i < by_size.size(); ++i) {
    const RowId id = by_size[direction == Direction::kHigh ? by_size.size() - 1 - i : i];
    const Row row = rows_.At(id);
    if (!group.Has(row.subject) || !is_meant(row)) continue;
    const double size = OrderOf(*row.value->quantity);
    if (sizes == 0 || !SameNumber(size, last)) ++sizes;
    if (sizes > rank) break;
    last = size;
    ids.push_back(id);
  }
  return InOrder(std::move(ids));
}

}  // namespace docent

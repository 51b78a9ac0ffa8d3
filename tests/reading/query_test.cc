#include "bot/reading/query.h"

#include <gtest/gtest.h>

#include "tests/reading/world.h"

namespace docent {
namespace {

template <typename Node>
QueryPtr Make(Node node) {
  return std::make_shared<const Query>(Query{std::move(node), Query::Sort::kEntities, {}});
}

TEST(Query, PrintsEveryNodeInOneLine) {
  const World world;
  const QueryPtr rivers = Make(MembersQuery{2});
  const QueryPtr nord = Make(NamedQuery{{0}});
  Quantity number;
  number.number = 200;
  number.text = "200";
  const auto text = [&](const auto& node) { return ToString(*Make(node), world.knowledge); };
  const std::vector<Link> links = {{3, Link::Way::kForward}, {2, Link::Way::kBackward}};
  EXPECT_EQ(text(NamedQuery{{2, 3}}), "Ara:river|Ara:town");
  EXPECT_EQ(text(ValueQuery{{0, 1}, nord, {Make(QuantityQuery{number})}}),
            "population|length of Nord:country at number 200");
  EXPECT_EQ(text(HoldersQuery{{4}, nord}), "what has capital Nord:country");
  EXPECT_EQ(text(RelatedQuery{rivers, links, nord}), "every river related to Nord:country by course|^location");
  EXPECT_EQ(text(FilterQuery{rivers, 1, Comparison::kAbove, Make(QuantityQuery{number})}),
            "every river where length above number 200");
  EXPECT_EQ(text(ExtremeQuery{rivers, 1, Direction::kLow, 2}), "every river with lowest length rank 2");
  EXPECT_EQ(text(MostQuery{nord, links, rivers, Direction::kHigh}),
            "Nord:country with most every river by course|^location");
  EXPECT_EQ(text(CountFilterQuery{nord, links, rivers, Comparison::kFrom, 3}),
            "Nord:country with number from 3 of every river by course|^location");
  EXPECT_EQ(text(CombinedQuery{CombinedQuery::Operation::kExcept, rivers, nord}), "every river except Nord:country");
  EXPECT_EQ(text(FigureQuery{FigureQuery::Operation::kDifference, {rivers, nord}}),
            "difference every river and Nord:country");
  EXPECT_EQ(text(WhetherQuery{Make(CombinedQuery{CombinedQuery::Operation::kAnd, rivers, nord})}),
            "whether (every river and Nord:country)");
}

}  // namespace
}  // namespace docent

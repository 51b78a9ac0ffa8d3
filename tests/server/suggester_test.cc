#include "bot/server/suggester.h"

#include <gtest/gtest.h>

#include <utility>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr char kShips[] = R"(entity: Aurora
type: ship

fact: crew
value: 60
says: The Aurora has a crew of 60.
test: how large is the crew of the Aurora => 60
test: what crew does the Aurora have => 60

fact: builder
value: Ada Holm
says: Ada Holm is the builder of the Aurora.
test: who is the builder of the Aurora => Ada Holm

entity: Bella
type: ship

fact: crew
value: 20
says: The Bella has a crew of 20.
test: how large is the crew of the Bella => 20
)";

using Questions = std::vector<std::string>;

SuggestionsWanted AboutAurora(size_t count, Questions told) {
  SuggestionsWanted wanted;
  wanted.focus = {"Aurora"};
  wanted.told = std::move(told);
  wanted.count = count;
  return wanted;
}

TEST(Suggester, OffersOneQuestionOfEachFactBeforeASecondOne) {
  const auto brain = BrainOf(kShips);
  Responder responder(brain);
  EXPECT_EQ(Suggester(*brain).Suggest(AboutAurora(4, {}), responder),
            Questions({"how large is the crew of the Aurora", "who is the builder of the Aurora",
                       "what crew does the Aurora have", "how large is the crew of the Bella"}));
}

TEST(Suggester, OffersWhatWasToldJustNowLast) {
  const auto brain = BrainOf(kShips);
  const std::string crew = brain->knowledge().NameOf(FactId{0});
  Responder responder(brain);
  EXPECT_EQ(Suggester(*brain).Suggest(AboutAurora(2, {crew}), responder),
            Questions({"who is the builder of the Aurora", "how large is the crew of the Bella"}));
}

}  // namespace
}  // namespace docent

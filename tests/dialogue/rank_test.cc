// Posts below a post.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: works-news
title: News of the works

type: person
kind: person

type: company
kind: body

attribute: president
kind: person

attribute: vice president
kind: person

attribute: post

entity: Aurora
type: company

entity: Nordwind
type: company

entity: Ostwind
type: company

entity: Ada Berg
type: person

entity: Ben Carl
type: person

entity: Eva Dorn
type: person

fact: president
of: Aurora
value: Ada Berg
says: Ada Berg is the president of Aurora.

fact: vice president
of: Nordwind
value: Ben Carl
says: Ben Carl is vice president of Nordwind.

fact: post
of: Eva Dorn
value: general manager
with: Ostwind
says: Eva Dorn is general manager of Ostwind.

entity: Karl Finn
type: person

fact: post
of: Karl Finn
value: vice president
with: Ostwind
says: Karl Finn is vice president at Ostwind.
)";

std::string Said(const std::string& question) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  const std::string text = Asked(brain, question).text;
  return text.substr(0, text.find_first_of(".!"));
}

TEST(Rank, OfAVicePresidentIsNotThePresidents) {
  EXPECT_EQ(Said("Is Ben Carl the president of Nordwind?"), "No");
  EXPECT_EQ(Said("Is Ben Carl vice president of Nordwind?"), "Yes");
}

TEST(Rank, OfThePresidentIsNoneBelow) {
  EXPECT_EQ(Said("Is Ada Berg the vice president of Aurora?"), "No");
  EXPECT_EQ(Said("Is Ada Berg the deputy president of Aurora?"), "No");
  EXPECT_EQ(Said("Is Ada Berg the president of Aurora?"), "Yes");
}

// Asked on in a talk, of whom another rank was told just before.
TEST(Rank, OfAnotherRankIsNotToldNext) {
  const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  EXPECT_EQ(Asked(brain, "and who is the president there?", {"Who is vice president of Ostwind?"}).status,
            Status::kUnknown);
  EXPECT_EQ(Asked(brain, "and who is its vice president?", {"Who is president of Aurora?"}).status, Status::kUnknown);
}

// What she is at the firm bears out no other post.
TEST(Rank, OfAnotherPostIsNotBorneOut) {
  EXPECT_NE(Said("Is Eva Dorn the president of Ostwind?"), "Yes");
  EXPECT_EQ(Said("Is Eva Dorn the general manager of Ostwind?"), "Yes");
}

}  // namespace
}  // namespace docent

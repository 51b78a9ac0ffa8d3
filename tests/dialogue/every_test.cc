// What all things of a type have of one attribute, where the question names nothing but that.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: g
title: G

type: mill

type: person
kind: person

attribute: warden
kind: person
of: mill

attribute: yearly rent
kind: money
of: mill

attribute: sale of cloth
kind: count
of: mill
also: sells

entity: North Mill
type: mill

entity: South Mill
type: mill

entity: West Mill
type: mill

fact: warden
of: North Mill
value: Ada Brook
says: The warden of the North Mill is Ada Brook.

fact: warden
of: South Mill
value: Karl Voss
when: until 2019
says: Until 2019 the warden of the South Mill was Karl Voss.

fact: warden
of: South Mill
value: Ben Hale
when: since 2019
says: Since 2019 the warden of the South Mill has been Ben Hale.

fact: warden
of: West Mill
value: Cleo Dunn
says: The warden of the West Mill is Cleo Dunn.

fact: yearly rent
of: North Mill
value: 400 pounds
says: The yearly rent of the North Mill is 400 pounds.

fact: yearly rent
of: South Mill
value: 500 pounds
says: The yearly rent of the South Mill is 500 pounds.

fact: yearly rent
of: West Mill
value: 600 pounds
says: The yearly rent of the West Mill is 600 pounds.

fact: sale of cloth
of: North Mill
value: 70
says: The North Mill sells 70 cloths a day.

fact: sale of cloth
of: South Mill
value: 90
says: The South Mill sells 90 cloths a day.

fact: sale of cloth
of: West Mill
value: 80
says: The West Mill sells 80 cloths a day.

entity: Ada Brook
type: person

entity: Karl Voss
type: person

entity: Ben Hale
type: person

entity: Cleo Dunn
type: person
)";

class EveryTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { brain_ = BrainOf(kFacts); }
  static void TearDownTestSuite() { brain_.reset(); }

  static std::string Said(const std::string& question) { return SaidTo(brain_, question); }

  static std::shared_ptr<const Brain> brain_;
};

std::shared_ptr<const Brain> EveryTest::brain_;

TEST_F(EveryTest, AnAttributeInThePluralIsToldOfAllThatHaveIt) {
  for (const char* question : {"Who are the wardens?", "Who are all the wardens?", "List the wardens of the mills."}) {
    const std::string said = Said(question);
    EXPECT_TRUE(said.starts_with("Ada Brook, Ben Hale, Cleo Dunn.")) << question << " -> " << said;
  }
  EXPECT_TRUE(Said("What are the yearly rents?").starts_with("400 pounds, 500 pounds, 600 pounds."));
}

TEST_F(EveryTest, AVerbIsNoPlural) { EXPECT_FALSE(Said("Which sells the least?").starts_with("70, 90, 80")); }

}  // namespace
}  // namespace docent

// Questions in what people say around them of themselves: bot/dialogue/core.h.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: mill-news
title: News of the mill

type: person
kind: person

type: mill

attribute: owner
kind: person
also: runs, run

attribute: wheels
kind: count

attribute: wheels in winter
kind: count

entity: Ida Brand
type: person

entity: Upper Mill
type: mill

fact: owner
value: Ida Brand
says: Ida Brand runs the Upper Mill.

fact: wheels
value: 4
says: The Upper Mill has four wheels.
)";

class Core : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { brain() = BrainOf(kFacts); }
  static void TearDownTestSuite() { brain().reset(); }
  static std::shared_ptr<const Brain>& brain() {
    static std::shared_ptr<const Brain> brain;
    return brain;
  }
  static bool NamesTheOwner(const std::string& question) {
    return SaidTo(brain(), question).find("Ida Brand") != std::string::npos;
  }
};

TEST_F(Core, WhatAskersSayOfThemselvesIsNoPartOfTheQuestion) {
  EXPECT_TRUE(NamesTheOwner("Somebody asked me who runs the Upper Mill, I have no answer."));
  EXPECT_TRUE(NamesTheOwner("I haven't the foggiest who runs the Upper Mill. Have you?"));
  EXPECT_TRUE(NamesTheOwner("I forgot who runs the Upper Mill."));
  EXPECT_TRUE(NamesTheOwner("I once knew who runs the Upper Mill, but it has slipped my mind."));
  EXPECT_TRUE(NamesTheOwner("I missed the bit about who runs the Upper Mill. Can you fill me in?"));
}

TEST_F(Core, WhatTheFactsKnowOfIsAPartOfIt) {
  EXPECT_EQ(SaidTo(brain(), "I ask about the winter of 1940: how many wheels has the Upper Mill?"), "");
  EXPECT_EQ(SaidTo(brain(), "I know that Ida Brand sold it, so who runs the Lower Mill?"), "");
}

TEST_F(Core, RelationsAndConditionsAreNotPassedOver) {
  EXPECT_EQ(SaidTo(brain(), "Tell me the salary of the one who runs the Upper Mill."), "");
  EXPECT_EQ(SaidTo(brain(), "I asked the wife of the man who runs the Upper Mill."), "");
  EXPECT_EQ(SaidTo(brain(), "I wonder, before the war, who was running the Upper Mill?"), "");
}

TEST_F(Core, WhoSomebodyIsMayBeAskedInTheOrderOfAClause) {
  EXPECT_TRUE(NamesTheOwner("Can you tell us who Ida Brand is?"));
}

}  // namespace
}  // namespace docent

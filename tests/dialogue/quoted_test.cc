// "What did she say": somebody's own words.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: yard-leaflet
title: Leaflet of the yard

type: person

attribute: master
kind: person
also: runs, head

attribute: opinion
kind: text
also: thinks, view

entity: yard
also: the yard

entity: Ida Brandt
type: person

entity: Karl Voss
type: person

fact: master
of: yard
value: Ida Brandt
says: Ida Brandt is the master of the yard.

fact: opinion
of: yard
value: too small
by: Ida Brandt
says: Ida Brandt thinks that the yard is too small.

fact: outlook
of: yard
value: busy for years
by: Ida Brandt
also: future, expects
says: Ida Brandt expects the yard to be busy for years.

fact: noise
of: yard
value: a nuisance
by: Karl Voss
says: Karl Voss calls the noise of the yard a nuisance.
)";

std::shared_ptr<const Brain> Yard() {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  return brain;
}

TEST(Quoted, IsAllThatSomebodySays) {
  const Answer answer = Asked(Yard(), "What did Ida Brandt say?");
  EXPECT_EQ(answer.status, Status::kAnswered);
  EXPECT_EQ(answer.facts.size(), 2U);
  EXPECT_EQ(answer.text.find("is the master"), std::string::npos) << answer.text;
}

TEST(Quoted, IsMeantByAPronoun) {
  Responder responder(Yard());
  Conversation conversation;
  responder.Respond({"Who is the master of the yard?", {}, false}, conversation);
  const Answer answer = responder.Respond({"What does she say?", {}, false}, conversation);
  EXPECT_NE(answer.text.find("too small"), std::string::npos) << answer.text;
}

TEST(Quoted, IsWhatWasSaidOfTheThing) {
  const Answer answer = Asked(Yard(), "What does Ida Brandt say about the future of the yard?");
  EXPECT_NE(answer.text.find("busy for years"), std::string::npos) << answer.text;
}

}  // namespace
}  // namespace docent

// Which of several facts a question means.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: inn-leaflet
title: Leaflet of the inn

type: inn

type: lamp

type: person
kind: person

entity: Reed Inn
type: inn

entity: Tide Inn
type: inn

entity: Oak
type: lamp

entity: Elm
type: lamp

entity: Ada Berg
type: person

entity: Ben Carl
type: person

fact: lodging
of: Reed Inn
value: Oak; Elm
says: The Reed Inn bought Oak and Elm and had them painted.

fact: blue
of: Reed Inn
value: Oak
says: The Reed Inn painted Oak in blue.

fact: east wing
of: Reed Inn
value: opened
when: May 2021
also: wing, open
says: The east wing of the Reed Inn was opened in May 2021.

fact: west wing
of: Reed Inn
value: to be opened
when: June 2031
status: planned
also: wing, open
says: The west wing of the Reed Inn is to be opened in June 2031.

fact: sale
by: Ben Carl
of: Tide Inn
value: 90,000 euros
when: 1990
to: Ada Berg
also: sold, sell
says: In 1990 Ben Carl sold the Tide Inn to Ada Berg for 90,000 euros.

fact: view
by: Ada Berg
value: a mill under glass is no longer a mill
says: Ada Berg says of the roof: "A mill under glass is no longer a mill."

fact: investment
of: Reed Inn
value: at least 6 million euros
what: to build four halls
why: to build four halls
also: invest, put
says: The Reed Inn puts no less than 6 million euros into Arden to build four halls.

fact: roof
of: Tide Inn
value: 7,000 euros
says: Putting up the new roof of the Tide Inn took 7,000 euros.
)";

std::string Said(const std::string& message) {
  static const std::shared_ptr<const Brain> brain = BrainOf(kFacts);
  return Asked(brain, message).text;
}

TEST(Meant, IsTheListWhereEveryOneIsAskedFor) {
  EXPECT_EQ(Said("Name every lamp that the Reed Inn painted."),
            "The Reed Inn bought Oak and Elm and had them painted. (Leaflet of the inn)");
}

TEST(Meant, IsWhatIsPlannedWhereATimeToComeIsAskedFor) {
  EXPECT_EQ(Said("By when is the wing of the Reed Inn supposed to be open?"),
            "The west wing of the Reed Inn is to be opened in June 2031. (Leaflet of the inn)");
}

TEST(Meant, IsNotWhatWasToldInTheSameBreath) {
  EXPECT_NE(Said("Who sold the Tide Inn? How much was spent on it then?").find("My facts do not say."),
            std::string::npos);
}

TEST(Meant, IsWhatWasSaidThoughItDenies) {
  EXPECT_EQ(Said("Who said that a mill under glass is no longer a mill?").substr(0, 8), "Ada Berg");
}

TEST(Meant, IsNotWhatTheBoundExcludes) {
  EXPECT_EQ(Said("Why did the Reed Inn put at least 6 million euros into Arden?").substr(0, 13), "The Reed Inn ");
  EXPECT_EQ(Said("Why did the Reed Inn cap what it puts into Arden at a maximum of 6 million euros?").substr(0, 19),
            "My facts do not say");
}

}  // namespace
}  // namespace docent

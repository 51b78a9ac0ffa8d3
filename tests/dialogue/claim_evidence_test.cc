// What bears a claim out and what does not: several lists of one thing, a question word behind the claim, a number of
// values.

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/dialogue/small_brain.h"

namespace docent {
namespace {

constexpr const char* kFacts = R"(source: harbour-notes
title: Notes on the harbour

type: shed

type: pier

type: hall

type: yard

type: person
kind: person

type: body
kind: body

type: crane
also: cranes

type: town
kind: place

attribute: visitors
kind: count
also: visit, visited

attribute: trade
also: traded, trading

attribute: stock
also: stocks, keeps

attribute: closing
kind: date
also: closed, close, shut

attribute: staff
also: work at, works at

attribute: guests
also: guests at, guest

entity: Port Ellis
type: town

entity: coast
also: the coast

entity: Nora
type: person

entity: Otto
type: person

entity: Old Guild
type: body

entity: red shed
type: shed

entity: blue shed
type: shed

entity: long pier
type: pier

entity: grey hall
type: hall

fact: stock
of: red shed
value: apples; hammers
says: The red shed stocks apples and hammers.

fact: stock
of: blue shed
value: pears; ladders
says: The blue shed stocks pears and ladders.

fact: stock
of: blue shed
value: apples; ropes
says: The blue shed also stocks apples and ropes.

fact: closing
of: blue shed
when: 2019
says: The blue shed closed in 2019.

fact: staff
of: long pier
value: cooks; clerks; porters
says: Cooks, clerks and porters work at the long pier.

fact: guests
of: grey hall
value: painters; singers
when: May 2021
says: Painters and singers were guests at the grey hall in May 2021.

fact: visitors
of: grey hall
value: more than 500
says: The grey hall had more than 500 visitors.

fact: trade
of: coast
value: 900 tons
where: Port Ellis
says: The coast traded 900 tons in Port Ellis.

fact: make-up
of: coast
value: two Old Guild stalls; three Old Guild boats; a kiosk of 10 million
also: has, belong to
says: The coast has two Old Guild stalls, such as that of Nora, three Old Guild boats, such as that of Otto, and a kiosk of 10 million.
)";

// Apples and ladders are to be rare words, as they are among many facts.
std::string WithManyYards() {
  std::string facts = kFacts;
  for (const char* name : {"Alder",  "Birch", "Cedar", "Dorn",   "Elm", "Fir",  "Gorse",  "Hazel", "Ivy",    "Juniper",
                           "Kerria", "Larch", "Maple", "Nettle", "Oak", "Pine", "Quince", "Rowan", "Spruce", "Thorn"}) {
    const std::string yard = std::string(name) + " yard";
    facts += "\nentity: " + yard + "\ntype: yard\n\nfact: product\nof: " + yard + "\nvalue: " + name +
             " planks\nsays: The " + yard + " makes " + name + " planks.\n";
  }
  return facts;
}

std::string Asked(const std::string& question) {
  static const std::shared_ptr<const Brain> brain = BrainOf(WithManyYards());
  return docent::Asked(brain, question).text;
}

TEST(ClaimEvidence, AnyListOfTheThingBearsItOut) {
  EXPECT_TRUE(Asked("Does the blue shed stock apples?").starts_with("Yes."))
      << Asked("Does the blue shed stock apples?");
  EXPECT_TRUE(Asked("Does the blue shed stock hammers?").starts_with("No."))
      << Asked("Does the blue shed stock hammers?");
}

TEST(ClaimEvidence, AQuestionWordBehindTheClaimLeavesItsNegation) {
  for (const char* claim :
       {"The blue shed did not close in 2019, right?", "The blue shed did not close in 2019, which is right?",
        "The blue shed did not close in 2019, why, is that true?"}) {
    EXPECT_TRUE(Asked(claim).starts_with("No.")) << claim << '\n' << Asked(claim);
  }
}

TEST(ClaimEvidence, ThreeValuesAreNotThreeOfOneOfThem) {
  for (const char* claim : {"Do three porters work at the long pier?", "Are there 3 porters at the long pier?"})
    EXPECT_FALSE(Asked(claim).starts_with("Yes.")) << claim << '\n' << Asked(claim);
}

TEST(ClaimEvidence, OnlyOneOfTwoIsDenied) {
  for (const char* claim :
       {"Were only painters guests at the grey hall?", "Were only painters welcome guests at the grey hall?"})
    EXPECT_TRUE(Asked(claim).starts_with("No.")) << claim << '\n' << Asked(claim);
}

// The guild, of which all of them are, ties none of them to another.
TEST(ClaimEvidence, WhatIsSaidOfOneValueIsNotSaidOfAnother) {
  const std::string others = Asked("Has Otto one of the Old Guild stalls of the coast?");
  EXPECT_FALSE(others.starts_with("Yes.")) << others;
  const std::string own = Asked("Has Otto one of the Old Guild boats of the coast?");
  EXPECT_TRUE(own.starts_with("Yes.")) << own;
}

TEST(ClaimEvidence, TenIsNotTenMillion) {
  EXPECT_FALSE(Asked("Are there 10 Old Guild boats?").starts_with("Yes.")) << Asked("Are there 10 Old Guild boats?");
}

TEST(ClaimEvidence, ExactlyIsNotMoreThan) {
  EXPECT_TRUE(Asked("Did the grey hall have 500 visitors?").starts_with("Yes."));
  EXPECT_TRUE(Asked("Did the grey hall have exactly 500 visitors?").starts_with("No."));
}

// Where something was done says nothing of who did it.
TEST(ClaimEvidence, AWellKnownFirmIsNoOtherPlace) {
  EXPECT_FALSE(Asked("Did Google trade in Port Ellis?").starts_with("No.")) << Asked("Did Google trade in Port Ellis?");
}

TEST(ClaimEvidence, OfATypeWithoutThingsNothingIsCounted) {
  EXPECT_FALSE(Asked("How many cranes?").starts_with("0")) << Asked("How many cranes?");
}

// The last part of the enumeration has no words.
TEST(ClaimEvidence, AnEnumerationThatBreaksOffIsRead) {
  EXPECT_NE(Asked("How many apples and hammers and"), "");
  EXPECT_NE(Asked("How many painters, singers and"), "");
}

}  // namespace
}  // namespace docent
